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
_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")
_MASKED = re.compile("[一-鿿][*×某○〇]{1,3}[一-鿿]?")
_LONGEST_HEADER = 14


def find_stacked_tables(folded: str) -> Iterator[Table]:
    """Tables with a column of names in which three or more rows follow each other without a gap."""
    if not _NAME_LINE.search(folded):
        return
    lines = [match.span() for match in _LINE.finditer(folded)]
    words = ["".join(folded[start:end].split()) for start, end in lines]
    names = {word for word in set(words) if _is_person(word)}
    if not names:
        return
    persons = [word in names for word in words]
    done = 0
    for index, word in enumerate(words):
        if index >= done and word in NAME_HEADERS:
            table = _table_around(index, lines, words, persons)
            if table is not None:
                yield table
                done = index + len(table.rows) * len(table.headers)


def _table_around(
    index: int, lines: Sequence[tuple[int, int]], words: Sequence[str], persons: Sequence[bool]
) -> Table | None:
    """The narrowest table around a header that has enough rows of names."""
    if not any(persons[index + 2 : index + MOST_BEFORE + MOST_BEHIND + 2]):
        return None
    for width in range(2, MOST_BEFORE + MOST_BEHIND + 2):
        count = _row_count(index + width, width, persons)
        if count < LEAST_ROWS:
            continue
        for before in range(min(MOST_BEFORE, width - 1, index) + 1):
            first = index - before
            headers = tuple(words[first : first + width])
            complete = min(count, (len(lines) - first) // width - 1)
            end = first + width * (complete + 1)
            if complete >= LEAST_ROWS and _are_headers(headers):
                cells = [Cell(*place) for place in lines[first + width : end]]
                rows = tuple(tuple(cells[row : row + width]) for row in range(0, len(cells), width))
                return Table(lines[first][0], lines[end - 1][1], headers, rows)
    return None


def _are_headers(words: Sequence[str]) -> bool:
    if any(len(word) > _LONGEST_HEADER for word in words):
        return False
    return sum(word in PRIVATE_HEADERS or word in NAME_HEADERS for word in words) >= 2


def _row_count(place: int, width: int, persons: Sequence[bool]) -> int:
    """How many rows of that width have a person in the column that begins at ``place``."""
    count = 0
    while place < len(persons) and persons[place]:
        count += 1
        place += width
    return count


def _is_person(word: str) -> bool:
    return is_name(word, certain_place=True) or bool(_MASKED.fullmatch(word))
