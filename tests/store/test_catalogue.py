"""Creating, opening and refusing catalogues; transactions."""

import sqlite3
from pathlib import Path

import pytest

from app.errors import AppError
from app.store.catalogue import Catalogue, create_catalogue, open_catalogue, put_setting


def test_what_was_set_is_there_after_reopening(tmp_path: Path) -> None:
    with create_catalogue(tmp_path / "c", office="临湖县水利局", fonds_code="Z021", by="王示例") as made:
        made.change_settings({"page": "20"}, by="王示例")
    with open_catalogue(tmp_path / "c") as opened:
        settings = opened.settings()
    assert settings["office"] == "临湖县水利局"
    assert settings["fonds_code"] == "Z021"
    assert settings["page"] == "20"


def test_nothing_is_kept_without_commit(catalogue: Catalogue) -> None:
    with catalogue.write(by="王示例", action="test") as unit:
        put_setting(unit.connection, "lost", "1")
        unit.record("setting:lost")
    assert "lost" not in catalogue.settings()


def test_nothing_is_kept_when_the_block_fails(catalogue: Catalogue) -> None:
    def fail() -> None:
        with catalogue.write(by="王示例", action="test") as unit:
            put_setting(unit.connection, "lost", "1")
            unit.record("setting:lost")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert "lost" not in catalogue.settings()
    catalogue.change_settings({"kept": "1"}, by="王示例")
    assert catalogue.settings()["kept"] == "1"


def test_commit_without_audit_entry_is_a_defect(catalogue: Catalogue) -> None:
    with catalogue.write(by="王示例", action="test") as unit, pytest.raises(AssertionError):
        unit.commit()


def test_a_write_needs_a_name(catalogue: Catalogue) -> None:
    with pytest.raises(AppError, match="经办人"), catalogue.write(by=" ", action="test"):
        pass


def test_a_folder_in_use_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text("x")
    with pytest.raises(AppError, match="不是空文件夹"):
        create_catalogue(tmp_path / "full", office="某局", by="系统")
    assert (tmp_path / "full" / "a.txt").read_text() == "x"


def test_opening_nothing_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="没有底数目录"):
        open_catalogue(tmp_path)


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()


def garbage(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)


def cut_short(path: Path) -> None:
    with create_catalogue(path.parent / "other", office="某局", by="系统"):
        pass
    path.write_bytes((path.parent / "other" / "catalogue.db").read_bytes()[:5000])


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [(foreign, "不是底数的目录文件"), (garbage, "不是底数的目录文件"), (cut_short, "已损坏")],
)
def test_a_spoilt_file_is_refused_with_a_sentence(tmp_path: Path, spoil, sentence: str) -> None:
    spoil(tmp_path / "catalogue.db")
    before = (tmp_path / "catalogue.db").read_bytes()
    with pytest.raises(AppError, match=sentence):
        open_catalogue(tmp_path)
    assert (tmp_path / "catalogue.db").read_bytes() == before


def test_a_newer_catalogue_is_refused_and_left_alone(catalogue: Catalogue) -> None:
    connection = sqlite3.connect(catalogue.folder / "catalogue.db")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(AppError, match="更新版本"):
        open_catalogue(catalogue.folder)


def test_a_full_disk_is_told_and_nothing_is_lost(catalogue: Catalogue) -> None:
    catalogue.change_settings({"before": "1"}, by="王示例")

    def fill() -> None:
        with catalogue.write(by="王示例", action="test") as unit:
            pages = unit.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            unit.connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
            for number in range(200):
                put_setting(unit.connection, f"key {number}", "x" * 4000)

    with pytest.raises(AppError, match="磁盘已满"):
        fill()
    catalogue.close()
    with open_catalogue(catalogue.folder) as again:
        assert again.settings()["before"] == "1"
        assert "key 0" not in again.settings()


def test_a_catalogue_in_use_is_told(catalogue: Catalogue) -> None:
    other = sqlite3.connect(catalogue.folder / "catalogue.db")
    other.execute("BEGIN IMMEDIATE")
    try:
        with catalogue.read() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout=50")

        def write() -> None:
            with catalogue.write(by="王示例", action="test"):
                pass

        with pytest.raises(AppError, match="另一个程序"):
            write()
    finally:
        other.rollback()
        other.close()
