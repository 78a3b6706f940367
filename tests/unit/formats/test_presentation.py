import io

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Pt

from app.domain.source import FailureKind, FileFormat, PartKind
from app.formats.read import presentation as reader
from app.formats.reader import UnreadableError
from tests.unit.formats.word_package import package


def slides():
    deck = Presentation()
    for title, body in (("防汛工作汇报", "一、基本情况"), ("备用页", "底稿"), ("谢谢", "")):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = body
    first = deck.slides[0]
    run = first.shapes.title.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.color.rgb = Pt(44), RGBColor(255, 0, 0)
    table = first.shapes.add_table(2, 2, 0, 0, Pt(100), Pt(100)).table
    for index, words in enumerate(["姓名", "职务", "王明", "局长\n书记"]):
        table.cell(index // 2, index % 2).text = words
    group = first.shapes.add_group_shape()
    group.shapes.add_textbox(0, 0, Pt(50), Pt(50)).text_frame.text = "组内文字"
    first.notes_slide.notes_text_frame.text = "讲稿第一段"
    deck.slides[1]._element.set("show", "0")
    deck.core_properties.title = "汇报"
    stream = io.BytesIO()
    deck.save(stream)
    stream.seek(0)
    return stream


def test_each_slide_is_a_page_with_tables_groups_and_notes():
    extraction = reader.read(slides(), FileFormat.PPTX)
    assert extraction.text.splitlines() == [
        "防汛工作汇报",
        "一、基本情况",
        "姓名\t职务",
        "王明\t局长 书记",
        "组内文字",
        "讲稿第一段",
        "备用页",
        "底稿",
        "谢谢",
    ]
    assert (extraction.page_count, len(extraction.page_starts)) == (3, 3)
    kinds = [(part.kind, part.label) for part in extraction.parts]
    assert kinds == [
        (PartKind.TABLE, ""),
        (PartKind.SLIDE, "1"),
        (PartKind.NOTES, "1"),
        (PartKind.HIDDEN_SLIDE, "2"),
        (PartKind.SLIDE, "3"),
    ]
    assert extraction.properties["title"] == "汇报"


def test_the_first_slide_has_sizes_and_colours():
    head, body = reader.read(slides(), FileFormat.PPTX).layout[:2]
    assert (head.size, head.is_red) == (44.0, True)
    assert (body.size, body.is_red) == (18.0, False)


@pytest.mark.parametrize("stream", [io.BytesIO(b"PK\x03\x04"), package({"ppt/presentation.xml": "<x/>"})])
def test_damaged_files_are_refused(stream):
    with pytest.raises(UnreadableError) as caught:
        reader.read(stream, FileFormat.PPTX)
    assert caught.value.failure.kind is FailureKind.DAMAGED
