"""Keeping the computer from falling asleep while a long run goes on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_ES_CONTINUOUS = 0x80000000
_ES_SYSTEM_REQUIRED = 0x00000001


@contextmanager
def kept_awake() -> Iterator[None]:
    """Hold off standby inside the block; the screen may go dark.

    Windows forgets the wish when the program ends, however it ends. Other systems have no call for it
    that works without a desktop service; there the power settings decide (docs/not-tried.md).
    """
    _require_system(is_required=True)
    try:
        yield
    finally:
        _require_system(is_required=False)


if sys.platform == "win32":

    def _require_system(*, is_required: bool) -> None:
        import ctypes

        wish = _ES_CONTINUOUS | (_ES_SYSTEM_REQUIRED if is_required else 0)
        ctypes.windll.kernel32.SetThreadExecutionState(wish)

else:

    def _require_system(*, is_required: bool) -> None:
        """Nothing that could be asked."""
