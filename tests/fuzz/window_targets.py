"""The file in which the window remembers things on this PC: people edit it, programs cut it short."""

from pathlib import Path

from PySide6.QtCore import QSettings

from app.ui import language
from app.ui.memory import Memory
from app.ui.review.keys import remembered_keys
from tests.fuzz import mutate
from tests.fuzz.target import Target, in_file

_REMEMBERED = {
    "look/theme": "dark",
    "look/zoom": "1.25",
    "look/language": "en",
    "recent": "/a, /b",
    "keys/approve": "A",
    "table/documents": "@ByteArray(\\0\\0\\0\\xff)",
}


def remembering(data: bytes) -> None:
    """Everything that is read while the window starts."""
    try:
        in_file(".ini", data, _read)
    finally:
        language.use(language.CHINESE)


def _read(path: Path) -> None:
    memory = Memory(QSettings(str(path), QSettings.Format.IniFormat))
    assert isinstance(memory.theme, str)
    assert isinstance(memory.zoom, float)
    language.use(memory.language)
    for folder in memory.recent:
        assert folder.is_dir()
    remembered_keys(memory)
    for key in _REMEMBERED:
        memory.state(key)
        memory.texts(key)
    memory.remember_catalogue(path.parent)
    assert memory.recent[0] == path.parent


def _files() -> list[bytes]:
    lines = [f"{key.split('/')[-1]}={value}" for key, value in _REMEMBERED.items()]
    grouped = "[General]\nrecent=/a, /b\n\n[look]\ntheme=dark\nzoom=1.25\nlanguage=en\n\n[keys]\napprove=A\n"
    return [grouped.encode(), "\n".join(lines).encode()]


TARGETS = (Target("settings", remembering, mutate.in_text, _files),)
