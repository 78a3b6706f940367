"""The reader: what the document is, its text with marked places, and the way from hit to hit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from app.domain import terms
from app.domain.disclosure import Finding
from app.domain.document import Evidence
from app.store.queries import FileRow
from app.text.differences import Difference
from app.ui import icons, words
from app.ui.language import tr
from app.ui.reader.find import FindBar, places_of
from app.ui.reader.marks import Mark, MarkKind
from app.ui.reader.pages import PageView, can_be_drawn
from app.ui.reader.pane import ReadingPane
from app.ui.reader.record import Record
from app.ui.widgets.badge import AttributeBadge
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import EmptyState, Label, Line, Pages, icon_button, row

LEAST_READER = 208
"""Pixels of the narrowest pane with a text that can be read."""


class ReaderView(QWidget):
    """Shows a :class:`Record`. ``original_wanted`` and ``folder_wanted`` ask for the file itself."""

    original_wanted = Signal()
    folder_wanted = Signal()
    popped_out = Signal()
    page_wanted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None, *, empty_text: str = "") -> None:
        super().__init__(parent)
        self.record: Record | None = None
        self.title = Label("", "heading", self).wrapped()
        self.title.setObjectName("readerTitle")
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.subtitle = Label("", "muted", self).wrapped()
        self.subtitle.setObjectName("readerSubtitle")
        self.badge = AttributeBadge(self)
        self.pane = ReadingPane(self)
        self.pane.standing.connect(self._on_standing)
        self.pages = PageView(self)
        self.pages.wanted.connect(self.page_wanted)
        self.as_page = icon_button("file", "showPages", tr("看页面 / 看文字"))
        self.as_page.setCheckable(True)
        self.as_page.toggled.connect(self._show_side)
        self.finder = FindBar(self)
        self.finder.asked.connect(self._find)
        self.finder.stepped.connect(lambda way: self.next_hit() if way > 0 else self.previous_hit())
        self.compared = Label("", "small", self).wrapped()
        self.compared.setObjectName("compared")
        self.compared.hide()
        self._found_before: Sequence[tuple[int, int]] = ()
        self._sides = Pages(self)
        self._hits = Label("", "small", self)
        self._hits.setObjectName("hitCount")
        self._stack = Pages(self)
        self._stack.addWidget(EmptyState("documents", empty_text or tr("在左边选一件公文，这里显示正文。")))
        self._stack.addWidget(self._document_side())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def show_record(self, record: Record, hits: Sequence[tuple[int, int]] = ()) -> None:
        """Show a document with the places a search found."""
        self._show_head(record)
        self._found_before = tuple(hits)
        self.compared.hide()
        hits = places_of(self.finder.words, record.text) or hits
        self.finder.show_count(len(hits))
        self.pane.show_text(
            record.flowing or tr("没有可读的文字。扫描件和图片请打开原件看。"), self._marks(record, hits)
        )
        self._tell_count(len(hits))
        self._stack.setCurrentIndex(1)
        self.as_page.setEnabled(self._drawn_file() is not None)
        self.as_page.setChecked(
            self._drawn_file() is not None and (self.as_page.isChecked() or not record.text)
        )
        self._show_side(self.as_page.isChecked())
        if hits:
            self.pane.next_hit()

    def refresh_record(self, record: Record) -> None:
        """Show what changed about the same document; text and place stay."""
        self._show_head(record)

    def show_nothing(self) -> None:
        """No document is chosen."""
        self.record = None
        self._stack.setCurrentIndex(0)

    def locate(self, evidence: Evidence) -> None:
        """Light up the place of a value or reason."""
        self.pane.light_up(evidence.start, evidence.end)

    def compare(self, title: str, text: str, found: Sequence[Difference]) -> None:
        """Mark where the text differs from another document's; F3 goes from place to place."""
        if self.record is None:
            return
        self.as_page.setChecked(False)
        places = [difference_mark(one, text) for one in found]
        self.compared.setText(
            tr(
                "与“{title}”相比，{count} 处不同；停在标出的地方看那一件怎样写。",
                title=title,
                count=len(places),
            )
        )
        self.compared.show()
        self.pane.show_marks(places)
        self.pane.next_hit()

    def next_hit(self) -> None:
        """Go to the next hit."""
        self.pane.next_hit()

    def previous_hit(self) -> None:
        """Go to the hit before."""
        self.pane.previous_hit()

    def _show_head(self, record: Record) -> None:
        self.record = record
        head = record.row
        self.title.setText(head.title or tr("（无标题）"))
        state = tr(terms.REVIEW_STATE_TERMS[head.review_state])
        parts = (head.document_number, head.issuing_body, head.dated_on, state)
        self.subtitle.setText(" · ".join(part for part in parts if part))
        self.badge.show_attribute(head.attribute)

    def _file_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for icon, name, title, wanted in (
            ("open", "openOriginal", tr("打开原件（只读副本）"), self.original_wanted),
            ("folder", "showInFolder", tr("在文件夹中显示"), self.folder_wanted),
            ("copy", "popOut", tr("在另一个窗口打开（第二块屏幕）"), self.popped_out),
        ):
            action = menu.addAction(icons.icon(icon), title)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked=False, signal=wanted: signal.emit())
        return menu

    def _document_side(self) -> QWidget:
        side = QWidget(self)
        back = icon_button("up", "previousHit", tr("上一处（[ 或 Shift+F3）"))
        back.clicked.connect(self.previous_hit)
        ahead = icon_button("down", "nextHit", tr("下一处（] 或 F3）"))
        ahead.clicked.connect(self.next_hit)
        search = icon_button("search", "openFind", tr("在这件公文里找（Ctrl+Shift+F）"))
        search.clicked.connect(self.finder.begin)
        QShortcut(
            QKeySequence("Ctrl+Shift+F"), self, self.finder.begin, context=Qt.ShortcutContext.WindowShortcut
        )
        more = icon_button("menu", "readerMenu", tr("原件和窗口"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self._file_menu(more))
        QShortcut(QKeySequence("F3"), self, self.next_hit, context=Qt.ShortcutContext.WindowShortcut)
        QShortcut(
            QKeySequence("Shift+F3"), self, self.previous_hit, context=Qt.ShortcutContext.WindowShortcut
        )
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(24, 12, 12, 8)
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.subtitle)
        head.addLayout(Flow(self.badge, None, self._hits, search, back, ahead, self.as_page, more, spacing=4))
        column.addLayout(head)
        column.addWidget(Line(side))
        column.addWidget(self.finder)
        compared = row(self.compared)
        compared.setContentsMargins(24, 4, 12, 4)
        column.addLayout(compared)
        self._sides.addWidget(self.pane)
        self._sides.addWidget(self.pages)
        column.addWidget(self._sides, 1)
        return side

    def _find(self, words: str) -> None:
        if self.record is None:
            return
        hits = places_of(words, self.record.text) if words else self._found_before
        self.compared.hide()
        self.as_page.setChecked(self.as_page.isChecked() and not words)
        self.finder.show_count(len(hits))
        self.pane.show_marks(self._marks(self.record, hits))
        self._tell_count(len(hits))
        if hits:
            self.pane.next_hit()

    def _show_side(self, as_page: bool) -> None:
        self._sides.setCurrentIndex(1 if as_page else 0)
        drawn = self._drawn_file()
        if as_page and drawn is not None and self.record is not None:
            self.pages.show_file(drawn, self.record.row.page_count)

    def _drawn_file(self) -> FileRow | None:
        files = self.record.files if self.record else ()
        return next((file for file in files if can_be_drawn(file)), None)

    def _marks(self, record: Record, hits: Sequence[tuple[int, int]]) -> list[Mark]:
        places = [_finding_mark(finding) for finding in record.findings if finding.place == "text"]
        return places + [Mark(MarkKind.HIT, start, end) for start, end in hits]

    def _tell_count(self, hits: int) -> None:
        places = sum(mark.kind is MarkKind.SENSITIVE for mark in self.pane.marks)
        if hits:
            self._hits.setText(tr("命中 {count} 处", count=hits))
        else:
            self._hits.setText(tr("敏感处 {count}", count=places) if places else "")

    def _on_standing(self, number: int, total: int) -> None:
        self._hits.setText(f"{number}/{total}")


def difference_mark(found: Difference, other: str) -> Mark:
    """A place that differs, with what the other text has there; where nothing stands, the next character."""
    there = other[found.start_a : found.end_a].strip()
    tip = tr("那一件：{words}", words=there) if there else tr("那一件没有这些字")
    return Mark(MarkKind.DIFFERENCE, found.start_b, max(found.end_b, found.start_b + 1), tip)


def _finding_mark(finding: Finding) -> Mark:
    return Mark(MarkKind.SENSITIVE, finding.start, finding.end, tr(words.finding(finding.kind)))
