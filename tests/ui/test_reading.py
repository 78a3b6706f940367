"""Places in texts with rare characters, the reading column, notices, crash details, figures."""

import pytest
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.source import Failure, FailureKind
from app.errors import AppError
from app.formats.placed_page import PlacedPage, PlacedText
from app.store.counts import Overview
from app.ui import tokens
from app.ui.feedback import CrashDialog, NoticeBar, describe
from app.ui.overview import figures
from app.ui.reader.marks import (
    Mark,
    MarkKind,
    Positions,
    next_start,
    previous_start,
    showable,
    without_line_ends,
)
from app.ui.reader.pages import PageView, painted
from app.ui.reader.pane import MOST_PAINTED, ReadingPane
from app.ui.reader.record import MOST_CHARACTERS
from app.ui.registers.table_model import numbers_in_words

RARE = "关于𠮷村𡈽地的通知"


@pytest.mark.parametrize("offset", range(len(RARE) + 1))
def test_offsets_survive_characters_beyond_the_basic_plane(offset: int) -> None:
    positions = Positions(RARE)
    assert positions.to_qt(offset) == len(RARE[:offset].encode("utf-16-le")) // 2
    assert positions.from_qt(positions.to_qt(offset)) == offset


def test_a_mark_behind_rare_characters_covers_its_words(qtbot: QtBot) -> None:
    pane = ReadingPane()
    qtbot.addWidget(pane)
    start = RARE.index("通知")
    pane.show_text(RARE, [Mark(MarkKind.HIT, start, start + 2, "命中")])
    assert pane.extraSelections()[0].cursor.selectedText() == "通知"


def painted_at(pane: ReadingPane) -> set[int]:
    return {selection.cursor.selectionStart() for selection in pane.extraSelections()}


def test_of_very_many_marks_those_around_what_is_seen_are_painted(qtbot: QtBot) -> None:
    pane = ReadingPane()
    qtbot.addWidget(pane)
    pane.resize(500, 300)
    pane.show()
    line = "关于农村饮水安全的通知。\n"
    marks = [Mark(MarkKind.HIT, at, at + 2) for at in range(4, len(line) * 2_000, len(line))]
    pane.show_text(line * 2_000, marks)
    assert len(pane.marks) == 2_000
    qtbot.waitUntil(lambda: 3 < len(pane.extraSelections()) < MOST_PAINTED)
    for wanted in (marks[1_000], marks[-1]):
        pane.light_up(wanted.start, wanted.end)
        qtbot.waitUntil(lambda start=wanted.start: start in painted_at(pane) and len(painted_at(pane)) > 3)
        assert marks[0].start not in painted_at(pane)


def test_showable_keeps_every_offset() -> None:
    text = "一\r二\x00三\ud800四"
    assert len(showable(text)) == len(text)
    assert showable(text) == "一\n二\ufffd三\ufffd四"


def test_steps_go_round() -> None:
    marks = [Mark(MarkKind.HIT, start, start + 1) for start in (3, 9)]
    assert next_start(marks, 3) == marks[1]
    assert next_start(marks, 9) == marks[0]
    assert previous_start(marks, 3) == marks[1]
    assert next_start([], 0) is None


def test_column_is_at_most_forty_characters_wide(qtbot: QtBot) -> None:
    pane = ReadingPane()
    qtbot.addWidget(pane)
    pane.show_text("字" * 500)
    pane.resize(2400, 600)
    pane.show()
    line = pane.document().firstBlock().layout().lineAt(0)
    assert line.textLength() <= tokens.READING_CHARACTERS
    width = QFontMetricsF(pane.document().defaultFont()).horizontalAdvance("字")
    assert line.textLength() >= tokens.READING_CHARACTERS - 1, width


def test_very_long_texts_say_that_they_go_on(qtbot: QtBot) -> None:
    pane = ReadingPane()
    qtbot.addWidget(pane)
    pane.show_text("字" * (MOST_CHARACTERS + 5))
    assert str(MOST_CHARACTERS) in pane.toPlainText()[-60:]


def test_notice_says_what_happened_and_what_to_do(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_error(AppError("磁盘满了。", "请清理后再试。"))
    assert bar.text == "磁盘满了。 请清理后再试。"
    assert bar.isVisibleTo(bar.parentWidget())
    bar.dismiss()
    assert bar.isHidden()


def test_crash_details_hold_no_words_of_documents(qtbot: QtBot) -> None:
    title = "临湖县人民政府关于某事的通知"
    with pytest.raises(ValueError, match=title) as caught:
        int(title)
    details = describe(caught.value)
    assert title not in details
    assert "ValueError" in details
    dialog = CrashDialog(details)
    qtbot.addWidget(dialog)
    dialog._copy()
    assert QGuiApplication.clipboard().text() == details


Counts = dict[tuple[int | None, str], int]


def overview(counts: Counts, others: Counts) -> Overview:
    return Overview(0, 0, {}, {}, {}, counts, others, {}, 0, 0)


def test_years_without_documents_are_shown_as_gaps() -> None:
    counts: Counts = {(2008, "proactive"): 2, (2011, "withheld"): 1, (None, "withheld"): 4}
    found = figures.by_year(overview(counts, {(2008, "proactive"): 1}))
    assert found.labels == ("2008", "2009", "2010", "2011")
    assert sum(map(sum, found.ours.values())) == 2
    assert found.others == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("decided", "total", "percent"), [(0, 0, 100), (0, 5, 0), (999, 1000, 99), (1000, 1000, 100), (1, 3, 33)]
)
def test_hundred_percent_means_everything(decided: int, total: int, percent: int) -> None:
    assert figures.Milestone(2008, decided, total).percent == percent


@pytest.mark.parametrize(
    ("numbers", "text"),
    [((3,), "3"), ((3, 4, 5), "3—5"), ((1, 3, 4, 9), "1、3—4、9"), ((), "")],
)
def test_missing_numbers_are_drawn_together(numbers: tuple[int, ...], text: str) -> None:
    assert numbers_in_words(numbers) == text


def test_text_at_its_places_is_marked_as_no_faithful_picture(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(600, 800)
    view.show()
    page = PlacedPage(595, 842, (PlacedText("临湖县", 90, 120, 22, (200, 0, 0)),), ())
    view.show_drawn(page)
    assert view.warning.isVisible()
    image = painted(page, 72).toImage()
    assert image.pixelColor(5, 5).name() == "#ffffff"
    reds = [image.pixelColor(x, y).red() for x in range(90, 150) for y in range(100, 122)]
    assert min(reds) < 255, "something is written there"
    width = view.picture.pixmap().width()
    view.zoom(2)
    assert view.picture.pixmap().width() > width
    view.show_drawn(Failure(FailureKind.DAMAGED, "画不出来。"))
    assert not view.warning.isVisible()


FULL = "为做好全县农村饮水安全工作经县政府同意现就有关"
PAGE_TEXT = "\n".join(
    [
        "关于做好饮水工作的通知",
        f"　　{FULL}",
        f"事项通知如下请各乡镇各部门认真{FULL[:9]}",
        f"{FULL[:20]}各部门",
        "— 1 —",
        "按时完成。",
        "　　一、提高认识。",
    ]
)


def test_the_ends_of_full_lines_do_not_break_the_flow() -> None:
    flowing = without_line_ends(PAGE_TEXT)
    assert len(flowing) == len(PAGE_TEXT)
    lines = flowing.split("\n")
    assert lines[0] == "关于做好饮水工作的通知", "a heading stands alone"
    assert lines[1].count("\u200b") == 2
    assert lines[2:] == ["— 1 —", "按时完成。", "　　一、提高认识。"]


def test_a_new_point_begins_a_line_although_its_indent_was_lost() -> None:
    head = f"{FULL[:19]}批复如下："
    lines = without_line_ends("\n".join([head, f"一、{FULL}", f"{FULL[:20]}的具体", "规定。"])).split("\n")
    assert [line[:2] for line in lines] == [head[:2], "一、"]


def test_copied_text_has_no_invisible_characters(qtbot: QtBot) -> None:
    pane = ReadingPane()
    qtbot.addWidget(pane)
    pane.show_text(without_line_ends(PAGE_TEXT))
    pane.selectAll()
    copied = pane.createMimeDataFromSelection().text()
    assert "\u200b" not in copied
    assert f"{FULL}事项通知" in copied


def test_verses_keep_their_lines() -> None:
    text = "第一条\n第二条很长很长的一行文字写到这里才完\n第三条"
    assert without_line_ends(text) == text
