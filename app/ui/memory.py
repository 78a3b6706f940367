"""What the window remembers between sessions on this PC: sizes, columns, zoom, recent catalogues.

Nothing of a document is kept here, so the file may lie outside the catalogue.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from app.ui.language import CHINESE
from app.ui.theme import FOLLOW_SYSTEM

MOST_RECENT = 8


class Memory:
    """A thin cover over ``QSettings`` with a type for everything that is kept."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def text(self, key: str, otherwise: str = "") -> str:
        """A string."""
        return str(self._settings.value(key, otherwise))

    def number(self, key: str, otherwise: float) -> float:
        """A number; a value that cannot be read counts as absent."""
        try:
            return float(str(self._settings.value(key, otherwise)))
        except ValueError:
            return otherwise

    def state(self, key: str) -> QByteArray | None:
        """The state of a header, splitter or window."""
        found = self._settings.value(key)
        return found if isinstance(found, QByteArray) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        found = self._settings.value(key, [])
        if isinstance(found, str):
            return (found,)
        return tuple(str(entry) for entry in found) if isinstance(found, Sequence) else ()

    def put(self, key: str, value: object) -> None:
        """Remember a value."""
        self._settings.setValue(key, list(value) if isinstance(value, tuple) else value)

    @property
    def theme(self) -> str:
        """The name of the theme, or that the system decides."""
        return self.text("look/theme", FOLLOW_SYSTEM)

    @property
    def zoom(self) -> float:
        """The factor on all sizes."""
        return self.number("look/zoom", 1.0)

    @property
    def language(self) -> str:
        """``zh`` or ``en``."""
        return self.text("look/language", CHINESE)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Catalogues that were opened lately and are still there, newest first."""
        return tuple(path for path in map(Path, self.texts("recent")) if path.is_dir())

    def remember_catalogue(self, folder: Path) -> None:
        """Put a catalogue in front of the recent ones."""
        others = [str(path) for path in self.recent if path != folder]
        self.put("recent", tuple([str(folder), *others][:MOST_RECENT]))
