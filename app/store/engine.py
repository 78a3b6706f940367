"""How the catalogue's file is opened."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event

from app.errors import AppError

APPLICATION_ID = 0x44534855
"""``DSHU``; tells our files from other SQLite files."""

LEAST_SQLITE = (3, 35, 0)
WRITE_OPTION = "dishu_write"
BUSY_MILLISECONDS = 10_000

_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA synchronous=FULL",
    f"PRAGMA busy_timeout={BUSY_MILLISECONDS}",
    "PRAGMA cache_size=-32000",
    "PRAGMA temp_store=MEMORY",
)


def require_sqlite() -> None:
    """Refuse a SQLite that is too old or lacks FTS5."""
    if sqlite3.sqlite_version_info < LEAST_SQLITE:
        raise AppError(
            f"本机的 SQLite {sqlite3.sqlite_version} 太旧。", "请使用随程序提供的 Python 运行环境。"
        )
    with sqlite3.connect(":memory:") as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    connection.close()
    if "ENABLE_FTS5" not in options:
        raise AppError("本机的 SQLite 没有全文检索功能(FTS5)。", "请使用随程序提供的 Python 运行环境。")


def open_engine(database: Path) -> Engine:
    """An engine on the file, with transactions under our control: ``BEGIN IMMEDIATE`` for writes."""
    engine = create_engine(
        f"sqlite:///{database}",
        connect_args={"check_same_thread": False, "timeout": BUSY_MILLISECONDS / 1000},
    )

    @event.listens_for(engine, "connect")
    def configure(dbapi_connection: sqlite3.Connection, _record: object) -> None:
        dbapi_connection.isolation_level = None  # we begin transactions ourselves
        for pragma in _PRAGMAS:
            dbapi_connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITE_OPTION, False):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            return
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.execute("BEGIN")  # every search begins with it; it takes no lock yet, so that it cannot fail

    return engine
