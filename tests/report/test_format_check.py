"""The check against GB/T 9704-2012: nothing found in a good letter, every planted fault found."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.report.publication.check import format_faults
from app.report.publication.faults import Severity
from tests.report.letters import FANG, GOOD, SONG, Letter, write_docx, write_pdf

SHARED = Path(__file__).parents[2].parent / "shared"


def margins(**changed: float) -> Letter:
    return replace(GOOD, margins={**GOOD.margins, **changed})


PLANTED: dict[str, Letter] = {
    "paper": replace(GOOD, paper=(216, 279)),
    "margin_top": margins(top=25),
    "margin_right": margins(right=20),
    "margin_bottom": margins(bottom=20),
    "margin_left": margins(left=32),
    "head_colour": GOOD.but("head", colour="000000"),
    "head_font": GOOD.but("head", font=FANG),
    "head_place": GOOD.but("head", place="l"),
    "number_brackets": GOOD.but("number", text="临政办发[2019]12号"),
    "number_brackets (round)": GOOD.but("number", text="临政办发（2019）12号"),
    "number_brackets (square)": GOOD.but("number", text="临政办发【2019】12号"),
    "number_word": GOOD.but("number", text="临政办发〔2019〕第12号"),
    "number_zero": GOOD.but("number", text="临政办发〔2019〕012号"),
    "number_size": GOOD.but("number", size=14),
    "number_font": GOOD.but("number", font="宋体"),
    "title_size": GOOD.but("title", size=18),
    "title_font": GOOD.but("title", font="黑体"),
    "title_place": GOOD.but("title", place="l"),
    "title_punctuation": GOOD.but("title", text="临湖县人民政府办公室关于加强河道管理的通知。"),
    "recipients_colon": GOOD.but("recipients", text="各镇人民政府，各街道办事处，县政府各部门:"),
    "recipients_place": GOOD.but("recipients", indent=32),
    "recipients_size": GOOD.but("recipients", size=14),
    "body_size": GOOD.but("text", size=14),
    "body_font": GOOD.but("text", font="宋体"),
    "body_colour": GOOD.but("text", colour="0000FF"),
    "body_indent": GOOD.but("text", indent=0),
    "heading_1_font": GOOD.but("first", font=FANG),
    "heading_2_font": GOOD.but("second", font=SONG),
    "heading_sequence": GOOD.but("next", text="三、加强监督检查"),
    "heading_2_comma": GOOD.but("second", text="（一）、明确责任主体"),
    "heading_2_brackets": GOOD.but("second", text="(一)明确责任主体"),
    "annex_note_number": GOOD.but("note", text="附件：1、河道名录"),
    "annex_note_end": GOOD.but("note2", text="      2. 考核办法。"),
    "no_annex": GOOD.but("annex2", text="另附"),
    "date_numerals": GOOD.but("date", text="二〇一九年三月七日"),
    "date_zero": GOOD.but("date", text="2019年03月07日"),
    "date_size": GOOD.but("date", size=14),
    "date_place": GOOD.but("date", place="l"),
    "copy_end": GOOD.but("copy", text="抄送：县委各部门，县人大常委会办公室"),
    "imprint_size": GOOD.but("copy", size=18),
    "printed_numerals": GOOD.but("printed", text="临湖县人民政府办公室        二〇一九年三月八日印发"),
    "annotation_brackets": GOOD.but("mark", text="(此件公开发布)"),
    "element_order": GOOD.swapped("number", "title"),
    "page_number_form": replace(GOOD, footer="第1页"),
    "page_number_size": replace(GOOD, footer_size=9),
}


def faults(path: Path) -> set[str]:
    return {one.code for one in format_faults(path) if one.severity is Severity.FAULT}


def test_nothing_is_found_in_a_good_letter(tmp_path: Path) -> None:
    assert format_faults(write_docx(tmp_path / "good.docx", GOOD)) == []
    assert faults(write_pdf(tmp_path / "good.pdf", GOOD)) == set()


@pytest.mark.parametrize("planted", PLANTED)
def test_planted_fault_is_found_in_word(planted: str, tmp_path: Path) -> None:
    code = planted.split(" ", maxsplit=1)[0]
    assert code in faults(write_docx(tmp_path / "letter.docx", PLANTED[planted]))


NOT_IN_PDF = frozenset({
    "head_font", "number_font", "title_font", "body_font", "heading_1_font", "heading_2_font", "body_indent",
    "page_number_form", "page_number_size",
})  # fmt: skip
"""Fonts that are not embedded have no names to go by, and these letters have no page numbers as PDF."""

IN_PDF = [name for name in PLANTED if name not in NOT_IN_PDF]


@pytest.mark.parametrize("planted", IN_PDF)
def test_planted_fault_is_found_in_pdf(planted: str, tmp_path: Path) -> None:
    code = planted.split(" ", maxsplit=1)[0]
    assert code in faults(write_pdf(tmp_path / "letter.pdf", PLANTED[planted]))


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_no_fault_in_laid_out_documents(kind: str) -> None:
    paths = sorted((SHARED / "data" / "rendered" / kind).glob(f"*.{kind}"))[:15]
    assert paths
    assert {path.name: found for path in paths if (found := faults(path))} == {}
