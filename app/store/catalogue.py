"""The catalogue: one folder that can be moved, with ``catalogue.db``, ``backups/`` and ``logs/``."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TypeAlias
from uuid import uuid4

from sqlalchemy import Connection, Engine, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.audit import Change
from app.errors import AppError, NoCatalogueError
from app.store import audit, backup, schema
from app.store.engine import APPLICATION_ID, WRITE_OPTION, open_engine, require_sqlite
from app.store.faults import explained
from app.store.place import require_own_disk, require_writable
from app.store.tables.holdings import setting

DATABASE_NAME = "catalogue.db"

Reading: TypeAlias = Connection
"""What queries read from, for those who do not know the library behind it."""


def now() -> str:
    """The local time as it is stored everywhere: ISO 8601 with seconds."""
    return datetime.now().astimezone().replace(tzinfo=None).isoformat(timespec="seconds")


@dataclass(slots=True)
class Unit:
    """One short write transaction. Nothing is kept without an audit entry and ``commit()``."""

    connection: Connection
    by: str
    action: str
    at: str
    _has_entry: bool = False
    _is_committed: bool = False

    def record(self, subject: str, changes: Sequence[Change] = (), *, action: str = "", by: str = "") -> None:
        """Add an audit entry for ``subject`` (a UUID or the name of a setting)."""
        audit.append(
            self.connection,
            at=self.at,
            by=by or self.by,
            action=action or self.action,
            subject=subject,
            changes=changes,
        )
        self._has_entry = True

    def record_all(self, records: Sequence[audit.Record]) -> None:
        """Add many audit entries in their order; much faster than one by one."""
        audit.append_all(self.connection, at=self.at, by=self.by, records=records)
        self._has_entry = self._has_entry or bool(records)

    def commit(self) -> None:
        """Keep what was written."""
        if not self._has_entry:
            raise AssertionError("a write needs an audit entry")
        self.connection.commit()
        self._is_committed = True


class Catalogue:
    """An open catalogue. Threads may share it; each transaction has its own connection."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self._engine = engine
        self._are_backups_kept = False

    def __enter__(self) -> "Catalogue":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the file."""
        self._engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A short read transaction; hold it no longer than a page of rows."""
        with explained(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self, *, by: str, action: str) -> Iterator[Unit]:
        """A short write transaction in the name of a person; rolled back unless committed."""
        if not by.strip():
            raise AppError("没有写明经办人。", "请用 --by 写明姓名，或在窗口左下角选择经办人。")
        self._keep_backups()
        with explained(), self._engine.connect() as raw:
            connection = raw.execution_options(**{WRITE_OPTION: True})
            transaction = connection.begin()
            try:
                yield Unit(connection, by, action, now())
            finally:
                if transaction.is_active:
                    transaction.rollback()

    def _keep_backups(self) -> None:
        """Before the first write: the copies that are due, so that a day's work never costs the days before."""
        if not self._are_backups_kept:
            self._are_backups_kept = True
            backup.keep(self.folder)

    def settings(self) -> dict[str, str]:
        """All settings kept in the catalogue."""
        with self.read() as connection:
            return {row.key: row.value for row in connection.execute(select(setting))}

    def change_settings(self, values: dict[str, str], *, by: str) -> None:
        """Set settings, each with an audit entry."""
        before = self.settings()
        with self.write(by=by, action="settings.change") as unit:
            for key, value in values.items():
                put_setting(unit.connection, key, value)
                unit.record(f"setting:{key}", [Change(key, before.get(key), value)])
            unit.commit()


def put_setting(connection: Connection, key: str, value: str) -> None:
    """Insert or replace one setting."""
    statement = insert(setting).values(key=key, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def create_catalogue(folder: Path, *, office: str, fonds_code: str = "", by: str) -> Catalogue:
    """Make a new catalogue in an empty or new folder.

    Raises:
        AppError: the folder holds something already or cannot be written.
    """
    require_sqlite()
    require_own_disk(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise AppError(f"“{folder}”已存在且不是空文件夹。", "请换一个新的文件夹名。")
    try:
        for part in ("backups", "logs"):
            (folder / part).mkdir(parents=True)
    except OSError as error:
        raise AppError(f"不能在“{folder}”建立目录。", "请检查磁盘空间和写权限。") from error
    with explained():
        engine = open_engine(folder / DATABASE_NAME)
        _lay_out(engine)
        catalogue = Catalogue(folder, engine)
        with catalogue.write(by=by, action="catalogue.create") as unit:
            values = {"uuid": str(uuid4()), "office": office, "fonds_code": fonds_code, "created_at": unit.at}
            for key, value in values.items():
                put_setting(unit.connection, key, value)
            unit.record("catalogue", [Change(key, None, value) for key, value in values.items()])
            unit.commit()
    return catalogue


def open_catalogue(folder: Path) -> Catalogue:
    """Open an existing catalogue, bringing an older schema up to date after a backup.

    Raises:
        AppError: there is none, it is damaged, foreign, or made by a newer version.
    """
    require_sqlite()
    database = folder / DATABASE_NAME
    if not database.is_file():
        _explain_broken_restore(folder)
        raise _no_catalogue(folder)
    require_own_disk(folder)
    require_writable(folder)
    with explained():
        _require_ours(database)
        engine = open_engine(database)
        try:
            schema.bring_up_to_date(engine, folder)
        except BaseException:
            engine.dispose()
            raise
    return Catalogue(folder, engine)


def _no_catalogue(folder: Path) -> NoCatalogueError:
    """Why there is no catalogue in a folder, and where the one may be that is meant."""
    if folder.is_file():
        place, is_ours = folder.parent, folder.name == DATABASE_NAME
        advice = f"请写“{place}”。" if is_ours else "请写目录文件夹的路径。"
        return NoCatalogueError(f"“{folder}”是一个文件，不是目录文件夹。", advice)
    if not folder.exists():
        return NoCatalogueError(
            f"找不到文件夹“{folder}”。",
            "请检查路径是否写对；还没有目录的，用“新建目录”建立一个（dishu new）。",
        )
    near = (
        *sorted(folder.glob(f"*/{DATABASE_NAME}")),
        *(above / DATABASE_NAME for above in folder.parents[:2]),
    )
    meant = next((place.parent for place in near if place.is_file()), None)
    advice = f"是不是“{meant}”？" if meant else "请检查路径，或用“新建目录”建立一个（dishu new）。"
    return NoCatalogueError(f"“{folder}”里没有底数目录。", advice)


def _explain_broken_restore(folder: Path) -> None:
    """Between setting the file aside and putting the backup there, the power may have gone."""
    aside = max(folder.glob("set-aside-*/catalogue.db"), default=None)
    if aside is not None:
        raise AppError(
            f"“{folder}”里的目录文件已移到一旁，上次恢复备份没有做完。",
            f"请再运行一次 dishu restore；或者把“{aside.parent.name}”里的文件移回来，恢复到那之前的样子。",
        )


def _lay_out(engine: Engine) -> None:
    with engine.connect() as connection:
        # the journal mode cannot change inside a transaction
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
    with engine.connect().execution_options(**{WRITE_OPTION: True}) as connection, connection.begin():
        schema.create(connection)


def _require_ours(database: Path) -> None:
    connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=rw", uri=True)
    try:
        (identifier,) = connection.execute("PRAGMA application_id").fetchone()
    finally:
        connection.close()
    if identifier != APPLICATION_ID:
        raise AppError(f"“{database}”不是底数的目录文件。", "请选择由本程序建立的目录文件夹。")
