"""The part of a text that shows why it was found, with the places to highlight.

A text is folded only around the first place when the words stand in it as typed; folding whole
texts for every line of a result list would cost more than finding them. The parts of a page are
folded in one go.
"""

import re
from collections.abc import Mapping, Sequence
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
_APART = "\0"
"""Stands between texts that are folded together: part of no word, and nothing is folded across it."""

_SERIAL = re.compile(r"(?P<code>.*?)〔(?P<year>\d{4})〕(?P<serial>\d+)号?")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """``marks`` count from the beginning of ``text``, end excluded."""

    text: str
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
        return self._marks(fold(text), 0, len(text))

    def marks_of(self, texts: Sequence[str]) -> list[tuple[Span, ...]]:
        """The same for each of several texts."""
        folded = fold(_APART.join(texts))
        found, start = [], 0
        for text in texts:
            found.append(self._marks(folded, start, start + len(text)))
            start += len(text) + len(_APART)
        return found

    def _marks(self, folded: str, start: int, end: int) -> tuple[Span, ...]:
        places = [
            (place.start() - start, place.end() - start)
            for one in self._patterns.values()
            for place in one.finditer(folded, start, end)
        ]
        return _joined(sorted(places))

    def snippets(self, texts: Sequence[str]) -> list[Snippet]:
        """Of each text the part around the first place, or its beginning.

        Args:
            texts: whole texts, or of each a part with more than :data:`BEFORE` characters in front of
                the first of the words in :attr:`typed` and :data:`LENGTH` from there on, where the
                text has so many.
        """
        shown = [self._shown(text) for text in texts]
        marks = self.marks_of(shown)
        return [
            Snippet(part.replace("\n", " ").replace("\t", " "), marked)
            for part, marked in zip(shown, marks, strict=True)
        ]

    def _shown(self, text: str) -> str:
        start = self._beginning(text)
        return text[start : start + LENGTH]

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
