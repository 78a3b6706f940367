"""Reading what can still be read of a table whose pages are partly damaged."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from sqlalchemy import Table

from app.store.tables.base import METADATA

SPAN = 1000
"""Keys that are read at once while nothing fails."""

MOST_FAILURES = 100_000
"""Readings that may fail in one table before the rest of it is given up."""


@dataclass(slots=True)
class Reading:
    """What is known about one table: the key it is read by, and the spans of keys that were lost.

    ``select`` is the statement that reads a span of keys; where much is damaged it is asked a hundred thousand times.
    """

    table: Table
    lost: list[tuple[int, int]] = field(default_factory=list)
    failures: int = 0
    select: str = field(init=False)

    def __post_init__(self) -> None:
        listed = ", ".join(f'"{name}"' for name in self.columns)
        self.select = f'SELECT {listed} FROM "{self.table.name}" WHERE {self.key} BETWEEN ? AND ?'  # noqa: S608 - our own names

    @property
    def columns(self) -> list[str]:
        """The names of the columns in their order."""
        return [column.name for column in self.table.columns]

    @property
    def key(self) -> str:
        """The rowid, or the first part of the key where there is none."""
        has_rowid = self.table.dialect_options["sqlite"]["with_rowid"]
        return "rowid" if has_rowid else f'"{next(iter(self.table.primary_key.columns)).name}"'


def readings() -> list[Reading]:
    """One for each table, parents before children."""
    return [Reading(table) for table in METADATA.sorted_tables]


def rows(connection: sqlite3.Connection, reading: Reading) -> Iterator[tuple[object, ...]]:
    """Every row that can be read; the spans that could not are added to ``reading.lost``."""
    first, last = _bounds(connection, reading)
    while first <= last:
        span = _next_span(connection, reading, first, last)
        if span is None:
            return
        yield from _span(connection, reading, *span)
        first = span[1] + 1


def _next_span(
    connection: sqlite3.Connection, reading: Reading, first: int, last: int
) -> tuple[int, int] | None:
    """Where the next rows stand; keys may lie far apart, and then the gap is jumped over."""
    query = f'SELECT {reading.key} FROM "{reading.table.name}" WHERE {reading.key} >= ? ORDER BY 1 LIMIT 1'  # noqa: S608 - our own names
    with suppress(sqlite3.DatabaseError):
        row = connection.execute(query, (first,)).fetchone()
        if row is None:
            return None
        first = int(row[0])
    return first, min(first + SPAN - 1, last)


def _span(
    connection: sqlite3.Connection, reading: Reading, first: int, last: int
) -> Iterator[tuple[object, ...]]:
    """The rows of a span; a span that fails is halved until single keys fail."""
    try:
        found = connection.execute(reading.select, (first, last)).fetchall()
    except sqlite3.DatabaseError:
        reading.failures += 1
        if first == last or reading.failures > MOST_FAILURES:
            _lose(reading, first, last)
            return
        middle = (first + last) // 2
        yield from _span(connection, reading, first, middle)
        yield from _span(connection, reading, middle + 1, last)
        return
    yield from found


def _lose(reading: Reading, first: int, last: int) -> None:
    if reading.lost and reading.lost[-1][1] == first - 1:
        reading.lost[-1] = (reading.lost[-1][0], last)
    else:
        reading.lost.append((first, last))


def _bounds(connection: sqlite3.Connection, reading: Reading) -> tuple[int, int]:
    """The lowest and highest key; where an end is damaged, an index or the readable end tells."""
    lowest, highest = _end(connection, reading, "min"), _end(connection, reading, "max")
    if highest is None:
        highest = (lowest or 0) + SPAN * SPAN
    return (0 if lowest is None else lowest), highest


def _end(connection: sqlite3.Connection, reading: Reading, which: str) -> int | None:
    """The least or greatest key, from the table or else from one of its indexes."""
    name = reading.table.name
    hints = ["", *(f' INDEXED BY "{index.name}"' for index in reading.table.indexes)]
    for hint in hints:
        query = f'SELECT {which}({reading.key}) FROM "{name}"{hint}'  # noqa: S608 - our own names
        with suppress(sqlite3.DatabaseError):
            (value,) = connection.execute(query).fetchone()
            return -1 if value is None else int(value)
    return None
