"""Files that cannot be read: each has its own kind of failure, advice for a person, and the run goes on."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from app.domain.source import FailureKind, FileStatus
from app.errors import AppError
from app.formats import opening
from app.formats.pool import WorkerPool
from app.inventory.ingest import ingest
from app.inventory.process import Processed, process_file
from app.inventory.scan import found_file
from app.progress import Silent
from app.report.inventory import inventory
from app.store.catalogue import Catalogue
from tests.unit.formats.pdf_file import pdf, show


def docx(text: str = "关于修缮堤防的通知") -> bytes:
    stream, document = io.BytesIO(), Document()
    document.add_paragraph(text)
    document.save(stream)
    return stream.getvalue()


def with_entities(bomb: str) -> bytes:
    """A Word file whose text is an entity that unfolds a billion times, or leads to another file."""
    made, source = io.BytesIO(), zipfile.ZipFile(io.BytesIO(docx("占位")))
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                head, _, rest = data.partition(b"?>")
                data = head + b"?>" + bomb.encode() + rest.replace("占位".encode(), b"&a9;")
            target.writestr(name, data)
    return made.getvalue()


LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
BILLION = f'<!DOCTYPE d [<!ENTITY a0 "哈哈哈">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY a9 SYSTEM "file:///etc/hostname">]>'


def steep_zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("炸.txt", bytes(300_000_000))
        package.writestr("好.txt", "关于修缮堤防的通知")
    return stream.getvalue()


def outcomes(path: Path, data: bytes) -> list[Processed]:
    path.write_bytes(data)
    return process_file(found_file(str(path)))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("截断.docx", docx()[:-600], FailureKind.DAMAGED),
        ("截断.pdf", b"%PDF-1.4\n1 0 obj\n<</Type/Cat", FailureKind.DAMAGED),
        ("截断.zip", b"PK\x03\x04" + bytes(40), FailureKind.DAMAGED),
        ("程序.exe", b"MZ\x90\x00" + bytes(200), FailureKind.UNSUPPORTED),
    ],
)
def test_each_has_its_kind_and_advice(tmp_path: Path, name: str, data: bytes, kind: FailureKind) -> None:
    (processed,) = outcomes(tmp_path / name, data)
    assert processed.failure is not None
    assert processed.failure.kind is kind
    assert "。" in processed.failure.message
    assert (processed.status, processed.extraction) == (FileStatus.FAILED, None)
    assert processed.sha256 == hashlib.sha256(data).hexdigest()


def test_an_empty_file_is_accounted_for(tmp_path: Path) -> None:
    for name in ("空.txt", "空.docx", "空.pdf"):
        (processed,) = outcomes(tmp_path / name, b"")
        assert processed.status in {FileStatus.FAILED, FileStatus.OK, FileStatus.SKIPPED}
        assert processed.extraction is None or processed.extraction.text == ""


@pytest.mark.parametrize("bomb", [BILLION, OUTSIDE])
def test_entities_are_neither_unfolded_nor_fetched(tmp_path: Path, bomb: str) -> None:
    (processed,) = outcomes(tmp_path / "实体.docx", with_entities(bomb))
    text = processed.extraction.text if processed.extraction else ""
    assert "哈" not in text
    assert Path("/etc/hostname").read_text(encoding="utf-8").strip() not in (text or "-")


def test_a_bomb_in_a_zip_costs_only_itself(tmp_path: Path) -> None:
    found = {one.inner: one for one in outcomes(tmp_path / "包.zip", steep_zip())}
    bomb = found["炸.txt"].failure
    assert bomb is not None
    assert bomb.kind is FailureKind.TOO_LARGE
    assert found["好.txt"].status is FileStatus.OK


def test_a_file_held_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, tries, opened = tmp_path / "甲.txt", [0], opening._open
    path.write_text("关于修缮堤防的通知", encoding="utf-8")

    def held_twice(name: str) -> object:
        tries[0] += 1
        if tries[0] <= 2:
            raise PermissionError(13, "held by another program")
        return opened(name)

    monkeypatch.setattr(opening, "BACK_OFF_SECONDS", (0.0, 0.0, 0.0))
    monkeypatch.setattr(opening, "_open", held_twice)
    (processed,) = process_file(found_file(str(path)))
    assert (processed.status, tries[0]) == (FileStatus.OK, 3)


def test_a_file_that_stays_held_is_blocked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(name: str) -> object:
        raise PermissionError(13, "held by another program", name)

    path = tmp_path / "甲.txt"
    path.write_text("甲", encoding="utf-8")
    monkeypatch.setattr(opening, "BACK_OFF_SECONDS", (0.0,))
    monkeypatch.setattr(opening, "_open", held)
    (processed,) = process_file(found_file(str(path)))
    assert processed.failure is not None
    assert processed.failure.kind is FailureKind.BLOCKED


class PulledOut(Silent):
    """The drive is unplugged once its files are counted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def step(self, stage: str, done: int, total: int = 0) -> None:  # noqa: ARG002 - as the protocol has it
        """Take the folder away with the first file that is read."""
        if stage == "读取文件" and self.folder.exists():
            self.folder.rename(self.folder.with_name("unplugged"))


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(1) as started:
        yield started


def test_a_share_that_disconnects_ends_the_run_and_nothing_counts_as_vanished(
    catalogue: Catalogue, pool: WorkerPool, tmp_path: Path
) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    for number in range(12):
        text = f"临湖水发〔2015〕{number}号\n关于第{number}段堤防的通知\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    ingest(catalogue, [folder], pool, Silent())
    held = len(inventory(catalogue)["documents"])
    (folder / "新.pdf").write_bytes(pdf(show("关于清理河道的通知", 40, 700, 16)).getvalue())
    with pytest.raises(AppError, match="找不到文件夹"):
        ingest(catalogue, [folder], pool, PulledOut(folder))
    with catalogue.read() as connection:
        gone = connection.exec_driver_sql("SELECT count(*) FROM location WHERE is_present = 0").scalar_one()
    assert (gone, len(inventory(catalogue)["documents"])) == (0, held)
    folder.with_name("unplugged").rename(folder)
    again = ingest(catalogue, [folder], pool, Silent())
    assert (again.seen, again.failed.total(), again.vanished) == (13, 0, 0)
