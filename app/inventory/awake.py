"""Keeping the computer from falling asleep while a long run goes on."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_ES_CONTINUOUS = 0x80000000
_ES_SYSTEM_REQUIRED = 0x00000001
_LET_GO_SECONDS = 5


@contextmanager
def kept_awake() -> Iterator[None]:
    """Hold off standby inside the block; the screen may go dark.

    The system forgets the wish when the program ends, however it ends: Windows by itself, Linux because
    what holds the lock waits at a pipe from this program. Where neither can be asked the power settings decide.
    """
    with _lock():
        yield


def system_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for a program of the system: a frozen program's own libraries are not for it."""
    kept = {name: value for name, value in environment.items() if name != "LD_LIBRARY_PATH"}
    before = environment.get("LD_LIBRARY_PATH_ORIG")
    return kept | ({"LD_LIBRARY_PATH": before} if before else {})


if sys.platform == "win32":

    @contextmanager
    def _lock() -> Iterator[None]:
        import ctypes

        tell = ctypes.windll.kernel32.SetThreadExecutionState
        tell(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED)
        try:
            yield
        finally:
            tell(_ES_CONTINUOUS)

else:

    @contextmanager
    def _lock() -> Iterator[None]:
        """A lock of systemd's login manager, held by the system's own program for it."""
        program, waiting = shutil.which("systemd-inhibit"), shutil.which("cat")
        if program is None or waiting is None:
            yield
            return
        wish = ("--what=sleep:idle", "--mode=block", "--who=Dishu", "--why=Dishu is reading files")
        holder = subprocess.Popen(  # noqa: S603 - the system's own program
            [program, *wish, waiting],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=system_environment(os.environ),
        )
        try:
            yield
        finally:
            _let_go(holder)

    def _let_go(holder: subprocess.Popen[bytes]) -> None:
        """End what holds the lock: at the end of its pipe, or else by force."""
        if holder.stdin is not None:
            holder.stdin.close()
        try:
            holder.wait(_LET_GO_SECONDS)
        except subprocess.TimeoutExpired:
            holder.kill()
            holder.wait()
