"""What a dry run tells: files, formats, and how many pages wait for recognition."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.domain.source import FileFormat
from app.formats.pool import WorkerPool
from app.formats.reader import UnreadableError
from app.formats.scan_pages import Pages, pages_of
from app.inventory.survey import SECONDS_PER_SCAN, survey
from app.progress import Silent
from tests.unit.formats.pdf_file import pdf, show

LINE = show("临湖县水利局关于修缮堤防的通知各乡镇人民政府各有关单位请抓紧修缮堤防并于月底前报告", 40, 700, 16)
PICTURE = "q 595 0 0 842 0 0 cm /I Do Q\n"


def tif(pages: int) -> bytes:
    stream = io.BytesIO()
    pictures = [Image.new("L", (60, 80), 255) for _ in range(pages)]
    pictures[0].save(stream, "TIFF", save_all=True, append_images=pictures[1:])
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "file_format", "pages"),
    [
        (tif(3), FileFormat.TIF, Pages(3, 3)),
        (pdf(LINE, LINE).getvalue(), FileFormat.PDF, Pages(2, 0)),
        (pdf(*[PICTURE] * 6).getvalue(), FileFormat.PDF, Pages(6, 6)),
        (pdf(LINE, show("临湖县水利局办公室", 40, 700, 16)).getvalue(), FileFormat.PDF, Pages(2, 0)),
        (pdf(LINE, PICTURE, PICTURE).getvalue(), FileFormat.PDF, Pages(3, 2)),
        ("关于修缮堤防的通知".encode(), FileFormat.TXT, Pages(0, 0)),
    ],
)
def test_pages_without_text_are_told_before_anything_is_read(
    data: bytes, file_format: FileFormat, pages: Pages
) -> None:
    assert pages_of(io.BytesIO(data), file_format) == pages


def test_a_damaged_scan_is_refused() -> None:
    with pytest.raises(UnreadableError):
        pages_of(io.BytesIO(b"%PDF-1.4 cut"), FileFormat.PDF)


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(1) as started:
        yield started


def test_a_survey_counts_what_an_ingest_would_meet(pool: WorkerPool, tmp_path: Path) -> None:
    (tmp_path / "甲.tif").write_bytes(tif(4))
    (tmp_path / "乙.pdf").write_bytes(pdf(PICTURE, PICTURE).getvalue())
    (tmp_path / "丙.pdf").write_bytes(pdf(LINE).getvalue())
    (tmp_path / "丁.txt").write_text("关于修缮堤防的通知", encoding="utf-8")
    (tmp_path / "~$丁.docx").write_bytes(b"")
    (tmp_path / "机密★关于某事的通知.txt").write_text("甲", encoding="utf-8")
    seen = survey([tmp_path], pool, Silent())
    assert seen.by_kind == {"tif": 1, "pdf": 2, "txt": 1, "skipped": 1, "quarantined": 1}
    assert (seen.files, seen.pages, seen.scans, seen.scan_pages) == (6, 7, 2, 6)
    assert seen.bytes == sum(path.stat().st_size for path in tmp_path.iterdir())
    assert seen.recognition_seconds(workers=2) == 3 * SECONDS_PER_SCAN
