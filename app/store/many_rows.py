"""Thousands of rows: read in pages, written of one table at once, or one by one by a statement built once."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import UnaryExpression

T = TypeVar("T")
Value = str | bytes | int | float | None
PAGE_OF_IDS = 500
"""Identifiers bound in one statement, below SQLite's limit on variables."""


def pages(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Values in pieces that one statement can bind."""
    for start in range(0, len(values), PAGE_OF_IDS):
        yield values[start : start + PAGE_OF_IDS]


def tuples(connection: Connection, statement: Select[Any]) -> list[tuple[Any, ...]]:
    """A long answer as the driver's own tuples: row objects take twice the time."""
    cursor = connection.execute(statement).cursor
    assert cursor is not None
    return list(cursor.fetchall())


def one_column(connection: Connection, statement: Select[tuple[int]]) -> list[int]:
    """A long answer of numbers, in the order of the statement, as one value.

    Each row that is fetched lets go of Python and takes it again: while the window paints, a hundred thousand
    of them wait a hundred thousand times. SQLite keeps the order of what it puts together so.
    """
    rows = statement.subquery()
    packed: str = connection.execute(select(func.json_group_array(rows.c[0]))).scalar_one()
    found: list[int] = json.loads(packed)
    return found


def listed(column: ColumnElement[Any], values: Iterable[Value]) -> ColumnElement[bool]:
    """Whether a column is one of many values, which are handed over as one: with a variable for each, the
    statement takes longer to write than to answer.
    """
    handed = func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(select(handed.c.value))


def aside(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column by whose index SQLite shall not begin: without statistics it takes one value of a column for ten
    rows, although every document may have it, and leaves the index of the few documents that are asked for.
    """
    return UnaryExpression(column, operator=operators.custom_op("+"), type_=column.type)


def insert_rows(
    connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Value, ...]]
) -> None:
    """Insert rows given as tuples in the order of ``columns``; other columns take their defaults.

    The driver gets the tuples as they are: naming every value of every row costs more than SQLite's own work.
    """
    if not rows:
        return
    quote = connection.dialect.identifier_preparer.quote
    names = ", ".join(quote(table.c[column].name) for column in columns)
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {quote(table.name)} ({names}) VALUES ({marks})"  # noqa: S608 - our tables' names
    connection.exec_driver_sql(statement, list(rows))


def upsert(table: Table, keys: Sequence[str], *, but: Sequence[str] = ()) -> Insert:
    """A statement that writes a row, given as a dictionary, or replaces the one with the same keys.

    Args:
        table: where to write.
        keys: columns of a unique constraint.
        but: columns that stay as they are when the row is there already.
    """
    statement = insert(table)
    replaced = [column.name for column in table.columns if column.name not in {*keys, *but}]
    return statement.on_conflict_do_update(
        index_elements=list(keys), set_={name: statement.excluded[name] for name in replaced}
    )
