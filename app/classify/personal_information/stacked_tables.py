"""Tables whose cells stand one below the other, as they do in texts copied from web pages."""

import re
from collections.abc import Iterator, Sequence

from app.classify.personal_information.surnames import is_name
from app.classify.personal_information.tables import NAME_HEADERS, PRIVATE_HEADERS, Cell, Table

LEAST_ROWS = 3
MOST_BEFORE = 6
MOST_BEHIND = 14
"""Columns that may stand in front of and behind the column of names."""

_NAME_LINE = re.compile(
    rf"^[ \t\u3000]*(?:{'|'.join(sorted(NAME_HEADERS, key=len, reverse=True))})[ \t\u3000]*$", re.MULTILINE
)
_LINE = re.compile(r"[^\s][^\n]*")
_MASKED = re.compile("[一-鿿][*×某○〇]{1,3}[一-鿿]?")
_LONGEST_HEADER = 14


def find_stacked_tables(folded: str) -> Iterator[Table]:
    """Tables with a column of names in which three or more rows follow each other without a gap."""
    if not _NAME_LINE.search(folded):
        return
    lines = [Cell(match.start(), match.start() + len(match[0].rstrip())) for match in _LINE.finditer(folded)]
    words = ["".join(folded[line.start : line.end].split()) for line in lines]
    done = 0
    for index, word in enumerate(words):
        if index >= done and word in NAME_HEADERS:
            table = _table_around(index, lines, words)
            if table is not None:
                yield table
                done = index + len(table.rows) * len(table.headers)


def _table_around(index: int, lines: Sequence[Cell], words: Sequence[str]) -> Table | None:
    """The narrowest table around a header that has enough rows of names."""
    for width in range(2, MOST_BEFORE + MOST_BEHIND + 2):
        for before in range(min(MOST_BEFORE, width - 1, index) + 1):
            headers = tuple(words[index - before : index - before + width])
            if not _are_headers(headers):
                continue
            rows = _rows(index - before + width, width, before, lines, words)
            if len(rows) >= LEAST_ROWS:
                return Table(lines[index - before].start, rows[-1][-1].end, headers, tuple(rows))
    return None


def _are_headers(words: Sequence[str]) -> bool:
    if any(len(word) > _LONGEST_HEADER for word in words):
        return False
    return sum(word in PRIVATE_HEADERS or word in NAME_HEADERS for word in words) >= 2


def _rows(
    first: int, width: int, column: int, lines: Sequence[Cell], words: Sequence[str]
) -> list[tuple[Cell, ...]]:
    rows = []
    while first + width <= len(words) and _is_person(words[first + column]):
        rows.append(tuple(lines[first : first + width]))
        first += width
    return rows


def _is_person(word: str) -> bool:
    return is_name(word, certain_place=True) or bool(_MASKED.fullmatch(word))
