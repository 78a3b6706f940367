"""Redacted copies: planted values are nowhere any more, everything else is as it was."""

import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from app.errors import AppError
from app.formats import ocr
from app.formats.extract import extract
from app.formats.render import page_picture
from app.formats.write.leaks import leaked, unpacked
from app.report.publication.check import check_file
from app.report.publication.faults import FaultKind
from app.report.publication.redact import redact_file, state_of, still_there
from app.report.publication.scans import seen_by_recognition
from tests.report.letters import GOOD, write_pdf
from tests.report.planted import planted_docx, planted_pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("seed", range(12))
def test_word_copy_holds_no_planted_value(seed: int, tmp_path: Path) -> None:
    made = planted_docx(tmp_path / "in.docx", seed)
    target = tmp_path / "out.docx"
    values = list(made.values.values())
    assert len(leaked(made.path, values)) > len(values) / 2, "they are in the source"
    copy = redact_file(made.path, target)
    assert copy.left_over == 0
    assert leaked(target, values) == ()
    assert still_there(target, values) == ()
    assert "王示例".encode() not in b"".join(unpacked(target.read_bytes()))
    paragraphs = [paragraph.text for paragraph in Document(str(target)).paragraphs]
    assert [text for text in paragraphs if text in made.others] == made.others
    assert paragraphs[1].endswith("█")


def test_word_copy_leaves_other_paragraphs_as_they_were(tmp_path: Path) -> None:
    made = planted_docx(tmp_path / "in.docx", 7)
    target = tmp_path / "out.docx"
    redact_file(made.path, target)
    for text in made.others:
        before, after = (
            next(p._p for p in Document(str(path)).paragraphs if p.text == text)
            for path in (made.path, target)
        )
        looks = [
            [
                etree.tostring(r.find(W + "rPr")) if r.find(W + "rPr") is not None else b""
                for r in p.iter(W + "r")
                if r.find(W + "t") is not None
            ]
            for p in (before, after)
        ]
        assert looks[0] == looks[1]
    with zipfile.ZipFile(target) as archive:
        assert not any("comments" in name or "docProps" in name for name in archive.namelist())


def text_of(path: Path, page: int) -> str:
    with path.open("rb") as stream:
        found = extract(stream, path.name)
    bounds = [*found.page_starts, len(found.text)]
    return found.text[bounds[page - 1] : bounds[page]]


@pytest.mark.parametrize("seed", range(12))
def test_pdf_copy_holds_no_planted_value(seed: int, tmp_path: Path) -> None:
    made = planted_pdf(tmp_path / "in.pdf", seed)
    target = tmp_path / "out.pdf"
    values = list(made.values.values())
    copy = redact_file(made.path, target)
    assert copy.left_over == 0
    assert leaked(target, values) == ()
    assert 1 in copy.pictures
    pages = set(range(1, 4)) - set(copy.pictures)
    assert all(text_of(target, page) == text_of(made.path, page) for page in pages if page < 3)
    assert b"office" not in target.read_bytes(), "properties do not come along"


def test_mailbox_of_a_person_goes_and_of_an_office_stays(tmp_path: Path) -> None:
    source, target = tmp_path / "in.docx", tmp_path / "out.docx"
    document = Document()
    document.add_paragraph("电子邮箱：lin@example.com，单位邮箱：linhu@linhu.gov.cn")
    document.save(str(source))
    redact_file(source, target)
    assert (
        Document(str(target)).paragraphs[0].text == "电子邮箱：" + "█" * 15 + "，单位邮箱：linhu@linhu.gov.cn"
    )


def scan(path: Path, seed: int) -> dict[str, str]:
    """The first two pages of a planted PDF as pictures; the values that can be seen on them."""
    made = planted_pdf(path.with_name("source.pdf"), seed)
    with made.path.open("rb") as stream:
        pages = [page_picture(stream, number, 200).convert("RGB") for number in (1, 2)]
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=200)
    return {place: made.values[place] for place in ("text", "cell")}


def test_scanned_pages_are_named_where_nothing_can_read_them(tmp_path: Path) -> None:
    scan(tmp_path / "in.pdf", 4)
    if ocr.available():
        pytest.skip("text recognition is installed")
    copy = redact_file(tmp_path / "in.pdf", tmp_path / "out.pdf")
    assert copy.unread == (1, 2)
    assert "人工" in state_of(copy)
    codes = {fault.code for fault in check_file(tmp_path / "in.pdf").faults}
    assert "pages_without_text" in codes


@pytest.mark.skipif(not ocr.available(), reason="rapidocr is not installed")
def test_values_on_scanned_pages_are_blacked_out(tmp_path: Path) -> None:
    values = scan(tmp_path / "in.pdf", 4)
    assert seen_by_recognition(tmp_path / "in.pdf", [1, 2], list(values.values()))
    copy = redact_file(tmp_path / "in.pdf", tmp_path / "out.pdf")
    assert (copy.left_over, copy.unread, copy.places) == (0, (), 2)
    assert seen_by_recognition(tmp_path / "out.pdf", [1, 2], list(values.values())) == ()


def test_text_under_a_bar_is_found(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "covered.pdf", GOOD, bars=("河道保洁任务",))
    covered = [fault for fault in check_file(path).faults if fault.kind is FaultKind.COVERED_TEXT]
    assert [fault.where for fault in covered] == ["第1页"]
    clean = check_file(write_pdf(tmp_path / "clean.pdf", GOOD))
    assert not [fault for fault in clean.faults if fault.kind is FaultKind.COVERED_TEXT]


def test_given_words_are_taken_out_too(tmp_path: Path) -> None:
    source, target = tmp_path / "in.docx", tmp_path / "out.docx"
    planted_docx(source, 3)
    redact_file(source, target, ["临时救助"])
    assert leaked(target, ["临时救助"]) == ()


def test_classified_and_foreign_files_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "机密★10年 安排.docx"
    planted_docx(secret, 1)
    with pytest.raises(AppError):
        redact_file(secret, tmp_path / "out.docx")
    plain = tmp_path / "note.txt"
    plain.write_text("各镇人民政府：", encoding="utf-8")
    with pytest.raises(AppError):
        redact_file(plain, tmp_path / "out.txt")
