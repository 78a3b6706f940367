"""Redacted copies: planted values are nowhere any more, everything else is as it was."""

import random
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree
from PIL import Image

from app.errors import AppError
from app.formats.extract import extract
from app.formats.write.leaks import leaked, unpacked
from app.report.publication.check import check_file
from app.report.publication.faults import FaultKind
from app.report.publication.redact import redact_file, still_there
from tests.report.letters import GOOD, Part, write_pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WEIGHTS, CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"


def resident_id(chance: random.Random) -> str:
    digits = f"110105{chance.randint(1950, 1999)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}{chance.randint(1, 999):03}"
    return digits + CHECKS[sum(int(a) * b for a, b in zip(digits, WEIGHTS, strict=True)) % 11]


def mobile(chance: random.Random) -> str:
    return f"13{chance.randint(10**8, 10**9 - 1)}"


def planted_docx(path: Path, seed: int) -> tuple[list[str], list[str]]:
    """A document with private values in eight kinds of places; returns them and the other paragraphs."""
    chance = random.Random(seed)
    values = [resident_id(chance) for _ in range(5)] + [mobile(chance) for _ in range(4)]
    document = Document()
    others = [
        "关于开展临时救助工作的通知",
        "各镇人民政府要认真做好救助对象的核查工作。",
        "本通知自印发之日起施行。",
    ]
    document.add_paragraph(others[0])
    paragraph = document.add_paragraph("申请人身份证号：")
    paragraph.add_run(values[0][:9])  # a value in two runs
    paragraph.add_run(values[0][9:]).bold = True
    paragraph.add_run("，联系电话：" + values[5])
    document.add_paragraph(others[1])
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("身份证号", "手机", values[1], values[6]), strict=True
    ):
        cell.text = text
    document.sections[0].header.paragraphs[0].text = f"经办人手机：{values[7]}"
    document.core_properties.comments = f"身份证号：{values[2]}"
    document.core_properties.author = "王示例"
    picture = path.with_suffix(".png")
    Image.new("RGB", (20, 20), "white").save(picture)
    document.add_picture(str(picture), Mm(10))
    next(document.element.body.iter(qn("wp:docPr"))).set("descr", f"证件 身份证号：{values[3]}")
    deleted = document.add_paragraph()
    change = OxmlElement("w:del")
    change.set(qn("w:author"), "王示例")
    run = OxmlElement("w:r")
    text = OxmlElement("w:delText")
    text.text = f"身份证号：{values[4]}"
    run.append(text)
    change.append(run)
    deleted._p.append(change)
    commented = document.add_paragraph(others[2])
    document.add_comment(commented.runs, text=f"请电话联系 手机：{values[8]}", author="王示例")
    document.save(str(path))
    return values, others


@pytest.mark.parametrize("seed", range(24))
def test_word_copy_holds_no_planted_value(seed: int, tmp_path: Path) -> None:
    source, target = tmp_path / "in.docx", tmp_path / "out.docx"
    values, others = planted_docx(source, seed)
    assert set(leaked(source, values)) | {values[0]} == set(values), "every value is in the source"
    made = redact_file(source, target)
    assert made.left_over == 0
    assert leaked(target, values) == ()
    assert still_there(target, values) == ()
    assert "王示例".encode() not in b"".join(unpacked(target.read_bytes()))
    paragraphs = [paragraph.text for paragraph in Document(str(target)).paragraphs]
    assert [text for text in paragraphs if text in others] == others
    assert paragraphs[1].startswith("申请人身份证号：█")


def test_word_copy_leaves_other_paragraphs_as_they_were(tmp_path: Path) -> None:
    source, target = tmp_path / "in.docx", tmp_path / "out.docx"
    _, others = planted_docx(source, 7)
    redact_file(source, target)
    for text in others:
        before, after = (
            next(p._p for p in Document(str(path)).paragraphs if p.text == text) for path in (source, target)
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


def planted_pdf(path: Path, seed: int) -> list[str]:
    chance = random.Random(seed)
    values = [resident_id(chance), mobile(chance)]
    letter = GOOD.but("text", text=f"申请人身份证号：{values[0]}，联系电话：{values[1]}。")
    filler = {
        f"more{n}": Part("各镇要认真做好有关工作，并于每月底前报送进展情况。", indent=32) for n in range(30)
    }
    write_pdf(path, type(letter)({**letter.parts, **filler}))
    return values


def text_of(path: Path, page: int) -> str:
    with path.open("rb") as stream:
        found = extract(stream, path.name)
    bounds = [*found.page_starts, len(found.text)]
    return found.text[bounds[page - 1] : bounds[page]]


@pytest.mark.parametrize("seed", range(16))
def test_pdf_copy_holds_no_planted_value(seed: int, tmp_path: Path) -> None:
    source, target = tmp_path / "in.pdf", tmp_path / "out.pdf"
    values = planted_pdf(source, seed)
    made = redact_file(source, target)
    assert made.pictures == (1,)
    assert made.left_over == 0
    assert leaked(target, values) == ()
    assert text_of(target, 2) == text_of(source, 2), "a page without a redacted place is copied"
    assert b"office" not in target.read_bytes(), "properties do not come along"


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
