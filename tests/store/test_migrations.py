"""Older catalogues become equal to new ones, and keep their rows."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from textwrap import dedent

import pytest

from app.domain.review import ReviewState
from app.errors import AppError
from app.review import decide
from app.search.find import find
from app.store import audit, documents, integrity, queries
from app.store.backup import backups
from app.store.catalogue import Catalogue, create_catalogue, open_catalogue
from app.store.engine import open_engine
from app.store.rebuild_table import rebuild_table
from app.store.restore import restore
from app.store.schema import SCRIPTS, bring_up_to_date, head_edition
from tests.catalogues import add_document
from tests.review.staff import OPEN
from tools.freeze_catalogue import APPROVER, DECIDED, DOCUMENTS, PIN, PROPOSER

OLD = sorted((Path(__file__).parents[1] / "old_catalogues").glob("*.db"))
REFRESH = (
    "before the first release: .venv/bin/python -m tools.freeze_catalogue; after it: add a migration step"
)


def schema(folder: Path) -> list[tuple[str, str, str]]:
    """Everything that is laid out; a renamed table has quotes around its name, which mean nothing."""
    with closing(sqlite3.connect(folder / "catalogue.db")) as connection:
        rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return sorted(
        (kind, name, re.sub(r'^CREATE TABLE "(\w+)"', r"CREATE TABLE \1", sql)) for kind, name, sql in rows
    )


def test_every_edition_has_an_old_catalogue() -> None:
    steps = {path.name.split("_")[0] for path in (SCRIPTS / "versions").glob("[0-9]*.py")}
    assert {path.stem for path in OLD} == steps, REFRESH


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_an_old_catalogue_becomes_equal_to_a_new_one(old: Path, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    shutil.copyfile(old, tmp_path / "old" / "catalogue.db")
    create_catalogue(tmp_path / "new", office="某局", by="系统").close()
    with open_catalogue(tmp_path / "old") as opened:
        assert opened.settings()["office"] == "临湖县人民政府办公室"
        assert integrity.all_problems(opened) == []
    assert schema(tmp_path / "old") == schema(tmp_path / "new"), REFRESH


@pytest.mark.parametrize(
    "loss", ["ALTER TABLE review_job DROP COLUMN label", "DROP TABLE logged_search"], ids=["column", "table"]
)
def test_a_catalogue_that_lacks_some_of_its_edition_is_refused(loss: str, tmp_path: Path) -> None:
    create_catalogue(tmp_path / "catalogue", office="某局", by="系统").close()
    with closing(sqlite3.connect(tmp_path / "catalogue" / "catalogue.db")) as connection:
        connection.execute(loss)
        connection.commit()
    with pytest.raises(AppError, match="少了"):
        open_catalogue(tmp_path / "catalogue")


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_what_people_made_in_an_old_catalogue_is_there_and_goes_on(old: Path, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    shutil.copyfile(old, tmp_path / "old" / "catalogue.db")
    with open_catalogue(tmp_path / "old") as opened:
        with opened.read() as connection:
            assert audit.faults(connection) == []
            rows = queries.document_rows(
                connection, queries.document_ids(connection, queries.DocumentFilter())
            ).values()
        decided = [row for row in rows if row.review_state is ReviewState.APPROVED]
        assert (len(rows), len(decided)) == (DOCUMENTS, DECIDED)
        assert "通报" in {row.genre for row in rows}
        assert find(opened, "清淤").count == DOCUMENTS
        waiting = next(row.uuid for row in rows if row.review_state is ReviewState.OPEN)
        decide.propose(opened, waiting, OPEN, by=PROPOSER)
        assert decide.approve(opened, waiting, by=APPROVER, pin=PIN).is_proven
        assert integrity.all_problems(opened) == []


CHANGED = """CREATE TABLE setting (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY ("key"),
    CONSTRAINT ck_setting_value CHECK (value <> 'forbidden')
)"""


def steps_with(tmp_path: Path, upgrade: str) -> Path:
    """The real steps and one more."""
    folder = tmp_path / "steps"
    shutil.copytree(SCRIPTS, folder)
    head = head_edition()
    code = f"""
        from alembic import op
        from app.store.rebuild_table import rebuild_table
        revision = "9000"
        down_revision = "{head}"
        CHANGED = {CHANGED!r}


        def upgrade() -> None:
            {upgrade}
        """
    (folder / "versions" / "9000_next.py").write_text(dedent(code), encoding="utf-8")
    return folder


def migrate(folder: Path, steps: Path) -> None:
    engine = open_engine(folder / "catalogue.db")
    try:
        bring_up_to_date(engine, folder, steps)
    finally:
        engine.dispose()


REBUILD = (
    """rebuild_table(op.get_bind(), "setting", CHANGED, filled_from={'key': '"key"', "value": "value"})"""
)


def test_a_rebuilt_table_has_its_rows_and_the_new_rule(catalogue: Catalogue, tmp_path: Path) -> None:
    before = catalogue.settings()
    catalogue.close()
    migrate(catalogue.folder, steps_with(tmp_path, REBUILD))
    with closing(sqlite3.connect(catalogue.folder / "catalogue.db")) as connection:
        assert dict(connection.execute("SELECT key, value FROM setting")) == before
        with pytest.raises(sqlite3.IntegrityError, match="ck_setting_value"):
            connection.execute("UPDATE setting SET value = 'forbidden'")
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("9000",)]
    assert [item.label for item in backups(catalogue.folder)] == ["before-9000"]


def test_rebuilding_a_table_that_others_refer_to_deletes_nothing(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    """With keys watched, dropping ``content`` would delete texts, elements and findings with it."""
    add_document(catalogue)
    catalogue.close()
    with closing(sqlite3.connect(catalogue.folder / "catalogue.db")) as connection:
        (ddl,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'content'").fetchone()
        columns = [row[1] for row in connection.execute("PRAGMA table_info(content)")]
        after = tuple(
            sql
            for (sql,) in connection.execute(
                "SELECT sql FROM sqlite_master WHERE tbl_name = 'content' AND type <> 'table' AND sql IS NOT NULL"
            )
        )
    same = {column: f'"{column}"' for column in columns}
    before = schema(catalogue.folder)
    step = f'rebuild_table(op.get_bind(), "content", {ddl!r}, filled_from={same!r}, after={after!r})'
    migrate(catalogue.folder, steps_with(tmp_path, step))
    assert schema(catalogue.folder) == before
    with closing(sqlite3.connect(catalogue.folder / "catalogue.db")) as connection:
        for table in ("content", "content_text", "element"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] >= 1
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    "step",
    [
        REBUILD + "; raise ZeroDivisionError",
        """op.execute("DELETE FROM document")""",
    ],
)
def test_a_step_that_fails_leaves_the_catalogue_as_it_was(
    catalogue: Catalogue, tmp_path: Path, step: str
) -> None:
    add_document(catalogue)
    catalogue.close()
    before = schema(catalogue.folder)
    with pytest.raises((ZeroDivisionError, AppError)):
        migrate(catalogue.folder, steps_with(tmp_path, step))
    assert schema(catalogue.folder) == before
    with open_catalogue(catalogue.folder) as again, again.read() as connection:
        assert integrity.problems(connection) == []
        assert audit.faults(connection) == []
    assert [item.label for item in backups(catalogue.folder)] == ["before-9000"]


def test_the_way_back_to_the_older_program(catalogue: Catalogue, tmp_path: Path) -> None:
    """What docs/install.md tells: the older program refuses, restores the copy made before, and goes on."""
    uuid = add_document(catalogue)
    catalogue.close()
    migrate(catalogue.folder, steps_with(tmp_path, REBUILD))
    with pytest.raises(AppError, match="更新版本"):
        open_catalogue(catalogue.folder)
    (before,) = backups(catalogue.folder)
    done = restore(catalogue.folder, before.path, by="王示例")
    with open_catalogue(catalogue.folder) as again, again.read() as connection:
        assert documents.document_with_uuid(connection, uuid) is not None
        assert integrity.all_problems(again) == []
    assert done.set_aside is not None
    newer = done.set_aside / "catalogue.db"
    with pytest.raises(AppError, match="更新版本"):
        restore(catalogue.folder, newer, by="王示例")
    open_catalogue(catalogue.folder).close()


def test_a_statement_for_another_table_is_refused(catalogue: Catalogue) -> None:
    with (
        catalogue.write(by="王示例", action="test") as unit,
        pytest.raises(ValueError, match="CREATE TABLE root"),
    ):
        rebuild_table(unit.connection, "root", CHANGED, filled_from={})
