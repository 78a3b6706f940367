import io
from pathlib import Path

import pytest

from app.domain.source import FailureKind, FileFormat, PartKind
from app.formats.read import pdf as reader
from app.formats.read import word_xml
from app.formats.read.certificates import common_names, signer_name
from app.formats.read.hanzi import is_garbage, mend_radicals
from app.formats.read.page_lines import Piece, lines_of
from app.formats.read.pdf_properties import iso_date, mend_code_page
from app.formats.read.pdf_tables import ruled_rows
from app.formats.reader import UnreadableError
from app.formats.render import page_picture
from tests.unit.formats.pdf_file import BLIND_FONT, BLIND_TABLE, pdf, show

SHARED = Path(__file__).parents[4] / "shared" / "data"
BODY = "临湖县人民政府关于进一步做好防汛工作的通知现印发给你们请认真贯彻执行"
RED = "1 0 0"
FULL_IMAGE = "q 595 0 0 842 0 0 cm /I Do Q\n"


def read(stream):
    return reader.read(stream, FileFormat.PDF)


def test_page_one_is_read_from_top_to_bottom_with_its_looks():
    content = show(BODY[:20], 80, 500, 16) + show("临湖县人民政府文件", 150, 700, 36, RED)
    extraction = read(pdf(content))
    assert extraction.text == f"临湖县人民政府文件\n{BODY[:20]}\n"
    head, body = extraction.layout
    assert (head.size, head.colour, head.is_red, head.centred) == (36.0, (255, 0, 0), True, True)
    assert (body.size, body.is_red, body.centred) == (16.0, False, False)
    assert (head.left, head.bottom) == (pytest.approx(150, abs=3), pytest.approx(842 - 700, abs=6))
    assert (extraction.page_size, extraction.needs_ocr) == ((595.0, 842.0), False)


def test_the_size_counts_the_scale_of_the_matrix():
    content = "BT /F 1 Tf 36 0 0 36 100 700 Tm <4E344E34> Tj ET"
    assert read(pdf(content)).layout[0].size == 36.0


def test_a_rotated_page_is_read_as_it_is_shown():
    sideways = "BT /F 20 Tf 0 1 -1 0 {x} 100 Tm <{code}> Tj ET\n"
    lines = [(100, "第一行文字"), (200, "第二行文字")]
    content = "".join(
        sideways.format(x=x, code=text.encode("utf-16-be").hex()) for x, text in reversed(lines)
    )
    extraction = read(pdf(content, page=b"/Rotate 90"))
    assert extraction.text == "第一行文字\n第二行文字\n"
    assert extraction.page_size == (842.0, 595.0)


def test_a_watermark_does_not_mix_with_the_lines():
    water = "BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 400 Tm <" + "内部资料".encode("utf-16-be").hex() + "> Tj ET\n"
    content = water + "".join(show(BODY[:15], 80, 700 - 30 * line, 16) for line in range(12))
    lines = read(pdf(content)).text.splitlines()
    assert lines[:12] == [BODY[:15]] * 12
    assert "".join(lines[12:]) == "内部资料"


def test_pages_begin_where_they_begin():
    extraction = read(pdf(show("第一页", 80, 700, 16), "", show("第三页", 80, 700, 16)))
    assert extraction.text == "第一页\n第三页\n"
    assert (extraction.page_starts, extraction.page_count) == ((0, 4, 4), 3)
    assert [extraction.page_of(offset) for offset in (0, 5)] == [1, 3]


def test_blanks_stand_where_the_page_shows_a_gap():
    line = show("临湖县政府办", 80, 100, 16) + show("2020年3月6日印发", 350, 100, 16)
    first, second = read(pdf(line, line)).text.splitlines()
    for text in (first, second):
        left, right = text.split("  ", 1)
        assert (left, right.strip()) == ("临湖县政府办", "2020年3月6日印发")


@pytest.mark.parametrize(
    ("content", "needs_ocr"),
    [
        (FULL_IMAGE, True),
        (FULL_IMAGE + show("1", 300, 20, 10), True),
        ("", False),
        (show("短", 80, 700, 16), False),
        ("0 0 m 9 9 l S\n" * 60, True),
        ("0 0 m 9 9 l S\n" * 3, False),
    ],
)
def test_a_page_without_a_usable_text_layer_needs_ocr(content, needs_ocr):
    extraction = read(pdf(content))
    assert extraction.needs_ocr is needs_ocr
    assert extraction.properties.get("pages_without_text") == ("1" if needs_ocr else None)


def test_a_text_layer_of_private_characters_is_no_text():
    extraction = read(pdf(show(BODY * 2, 10, 700, 8), font=BLIND_FONT, image=BLIND_TABLE))
    assert (extraction.text, extraction.needs_ocr) == ("", True)


def test_a_scanned_annex_is_named_but_does_not_send_the_text_to_ocr():
    page = show(BODY, 10, 700, 16)
    extraction = read(pdf(page, page, FULL_IMAGE))
    assert not extraction.needs_ocr
    assert extraction.properties["pages_without_text"] == "3"


def test_a_scanners_own_text_layer_is_kept_and_marked():
    extraction = read(pdf(FULL_IMAGE + show(BODY, 10, 700, 16, before="3 Tr")))
    assert (extraction.text.strip(), extraction.needs_ocr) == (BODY, False)
    assert extraction.properties["text_layer"] == "invisible"
    assert "text_layer" not in read(pdf(show(BODY, 10, 700, 16))).properties


def test_a_page_drawn_from_bottom_to_top_is_turned_over():
    lines = [f"第{number}行写着不同的文字" for number in "一二三四五六七八九"]
    content = "".join(
        show(line, 80, 700 - 30 * index, 16) for index, line in reversed(list(enumerate(lines)))
    )
    assert read(pdf("", content)).text.splitlines() == lines


def test_two_columns_keep_the_order_of_the_file():
    left = [f"左栏第{number}行文字写在这里" for number in "一二三四五六七八"]
    right = [f"右栏第{number}行文字写在这里" for number in "一二三四五六七八"]
    content = "".join(show(line, 40, 700 - 20 * index, 12) for index, line in enumerate(left))
    content += "".join(show(line, 320, 700 - 20 * index, 12) for index, line in enumerate(right))
    assert read(pdf(content)).text.splitlines() == left + right


def test_notes_and_filled_in_fields_are_read_and_marked():
    def annotation(kind, key, words):
        code = b"<FEFF" + words.encode("utf-16-be").hex().encode() + b">"
        return b"<</Type/Annot/Subtype/%s/Rect[9 9 99 99]/%s%s>>" % (kind, key, code)

    notes = annotation(b"Text", b"Contents", "请核对日期") + annotation(b"Widget", b"V", "王明")
    notes += annotation(b"Popup", b"Contents", "重复") + annotation(b"Text", b"Contents", "")
    extraction = read(pdf(show("正文", 80, 700, 16), page=b"/Annots[" + notes + b"]"))
    assert extraction.text == "正文\n请核对日期\n王明\n"
    assert [part.kind for part in extraction.parts] == [PartKind.COMMENT] * 2


def test_old_properties_in_gbk_are_repaired():
    title = "关于放假的通知".encode("gb18030")
    info = b"/Title<" + title.hex().encode() + b">/CreationDate(D:20080307093000+08'00')"
    properties = read(pdf(show("一", 80, 700, 16), info=info)).properties
    assert properties == {"title": "关于放假的通知", "created_at": "2008-03-07T09:30:00+08:00"}


@pytest.mark.parametrize(
    ("stored", "mended"),
    [("¹ØÓÚ", "关于"), ("Notice", "Notice"), ("Café", "Café"), ("已是中文", "已是中文"), ("½ñÄê†", "½ñÄê†")],
)
def test_code_pages_are_mended_only_when_they_give_chinese(stored, mended):
    assert mend_code_page(stored) == mended


@pytest.mark.parametrize(
    ("stored", "iso"),
    [
        ("D:2012", "2012"),
        ("D:20120712", "2012-07-12"),
        ("D:20120712093000Z", "2012-07-12T09:30:00+00:00"),
        ("2012年7月", "2012年7月"),
    ],
)
def test_dates_become_iso_dates(stored, iso):
    assert iso_date(stored) == iso


@pytest.mark.parametrize(
    ("text", "garbage"),
    [
        (BODY * 4, False),
        ("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗" * 2, False),
        ("\ue001\ue002" + "文" * 10, True),
        ("\x01\x02\x03文", True),
        ("鑫龘靐齉爩鱻麤灥飝厵" * 10, True),
        ("Plain English text", False),
        ("", False),
    ],
)
def test_garbage_is_told_from_text(text, garbage):
    assert is_garbage(text) is garbage


def test_radicals_become_characters_of_the_same_length():
    assert mend_radicals("⼀⻚⽂件") == "一页文件"


def pieces(*runs):
    found = []
    for text, left, base, size in runs:
        for index, character in enumerate(text):
            start = left + index * size
            found.append(Piece(character, start, start + size, base, size, (0, 0, 0), len(found)))
    return found


def test_spread_letters_of_a_head_get_no_blanks():
    spread = [
        Piece(text, 40 * index, 40 * index + 20, 50, 20, (0, 0, 0), index)
        for index, text in enumerate("临湖县文件")
    ]
    assert [line.text for line in lines_of(spread)] == ["临湖县文件"]


def test_a_line_of_several_runs_is_one_line():
    found = lines_of(pieces(("文号", 50, 100, 16), ("标题", 80, 200, 22), ("签发人：王明", 300, 101, 16)))
    assert [line.text.split() for line in found] == [["文号", "签发人：王明"], ["标题"]]


DER = b"\x06\x03\x55\x04\x03\x0c\x06" + "发证".encode() + b"xx\x06\x03\x55\x04\x03\x0c\x06" + "县府".encode()


def test_the_signer_is_the_subject_of_the_first_certificate():
    assert common_names(DER) == ["发证", "县府"]
    assert signer_name(DER) == "县府"
    assert signer_name(DER[:20]) == "发证"
    assert signer_name(DER[:5]) == ""


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.4 and nothing more", pdf(show("一", 80, 700, 16)).getvalue()[:150], pdf().getvalue()],
)
def test_damaged_files_are_refused(data):
    with pytest.raises(UnreadableError) as caught:
        read(io.BytesIO(data))
    assert caught.value.failure.kind is FailureKind.DAMAGED


def test_a_first_page_that_is_none_has_no_size():
    whole = pdf(show("第一页", 80, 700, 16)).getvalue()
    found = read(io.BytesIO(whole.replace(b"/Type/Page/Parent", b"/Type/Pagx/Parent")))
    assert (found.text, found.page_size, found.page_count) == ("", None, 1)
    with pytest.raises(UnreadableError):
        page_picture(io.BytesIO(whole.replace(b"/Type/Page/Parent", b"/Type/Pagx/Parent")), 1, 96)


def test_the_ruled_tables_of_all_pages_are_one():
    grid = "".join(
        f"{x} 600 m {x} 700 l S {100} {y} m 300 {y} l S\n" for x in (100, 200, 300) for y in (600, 650, 700)
    )
    first = grid + show("姓名", 110, 670, 12) + show("职务", 210, 670, 12) + show("王明", 110, 620, 12)
    second = grid + show("李", 110, 630, 12) + show("四", 110, 612, 12) + show("局长", 210, 670, 12)
    found = list(ruled_rows(pdf(first, show("只有文字", 80, 700, 16), second)))
    assert found == [("姓名", "职务"), ("王明", ""), ("", "局长"), ("李四", "")]


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
def test_rendered_pages_hold_every_character_of_their_docx():
    for path in sorted((SHARED / "rendered" / "pdf").glob("*.pdf"))[::5]:
        original = SHARED / "rendered" / "docx" / f"{path.stem}.docx"
        with path.open("rb") as ours, original.open("rb") as theirs:
            found = read(ours).text
            wanted = word_xml.read(theirs, FileFormat.DOCX).text
        assert _han(found) == _han(wanted)


def _han(text):
    return [character for character in text if "\u4e00" <= character <= "\u9fff"]
