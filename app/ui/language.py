"""The words of the window: written in Chinese where they are used, English from a Qt Linguist file.

The file ``resources/i18n/en.ts`` is the one source of the English texts; a test compares it with
every :func:`tr` call in the window's code. Reading it, once and only when English is spoken, costs some
milliseconds and needs no compiled copy that could be out of date.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from app.errors import AppError
from app.ui.resources import TRANSLATIONS

CHINESE = "zh"
ENGLISH = "en"

_messages: dict[str, str] = {}
_templates: list[tuple[re.Pattern[str], str]] = []

RULES, ERRORS, RESULTS = "rules", "errors", "results"
"""The contexts of sentences that are made below the window; their placeholders are read back out of the finished
sentence.
"""

QUOTE = "quote"
OF_THE_DOCUMENT = frozenset({QUOTE, "title", "genre"})
"""What is filled in from a document, and stays as it is written there, but for what a quote is said to be."""

_HEAD_OF_QUOTE = re.compile("[^“”、]+(?=“)")

COUNT = "count"
_JOINED = re.compile("( 并且 | 或者 |不是（|（|）)")
_SENTENCES = re.compile("[^。]+。?")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def tr(text: str, **values: object) -> str:
    """The text in the language of the window, ``{name}`` replaced by ``values``."""
    found = _messages.get(text, text)
    return found.format(**values) if values else found


def told(sentence: str) -> str:
    """A finished sentence of a rule or an error in the language of the window.

    It is looked up as it stands, then by the template it was filled into; what was filled in is translated
    too, but for the words of a document. Several sentences are told one by one; one that nobody has translated
    stays as it is.
    """
    if sentence in _messages:
        return _messages[sentence]
    for pattern, english in _templates:
        if (found := pattern.fullmatch(sentence)) is not None:
            return english.format(**{name: _filled(name, text) for name, text in found.groupdict().items()})
    one_by_one = _SENTENCES.findall(sentence) if _messages else []
    return " ".join(map(told, one_by_one)) if len(one_by_one) > 1 else sentence


def _filled(name: str, text: str) -> str:
    if name == QUOTE:
        return _HEAD_OF_QUOTE.sub(lambda head: _messages.get(head[0], head[0]), text)
    if name in OF_THE_DOCUMENT:
        return text
    parts = text.split("、")
    return ", ".join(map(told, parts)) if len(parts) > 1 else told(text)


def read_messages(path: Path, context: str = "") -> dict[str, str]:
    """Source text → translation of a Qt Linguist file, or of one context; unfinished messages are left out."""
    return {source: text for name, source, text in _messages_of(path) if context in {"", name}}


@cache
def _messages_of(path: Path) -> tuple[tuple[str, str, str], ...]:
    """Context, source text and translation of every finished message."""
    tree = ET.parse(path)  # noqa: S314 - our own file, shipped with the program
    return tuple(
        (each.findtext("name", ""), message.findtext("source", ""), message.findtext("translation", ""))
        for each in tree.iter("context")
        for message in each.iter("message")
        if message.findtext("translation")
    )


def _hole(name: str) -> str:
    words = r"[\d,]+" if name == COUNT else ".*?"
    return f"(?P<{name}>{words})"


def _pattern(template: str) -> re.Pattern[str]:
    """What every sentence made from a template looks like."""
    parts = _PLACEHOLDER.split(template)  # words and names of placeholders take turns
    return re.compile(
        "".join(_hole(part) if place % 2 else re.escape(part) for place, part in enumerate(parts)),
        re.DOTALL,
    )


def use(language: str) -> None:
    """Speak ``language`` (``zh`` or ``en``) from now on; open screens keep their words."""
    _messages.clear()
    _templates.clear()
    if language == ENGLISH:
        _messages.update(read_messages(TRANSLATIONS / "en.ts"))
        made: dict[str, str] = {}
        for context in (RULES, ERRORS, RESULTS):
            made |= read_messages(TRANSLATIONS / "en.ts", context)
        longest = sorted((source for source in made if "{" in source), key=_words_of_its_own, reverse=True)
        _templates.extend((_pattern(source), made[source]) for source in longest)


def _words_of_its_own(template: str) -> int:
    """How much of a template is not filled in; the most particular one is tried first."""
    return len(_PLACEHOLDER.sub("", template))


def listed(parts: Iterable[str]) -> str:
    """Words one after the other, as the language of the window divides them."""
    return (", " if is_english() else "、").join(parts)


def told_query(words: str) -> str:
    """How a query was understood, in the language of the window: its conditions and what joins them, piece by piece."""
    return "".join(map(told, _JOINED.split(words))) if is_english() else words


def told_error(error: AppError) -> str:
    """What happened and what to do, one after the other, in the language of the window."""
    between = " " if is_english() and error.advice else ""
    return f"{told(error.message)}{between}{told(error.advice)}"


def is_english() -> bool:
    """Whether the window speaks English."""
    return bool(_messages)


def install_qt_texts(app: QCoreApplication, language: str) -> None:
    """Qt's own words (是, 否, 打开) in Chinese; Qt speaks English without a file."""
    if language != CHINESE:
        return
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)
