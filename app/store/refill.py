"""A fresh catalogue file that is filled row by row: what loading and repairing share.

While it is filled, triggers are absent and foreign keys are not watched, so that rows may come in any
order; both are in force again, and the keys are checked, before anybody else sees the file.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Table

from app.errors import AppError
from app.store.backup import DATABASE_NAME, connect
from app.store.catalogue import create_catalogue
from app.store.faults import explained
from app.store.tables import METADATA

OWN_TABLES: dict[str, Table] = dict(METADATA.tables)
"""Our tables by name; the words of the full-text index are not among them and are built anew."""


@contextmanager
def fresh_file(folder: Path) -> Iterator[sqlite3.Connection]:
    """Lay out a catalogue in a new folder and hand out its empty tables; kept when the block succeeds.

    Raises:
        AppError: the folder holds something, or rows that were put in point to nothing.
    """
    create_catalogue(folder, office="", by="系统").close()
    with explained(), closing(connect(folder / DATABASE_NAME)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        for name in OWN_TABLES:
            connection.execute(f'DELETE FROM "{name}"')  # noqa: S608 - our own table
        yield connection
        for _, sql in triggers:
            connection.execute(sql)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise AppError(
                "导出件或目录里有指向不存在记录的行。", "请先用 dishu check 查看，再用 dishu repair 修复。"
            )
        connection.execute("COMMIT")


def insertion(name: str, columns: Sequence[str], *, ignoring: bool = False) -> str:
    """The statement that puts one row into a table of ours."""
    listed = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    return f'INSERT {"OR IGNORE " if ignoring else ""}INTO "{name}" ({listed}) VALUES ({marks})'  # noqa: S608 - our own names
