import io

import pytest

from app.domain.source import AsideKind, FailureKind, FileFormat, PartKind
from app.formats.read import rich_text
from app.formats.reader import UnreadableError

HEAD = (
    rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fcharset0 Times;}}"
)
HEAD += rb"{\colortbl;\red255\green0\blue0;}"


def hexed(text):
    return b"".join(b"\\'%02x" % byte for byte in text.encode("gb18030"))


def read(*body):
    return rich_text.read(io.BytesIO(HEAD + b"".join(body) + b"}"), FileFormat.RTF)


def marked(found, kind):
    return [found.text[part.start : part.end] for part in found.parts if part.kind is kind]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (hexed("临湖县") + rb"\par", "临湖县\n"),
        (rb"\u20020?\u28246?\par", "临湖\n"),
        (rb"{\uc2\u20020\'c1\'d9}\u-10156?\u-8778?\par", "临𥆶\n"),
        (rb"\u20020\'c1\u28246 ?\u21439 \u36890\'cd x\par", "临湖县通 x\n"),
        (rb"{\uc2\u20020\'c1\'d9\u28246\'ba\'fe\u21439\'cf}x\par", "临湖县x\n"),
        (
            rb"\u-10156?\u-8778?\u20020?" + b"\n" + rb"\u28246?\u12345678901?\par",
            "𥆶临湖" + chr(1234567890 & 0xFFFF) + "?\n",
        ),
        (rb"\uc0\u20020\u28246\par", "临湖\n"),
        (rb"\f1 Tel " + hexed("电话") + rb"\par", "Tel 电话\n"),
        (rb"a\{b\}\\c\~d\_e\-f\emdash\line g\par", "a{b}\\c\xa0d-ef—\ng\n"),
        (
            rb"{\*\unknown no}{\field{\*\fldinst PAGE}{\fldrslt 3}}{\pict 0011}{\listtext 1.\tab}x\par",
            "31.\tx\n",
        ),
        (rb"a{\pict\bin4 }}}}}b\par", "ab\n"),
        (rb"{\upr{a}{\*\ud{\u20020?}}}\par", "临\n"),
    ],
)
def test_characters(body, text):
    assert read(body).text == text


def test_deleted_and_hidden_text_is_kept_apart():
    found = read(b"keep{\\deleted gone}{\\v hid}{\\revised new}\\par")
    assert found.text == "keepnew\n"
    assert [(aside.kind, aside.text) for aside in found.asides] == [
        (AsideKind.DELETED, "gone"),
        (AsideKind.HIDDEN, "hid"),
    ]
    assert marked(found, PartKind.INSERTED) == ["new"]


def test_rows_are_lines_and_stories_are_parts():
    found = read(
        rb"{\header H\par}{\footer F\par}\pard\intbl A\cell B\par C\cell\row\pard after{\footnote N}\par",
        rb"{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt box\par}}{\shprslt dup}}anchor\par",
    )
    assert found.text == "A\tB C\nafter\nbox\nanchor\nH\nF\nN\n"
    kinds = (PartKind.TABLE, PartKind.TEXT_BOX, PartKind.HEADER, PartKind.FOOTER, PartKind.FOOTNOTE)
    assert [marked(found, kind) for kind in kinds] == [["A\tB C\n"], ["box\n"], ["H\n"], ["F\n"], ["N\n"]]


def test_pages_and_sections():
    found = read(rb"one\page two\par\sect\sectd\sbknone same\par\sect\sectd three\par")
    assert [found.text[start:].split()[0] for start in found.page_starts] == ["one", "two", "three"]


def test_layout_and_properties():
    found = read(
        rb"{\info{\title ", hexed("通知"), rb"}{\creatim\yr2012\mo5\dy3\hr8\min1}}\qc\cf1\fs72 head\par"
    )
    assert (found.layout[0].size, found.layout[0].is_red, found.layout[0].centred) == (36, True, True)
    assert found.properties == {"title": "通知", "created_at": "2012-05-03T08:01:00"}


def test_mail_made_from_html_shows_the_html_text_once():
    body = rb"\fromhtml1{\*\htmltag64 <p>}\htmlrtf\par\htmlrtf0 text{\*\htmltag72 </p>}\htmlrtf hidden\htmlrtf0\par"
    assert read(body).text == "text\n"


@pytest.mark.parametrize("data", [b"{" * 100_000, b"{\\rtf1" + b"{" * 100_000 + b"x", b"{\\rtf1\\bin99999 x"])
def test_hostile_nesting_is_read_or_refused(data):
    assert outcome(data) in {FailureKind.DAMAGED, "", "x"}


def outcome(data):
    try:
        return rich_text.read(io.BytesIO(data), FileFormat.RTF).text.strip()
    except UnreadableError as error:
        return error.failure.kind
