"""Files that go into a package beside the records, under 其他."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.transfer import TransferItem

WriteExtra = Callable[[Path, Sequence[TransferItem]], object]


@dataclass(frozen=True, slots=True)
class Extra:
    """``path`` inside the package; ``write`` is given the target path and the package's items."""

    path: str
    write: WriteExtra
