"""The part of a text that shows why it was found, with the places to highlight.

A text is folded only around the first place when the words stand in it as typed; folding whole
texts for every line of a result list would cost more than finding them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.query import And, DocumentNumber, Field, Node, Or, Phrase, Prefix, Text, Word, texts
from app.text.folding import fold
from app.text.tokens import HAN, occurrence_pattern

BEFORE = 30
"""Characters shown in front of the first place."""

LENGTH = 120
_ENDS = re.compile(r"[。；！？\n]")
_SIGNS = re.compile(f"[^\\w\\s{HAN}]")
_BETWEEN_HAN = re.compile(f"[{HAN}].*[{HAN}]|[{HAN}]", re.DOTALL)
_SERIAL = re.compile(r"(?P<code>.*?)〔(?P<year>\d{4})〕(?P<serial>\d+)号?")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """``text`` begins at the character ``start`` of the whole text; ``marks`` count from its own
    beginning, end excluded.
    """

    text: str
    start: int
    marks: tuple[Span, ...]


class Marker:
    """Finds the places of one query in texts, titles and numbers."""

    def __init__(self, node: Node) -> None:
        pieces = list(texts(node))
        self._node = node
        self._patterns = {piece: pattern(piece) for piece in pieces}
        self.typed = [piece.text for piece in pieces if _BETWEEN_HAN.fullmatch(piece.text)]
        """What can be looked for as it was typed: wherever it stands it is a hit (16 in 216 is none)."""
        self.is_strict = any(map(_has_signs, pieces))
        """Whether punctuation decides about hits."""

    def honours_punctuation(self, whole: Mapping[Field, str]) -> bool:
        """Whether a hit still is one when signs in phrases must be the typed ones.

        Args:
            whole: its title, number and text; conditions that are about neither count as met.
        """
        return self._is_met(self._node, {name: fold(text) for name, text in whole.items()})

    def _is_met(self, node: Node, folded: Mapping[Field, str]) -> bool:
        match node:
            case And(parts):
                return all(self._is_met(part, folded) for part in parts)
            case Or(parts):
                return any(self._is_met(part, folded) for part in parts)
            case Word() | Phrase() | Prefix() | DocumentNumber():
                places = [folded[node.field]] if node.field is not None else folded.values()
                return any(self._patterns[node].search(text) for text in places)
            case _:
                return True

    def marks(self, text: str) -> tuple[Span, ...]:
        """All places in a text, overlapping ones joined, in order."""
        folded = fold(text)
        found = [match.span() for one in self._patterns.values() for match in one.finditer(folded)]
        return _joined(sorted(found))

    def snippet(self, text: str) -> Snippet:
        """The part of the text around the first place, or its beginning.

        Args:
            text: the whole text, or a part of it that goes on for :data:`LENGTH` after the first of the
                words in :attr:`typed`.
        """
        start = self._beginning(text)
        part = text[start : start + LENGTH]
        return Snippet(part.replace("\n", " ").replace("\t", " "), start, self.marks(part))

    def _beginning(self, text: str) -> int:
        place = self._first_place(text)
        if place is None or place <= BEFORE:
            return 0
        earliest = place - BEFORE
        ends = [match.end() for match in _ENDS.finditer(text, earliest, place)]
        return ends[-1] if ends else earliest

    def _first_place(self, text: str) -> int | None:
        typed = [place for word in self.typed if (place := text.find(word)) >= 0]
        if typed:
            return min(typed)
        folded = fold(text)
        found = [match.start() for one in self._patterns.values() if (match := one.search(folded))]
        return min(found, default=None)


def pattern(piece: Text) -> re.Pattern[str]:
    """What finds a piece of a query in a folded text."""
    if isinstance(piece, DocumentNumber):
        return _number_pattern(fold(piece.text))
    return occurrence_pattern(
        fold(piece.text), is_prefix=isinstance(piece, Prefix), with_punctuation=_has_signs(piece)
    )


def _has_signs(piece: Text) -> bool:
    return isinstance(piece, Phrase) and _SIGNS.search(piece.text) is not None


def _number_pattern(folded: str) -> re.Pattern[str]:
    """A document number with any signs around its year, 第 and leading zeros or not."""
    parts = _SERIAL.fullmatch(folded)
    if parts is None:
        return occurrence_pattern(folded)
    head = occurrence_pattern(f"{parts['code']}〔{parts['year']}〕").pattern
    return re.compile(rf"{head}[\W_]*(?:第\s*)?0*{parts['serial']}(?!\d)(?:\s*号)?")


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
