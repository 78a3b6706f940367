"""The edition of the tables: creating them, and bringing an older catalogue up to date."""

from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from app.errors import AppError
from app.store.backup import back_up_file
from app.store.engine import WRITE_OPTION
from app.store.tables import METADATA

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


def bring_up_to_date(engine: Engine, folder: Path) -> None:
    """Apply the steps an older catalogue lacks, after a full backup.

    Raises:
        AppError: the catalogue was made by a newer version of the program.
    """
    scripts = _scripts()
    with engine.connect() as connection:
        present = _context(connection).get_current_revision()
    known = {script.revision for script in scripts.walk_revisions()}
    if present not in known:
        raise AppError(
            "这个目录由更新版本的底数建立,本版本不能打开。", "请在本机安装新版本后再打开;目录没有被改动。"
        )
    if present == scripts.get_current_head():
        return
    back_up_file(folder, label=f"before-{scripts.get_current_head()}")
    with engine.connect().execution_options(**{WRITE_OPTION: True}) as connection, connection.begin():
        _upgrade(connection, scripts, present)


def _upgrade(connection: Connection, scripts: ScriptDirectory, present: str | None) -> None:
    context = _context(connection)
    steps = list(scripts.iterate_revisions("head", present))
    with Operations.context(context):
        for step in reversed(steps):
            step.module.upgrade()
            context.stamp(scripts, step.revision)


def _context(connection: Connection) -> MigrationContext:
    return MigrationContext.configure(connection, opts={"transactional_ddl": True})


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(SCRIPTS))
