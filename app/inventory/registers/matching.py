"""Which document a row of a register tells of: by number, checked by title; else by title and year."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.registers import HeldDocument, MatchedBy, RegisterField, RegisterRow
from app.text.document_number import canonical
from app.text.similarity import letters

_FROM_ABOUT = re.compile("关于.+")
_YEARS_APART = 1


@dataclass(frozen=True, slots=True)
class Match:
    """The document of a row; ``None`` when nothing but paper is left of it."""

    row: RegisterRow
    number: str | None
    document: HeldDocument | None
    by: MatchedBy


class Matcher:
    """The documents that are held, to be found by number and by title; files come before paper."""

    def __init__(self, held: Iterable[HeldDocument]) -> None:
        self._by_number: dict[str, list[HeldDocument]] = defaultdict(list)
        self._by_title: dict[str, list[HeldDocument]] = defaultdict(list)
        for document in sorted(held, key=lambda one: one.is_paper_only):
            if document.number:
                self._by_number[canonical(document.number)].append(document)
            for key in title_keys(document.title):
                self._by_title[key].append(document)

    def match(self, row: RegisterRow) -> Match:
        """The document of a row."""
        number = canonical(row.get(RegisterField.DOCUMENT_NUMBER)) or None
        title = row.get(RegisterField.TITLE)
        numbered = self._by_number.get(number or "", [])
        alike = [document for document in numbered if _are_alike(title, document.title)]
        if alike:
            return Match(row, number, alike[0], MatchedBy.NUMBER)
        if numbered:
            return Match(row, number, numbered[0], MatchedBy.NUMBER_ALONE)
        titled = self._titled(row, number, title)
        return Match(row, number, titled, MatchedBy.TITLE if titled is not None else MatchedBy.PAPER)

    def _titled(self, row: RegisterRow, number: str | None, title: str) -> HeldDocument | None:
        """One document of this title, near the row's year, whose number does not say otherwise."""
        year = _year(row)
        for key in title_keys(title):
            found = [
                document
                for document in self._by_title.get(key, ())
                if (number is None or document.number is None)
                and (year is None or document.year is None or abs(year - document.year) <= _YEARS_APART)
            ]
            files = [document for document in found if not document.is_paper_only] or found
            if len(files) == 1:
                return files[0]
        return None


def title_keys(title: str) -> tuple[str, ...]:
    """A title as it is compared: whole, and without the body in front of 关于, which registers leave out."""
    whole = letters(title)
    about = _FROM_ABOUT.search(title)
    short = letters(about[0]) if about else ""
    return tuple(dict.fromkeys(key for key in (whole, short) if key))


def _are_alike(title: str, other: str) -> bool:
    """Whether two titles may be one: registers shorten and typing errs, so that most letters must agree."""
    one, two = letters(title), letters(other)
    if not one or not two:
        return True
    if one in two or two in one or set(title_keys(title)) & set(title_keys(other)):
        return True
    pairs, others = _pairs(one), _pairs(two)
    return len(pairs & others) >= min(len(pairs), len(others)) / 2


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}


def _year(row: RegisterRow) -> int | None:
    day = row.get(RegisterField.DATED_ON)
    return int(day[:4]) if day[:4].isascii() and day[:4].isdigit() else None
