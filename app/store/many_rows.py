"""Writing thousands of rows of one table at once."""

from collections.abc import Sequence

from sqlalchemy import Connection, Table

Value = str | bytes | int | float | None


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
