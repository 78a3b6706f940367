"""Scans: recognised, taken up where a run stopped, refused when a mark is read on one."""

import os
from pathlib import Path

import pytest

from app.formats import ocr
from app.store import ocr_pages
from app.store.catalogue import open_catalogue
from tests.e2e.conftest import Dishu
from tests.e2e.left_bytes import RARE, is_left
from tests.samples.carriers.drawn import Job, draw
from tests.samples.carriers.pages import Placed

needs_engine = pytest.mark.skipif(not ocr.available(), reason="the OCR extra is not installed")


def page(*lines: str, size: float = 16.0) -> tuple[Placed, ...]:
    return tuple(Placed(text, 28.0, 40.0 + 14.0 * place, size) for place, text in enumerate(lines))


def scan(path: Path, *pages: tuple[Placed, ...]) -> None:
    reason = draw([Job(path, pages)])
    if reason:
        pytest.skip(reason)


LINES = (
    "临湖县水利局",
    "关于修缮堤防的通知",
    "各乡镇人民政府：",
    "请抓紧修缮。",
    "临湖县水利局",
    "2015年3月7日",
)


@needs_engine
def test_a_scan_gets_its_text_its_document_and_its_place_in_the_index(
    dishu: Dishu, shelf: Path, files: Path
) -> None:
    scan(files / "甲.png", page(*LINES))
    off = dishu("ingest", shelf, files, "--ocr", "off", "--json").json
    assert off["ocr"] == {"installed": True, "waiting_files": 1, "waiting_pages": 1}
    done = dishu("ingest", shelf, files, "--workers", 1, "--json").json["ocr"]
    assert (done["pages"], done["files"], done["waiting_files"]) == (1, 1, 0)
    assert dishu("search", shelf, "堤防", "--json").json["count"] == 1
    (document,) = dishu("export", shelf).json["documents"]
    assert "堤防" in document["title"]
    (file,) = dishu("show", shelf, document["id"], "--json").json["files"]
    assert file["ocr_confidence"] > 0.8
    os.utime(files / "甲.png", (1, 1))
    again = dishu("ingest", shelf, files, "--workers", 1, "--json").json["ocr"]
    assert again["pages"] == 0, "what was recognised is not recognised again"
    assert dishu("status", shelf, "--json").json["by_status"] == {"ok": 1}
    assert len(dishu("ocr", "list", shelf, "--below", "1.01", "--json").lines) == 1


@needs_engine
def test_pages_that_were_read_before_a_stop_are_not_read_again(
    dishu: Dishu, shelf: Path, files: Path
) -> None:
    scan(files / "甲.png", page(*LINES))
    dishu("ingest", shelf, files, "--workers", 1)
    with open_catalogue(shelf) as catalogue, catalogue.write(by="系统", action="test") as unit:
        ((content_id,),) = unit.connection.exec_driver_sql("SELECT content_id FROM ocr_task").all()
        ocr_pages.plan(unit.connection, content_id, [1])
        unit.record("test")
        unit.commit()
    done = dishu("ocr", "run", shelf, "--workers", 1, "--json").json
    assert (done["pages"], done["files"]) == (0, 1)


@needs_engine
def test_of_a_scan_of_many_pages_only_those_are_read_that_a_stop_left(
    dishu: Dishu, shelf: Path, files: Path
) -> None:
    pages = [page(*LINES), page("二、加强巡查。", "三、及时上报。"), page("四、本通知自印发之日起施行。")]
    scan(files / "甲.tif", *pages)
    first = dishu("ingest", shelf, files, "--workers", 1, "--json").json["ocr"]
    assert (first["pages"], first["files"]) == (3, 1)
    with open_catalogue(shelf) as catalogue, catalogue.write(by="系统", action="test") as unit:
        ((content_id,),) = unit.connection.exec_driver_sql("SELECT content_id FROM ocr_task").all()
        unit.connection.exec_driver_sql("DELETE FROM ocr_page WHERE page = 2")
        ocr_pages.plan(unit.connection, content_id, [1, 2, 3])
        unit.record("test")
        unit.commit()
    done = dishu("ocr", "run", shelf, "--workers", 1, "--json").json
    assert (done["pages"], done["files"], done["waiting_pages"]) == (1, 1, 0)
    assert dishu("search", shelf, "巡查", "--json").json["count"] == 1


@needs_engine
def test_only_pages_that_read_badly_are_listed_for_a_person(dishu: Dishu, shelf: Path, files: Path) -> None:
    scan(files / "甲.tif", page(*LINES), ())
    done = dishu("ingest", shelf, files, "--workers", 1, "--json").json["ocr"]
    assert (done["pages"], done["doubtful_pages"]) == (2, 1)
    (doubtful,) = dishu("ocr", "list", shelf, "--json").lines
    assert (doubtful["path"], doubtful["page"], doubtful["confidence"]) == ("甲.tif", 2, 0.0)


@needs_engine
def test_a_mark_that_is_read_on_a_scan_lets_nothing_of_it_stay(
    dishu: Dishu, shelf: Path, files: Path
) -> None:
    scan(files / "甲.png", page("机密★5年", "临湖县水利局", f"关于{RARE}保护的通知", "各乡镇人民政府："))
    done = dishu("ingest", shelf, files, "--workers", 1, "--json").json["ocr"]
    assert (done["quarantined"], done["files"]) == (1, 0)
    export = dishu("export", shelf).json
    assert (export["documents"], export["quarantined"]) == ([], ["甲.png"])
    assert not is_left(shelf, RARE)
    (waiting,) = dishu("quarantine", "list", shelf, "--json").lines
    assert waiting["rule"].startswith("ocr:")


@pytest.mark.skipif(ocr.available(), reason="the OCR extra is installed")
def test_without_the_engine_the_advice_is_clear(dishu: Dishu, shelf: Path, files: Path) -> None:
    assert "--ocr" in dishu("ocr", "run", shelf).err
    assert dishu("ingest", shelf, files, "--ocr", "force").status == 3
