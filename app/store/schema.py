"""The edition of the tables: creating them, and bringing an older catalogue up to date.

Alembic is imported only where a catalogue is made or brought up to date: it takes a fifth of the time
until the window stands.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from app.errors import AppError
from app.store.backup import back_up_file
from app.store.engine import WRITE_OPTION
from app.store.tables import METADATA

if TYPE_CHECKING:
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

SCRIPTS = Path(__file__).parent / "migrations"


def create(connection: Connection) -> None:
    """Create every table of the present edition and mark the catalogue with it."""
    METADATA.create_all(connection)
    _context(connection).stamp(_scripts(), "head")


def head_edition() -> str:
    """The edition that this program makes."""
    head = _scripts().get_current_head()
    assert head is not None
    return head


def require_known(edition: str | None, steps: Path = SCRIPTS) -> None:
    """Refuse an edition that only a newer version of the program can know.

    Raises:
        AppError: with the advice to install that one.
    """
    if edition not in {path.name.partition("_")[0] for path in (steps / "versions").glob("[0-9]*.py")}:
        raise AppError(
            "这个目录由更新版本的底数建立，本版本不能打开。", "请在本机安装新版本后再打开；目录没有被改动。"
        )


def bring_up_to_date(engine: Engine, folder: Path, steps: Path = SCRIPTS) -> None:
    """Apply the steps an older catalogue lacks, after a full backup, all of them or none.

    Args:
        engine: on the catalogue's file.
        folder: where the backup goes.
        steps: the folder of numbered steps.

    Raises:
        AppError: the catalogue was made by a newer version of the program, lacks tables or columns of its
            edition, or cannot be backed up.
    """
    present = _recorded_edition(engine)
    if present == _newest_step(steps):
        _require_tables(engine)
        return
    require_known(present, steps)
    scripts = _scripts(steps)
    back_up_file(folder, label=f"before-{scripts.get_current_head()}")
    with _unwatched(engine) as connection, connection.begin():
        _upgrade(connection, scripts, present)
        _require_whole(connection)


def _require_tables(engine: Engine) -> None:
    """Refuse what bears the present edition and lacks some of it: each room would fail in a way of its own."""
    with engine.connect() as connection:
        present = set(map(tuple, connection.exec_driver_sql(_COLUMNS)))
    lacking = [
        f"{table.name}.{column.name}"
        for table in METADATA.sorted_tables
        for column in table.columns
        if (table.name, column.name) not in present
    ]
    if lacking:
        raise AppError(
            f"这个目录少了 {len(lacking)} 个数据项（{lacking[0]} 等），本版本不能打开。",
            "它可能损坏了，或者是试用版建立的：请用建立它的版本打开，或者用 dishu restore 恢复备份；目录没有被改动。",
        )


_COLUMNS = (
    "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c "
    "WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%'"
)


def _recorded_edition(engine: Engine) -> str | None:
    with engine.connect() as connection:
        edition: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        return edition


def _newest_step(steps: Path) -> str:
    """The number in front of the newest step's file name, which is its edition."""
    return max((path.name.partition("_")[0] for path in (steps / "versions").glob("[0-9]*.py")), default="")


@contextmanager
def _unwatched(engine: Engine) -> Iterator[Connection]:
    """A connection that may rebuild tables: no cascades, and no rewriting of other tables' triggers."""
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("PRAGMA legacy_alter_table=ON")
        try:
            yield connection.execution_options(**{WRITE_OPTION: True})
        finally:
            raw.execute("PRAGMA legacy_alter_table=OFF")
            raw.execute("PRAGMA foreign_keys=ON")


def _require_whole(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise AppError(
            "升级目录时发现有的记录指向不存在的记录，没有升级。",
            "请用原来的版本运行 dishu check 和 dishu repair 后再升级；目录没有被改动。",
        )


def _upgrade(connection: Connection, scripts: "ScriptDirectory", present: str | None) -> None:
    from alembic.operations import Operations

    context = _context(connection)
    lacking = list(scripts.iterate_revisions("head", present))
    with Operations.context(context):
        for step in reversed(lacking):
            step.module.upgrade()
            context.stamp(scripts, step.revision)


def _context(connection: Connection) -> "MigrationContext":
    from alembic.migration import MigrationContext

    return MigrationContext.configure(connection, opts={"transactional_ddl": True})


def _scripts(steps: Path = SCRIPTS) -> "ScriptDirectory":
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(steps))
