"""The words of the window: written in Chinese where they are used, English from a Qt Linguist file.

The file ``resources/i18n/en.ts`` is the one source of the English texts; a test compares it with
every :func:`tr` call in the window's code. Reading it at start costs a few milliseconds and needs no
compiled copy that could be out of date.
"""

from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from app.ui.resources import TRANSLATIONS

CHINESE = "zh"
ENGLISH = "en"
LANGUAGES = (CHINESE, ENGLISH)

_messages: dict[str, str] = {}


def tr(text: str, **values: object) -> str:
    """The text in the language of the window, ``{name}`` replaced by ``values``."""
    found = _messages.get(text, text)
    return found.format(**values) if values else found


def read_messages(path: Path) -> dict[str, str]:
    """Source text → translation of a Qt Linguist file; unfinished messages are left out."""
    tree = ET.parse(path)  # noqa: S314 - our own file, shipped with the program
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in tree.iter("message")
        if message.findtext("translation")
    }


def use(language: str) -> None:
    """Speak ``language`` (``zh`` or ``en``) from now on; open screens keep their words."""
    _messages.clear()
    if language == ENGLISH:
        _messages.update(read_messages(TRANSLATIONS / "en.ts"))


def install_qt_texts(app: QCoreApplication, language: str) -> None:
    """Qt's own words (是, 否, 打开) in Chinese; Qt speaks English without a file."""
    if language != CHINESE:
        return
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)
