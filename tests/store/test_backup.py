"""Backups are made when due, checked, rotated, and give back what was lost."""

import shutil
import sqlite3
from collections import namedtuple
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.errors import AppError
from app.store import audit, backup, integrity
from app.store.backup import Backup, back_up_file, back_up_people, backups, keep
from app.store.catalogue import Catalogue, Reading, open_catalogue
from app.store.restore import put_aside, restore
from tests.catalogues import add_document


def today() -> date:
    return datetime.now().astimezone().date()


def uuids(connection: Reading) -> list[str]:
    return list(connection.exec_driver_sql("SELECT uuid FROM document ORDER BY id").scalars())


def pretend(folder: Path, label: str, days_ago: int) -> Path:
    """A backup as it was made some days ago."""
    made = datetime.now().astimezone() - timedelta(days=days_ago)
    path = folder / "backups" / f"{made:%Y%m%d}-120000-{label}.db"
    shutil.copyfile(folder / "catalogue.db", path)
    return path


def age(catalogue: Catalogue, days: int) -> None:
    made = datetime.now().astimezone().replace(tzinfo=None) - timedelta(days=days)
    catalogue.change_settings({"created_at": made.isoformat(timespec="seconds")}, by="王示例")


@pytest.mark.parametrize(
    ("age_in_days", "present", "made"),
    [
        (0, [], None),
        (1, [], "daily"),
        (7, [], "weekly"),
        (30, [("weekly", 3)], "daily"),
        (30, [("manual", 3)], "daily"),
        (30, [("weekly", 7)], "weekly"),
        (30, [("daily", 1)], "weekly"),
        (30, [("weekly", 3), ("daily", 0)], None),
        (30, [("manual", 0)], None),
    ],
)
def test_what_is_due_is_made(
    catalogue: Catalogue, age_in_days: int, present: list[tuple[str, int]], made: str | None
) -> None:
    age(catalogue, age_in_days)
    before = {pretend(catalogue.folder, label, days) for label, days in present}
    keep(catalogue.folder, today())
    new = [item.label for item in backups(catalogue.folder) if item.path not in before]
    assert new == ([made] if made else [])


def test_the_first_write_of_a_day_keeps_what_was_there(catalogue: Catalogue) -> None:
    age(catalogue, 2)
    catalogue.close()
    with open_catalogue(catalogue.folder) as again:
        assert backups(catalogue.folder) == []
        again.change_settings({"new": "1"}, by="王示例")
        again.change_settings({"newer": "1"}, by="王示例")
    (only,) = backups(catalogue.folder)
    with closing(sqlite3.connect(only.path)) as copy:
        assert copy.execute("SELECT count(*) FROM setting WHERE key = 'new'").fetchone() == (0,)


def test_old_copies_go_and_those_made_by_hand_stay(catalogue: Catalogue) -> None:
    age(catalogue, 90)
    for days in range(1, 40):
        pretend(catalogue.folder, "daily", days)
    by_hand = pretend(catalogue.folder, "manual", 3)
    keep(catalogue.folder, today())
    labels = [item.label for item in backups(catalogue.folder)]
    assert labels.count("daily") == backup.KEPT["daily"]
    assert by_hand.exists()


def test_a_copy_of_what_people_made_leaves_out_texts_only(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue, text="正文里的独特字样甲乙丙丁")
    made = back_up_people(catalogue.folder)
    with closing(sqlite3.connect(made)) as copy:
        assert copy.execute("SELECT uuid FROM document").fetchall() == [(uuid,)]
        assert copy.execute("SELECT count(*) FROM content_text").fetchone() == (0,)
        assert copy.execute("SELECT count(*) FROM location").fetchone() == (1,)


@pytest.mark.parametrize("make", [back_up_people, lambda folder: back_up_file(folder, label="manual")])
def test_a_restored_catalogue_holds_the_documents_and_the_chain(catalogue: Catalogue, make) -> None:
    uuid = add_document(catalogue)
    made = make(catalogue.folder)
    with catalogue.read() as connection:
        head = audit.head(connection)
    add_document(catalogue, "此后登记的一件")
    catalogue.close()
    done = restore(catalogue.folder, made, by="王示例")
    assert done.set_aside is not None
    with open_catalogue(catalogue.folder) as again, again.read() as connection:
        assert uuids(connection) == [uuid]
        assert audit.faults(connection, expected_head=head) == []
    with closing(sqlite3.connect(done.set_aside / "catalogue.db")) as aside:
        assert aside.execute("SELECT count(*) FROM document").fetchone() == (2,)


def test_a_damaged_backup_is_refused_and_nothing_changes(catalogue: Catalogue) -> None:
    add_document(catalogue)
    made = back_up_file(catalogue.folder, label="manual")
    whole = made.read_bytes()
    made.write_bytes(whole[: len(whole) // 2])
    catalogue.close()
    before = (catalogue.folder / "catalogue.db").read_bytes()
    with pytest.raises(AppError):
        restore(catalogue.folder, made, by="王示例")
    assert (catalogue.folder / "catalogue.db").read_bytes() == before


def test_an_open_catalogue_is_not_replaced(catalogue: Catalogue) -> None:
    add_document(catalogue)
    made = back_up_file(catalogue.folder, label="manual")
    with closing(sqlite3.connect(catalogue.folder / "catalogue.db")) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM document").fetchone()
        with pytest.raises(AppError, match="另一个程序"):
            restore(catalogue.folder, made, by="王示例")


def test_a_restore_that_was_cut_off_is_explained_and_done_again(catalogue: Catalogue) -> None:
    backup = back_up_file(catalogue.folder, label="manual")
    catalogue.close()
    put_aside(catalogue.folder)
    with pytest.raises(AppError, match="没有做完") as caught:
        open_catalogue(catalogue.folder)
    assert "dishu restore" in caught.value.advice
    done = restore(catalogue.folder, backup, by="王示例")
    assert done.set_aside is None
    with open_catalogue(catalogue.folder) as again:
        assert integrity.all_problems(again) == []


def test_restoring_elsewhere_leaves_the_catalogue_alone(catalogue: Catalogue, tmp_path: Path) -> None:
    uuid = add_document(catalogue)
    made = back_up_file(catalogue.folder, label="manual")
    restore(catalogue.folder, made, by="王示例", into=tmp_path / "other")
    with open_catalogue(tmp_path / "other") as other, other.read() as connection:
        assert uuids(connection) == [uuid]
    with pytest.raises(AppError, match="不是空文件夹"):
        restore(catalogue.folder, made, by="王示例", into=tmp_path / "other")


def test_a_full_disk_refuses_a_backup_by_hand_and_does_not_stop_work(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    usage = namedtuple("usage", "total used free")
    age(catalogue, 3)
    monkeypatch.setattr(backup.shutil, "disk_usage", lambda _: usage(1, 1, 0))
    with pytest.raises(AppError, match="空间不够"):
        back_up_file(catalogue.folder, label="manual")
    catalogue.close()
    with open_catalogue(catalogue.folder) as again:
        again.change_settings({"new": "1"}, by="王示例")
        assert again.settings()["new"] == "1"
    assert backups(catalogue.folder) == []
    assert [record.getMessage() for record in caplog.records] == ["backup not made: AppError"]
    caplog.clear()


def test_the_list_is_newest_first_and_ignores_strangers(catalogue: Catalogue) -> None:
    older, newer = pretend(catalogue.folder, "weekly", 9), pretend(catalogue.folder, "before-0002", 2)
    (catalogue.folder / "backups" / "readme.db").write_text("x")
    found = backups(catalogue.folder)
    assert [item.path for item in found] == [newer, older]
    assert isinstance(found[0], Backup)
    assert found[0].label == "before-0002"
