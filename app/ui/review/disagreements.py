"""分歧: documents with nearly the same text that were determined differently, with what differs in them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.progress import Progress
from app.review.groups import DifferingLine, differing_lines
from app.review.precedents import contradictions
from app.store.naming import known_document
from app.store.relatives import Contradiction
from app.ui.desk import Desk, RoomName
from app.ui.language import tr
from app.ui.review.group import described_lines
from app.ui.room import Room
from app.ui.widgets import badge
from app.ui.widgets.layout import EmptyState, Label, Line, Pages, Pane, button, row
from app.ui.widgets.lazy_table import Column
from app.ui.widgets.listed_table import ListedModel
from app.ui.widgets.table import Table


def columns() -> tuple[Column[Contradiction], ...]:
    """What the list of disagreements shows."""
    return (
        Column("title", tr("一件"), _title, 330),
        Column("attribute", tr("定为"), _word, 120, badge=lambda each: each.attribute),
        Column("other_title", tr("另一件"), _other_title, 330),
        Column("other_attribute", tr("却定为"), _other_word, 120, badge=lambda each: each.other_attribute),
        Column("similarity", tr("文字相同"), _similarity, 90, is_right=True),
    )


class DisagreementsPage(QWidget):
    """The list with the differences below. ``wanted`` carries the UUID of a document to be decided anew."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: ListedModel[Contradiction] = ListedModel(columns(), desk.runner, self)
        self.table = Table(desk.memory, "disagreements", self)
        self.table.setAccessibleName(tr("分歧"))
        self.table.show_model(self.model)
        self.count = Label("", "muted", self).wrapped()
        self.lines = QPlainTextEdit(self)
        self.lines.setObjectName("differences")
        self.lines.setReadOnly(True)
        self.lines.setProperty("role", "plain")
        self.lines.setAccessibleName(tr("文字不同的地方"))
        self.first = button(tr("重看左边一件"), "openFirst", icon="open")
        self.second = button(tr("重看右边一件"), "openSecond", icon="open")
        self.stack = Pages(self)
        self._build()

    @property
    def chosen(self) -> Contradiction | None:
        """The pair the user stands on."""
        number = self.table.current_id
        return self.model.row_of(number) if number is not None else None

    def show_pairs(self, found: list[Contradiction]) -> None:
        """List these pairs."""
        self.model.show_rows(found)
        self.count.setText(tr("{count} 对文字几乎相同而认定不同，逐对核对后重新送审。", count=len(found)))
        self.stack.setCurrentIndex(0 if found else 1)
        self.lines.clear()
        if found:
            self.table.stand_on(0)

    def show_differences(self, found: list[DifferingLine]) -> None:
        """Show where the two texts differ."""
        self.lines.setPlainText(described_lines(found, tr("左边："), tr("右边：")))

    def _build(self) -> None:
        pane = Pane(self)
        pane.column.addWidget(self.table, 2)
        pane.column.addWidget(Line(self))
        pane.column.addWidget(self.lines, 3)
        pane.column.addWidget(Line(self))
        foot = row(self.first, self.second, None)
        foot.setContentsMargins(8, 8, 8, 8)
        pane.column.addLayout(foot)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.count)
        column.addWidget(pane, 1)
        self.stack.addWidget(inside)
        self.stack.addWidget(EmptyState("check", tr("没有互相矛盾的认定。文字几乎相同的公文都比过了。")))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.first.clicked.connect(lambda: self._want(lambda pair: pair.document))
        self.second.clicked.connect(lambda: self._want(lambda pair: pair.other))

    def _want(self, which: Callable[[Contradiction], str]) -> None:
        if self.chosen is not None:
            self.wanted.emit(which(self.chosen))


class DisagreementsWork(QObject):
    """Reads the pairs and what differs in them."""

    def __init__(self, room: Room, page: DisagreementsPage) -> None:
        super().__init__(room)
        self._room = room
        self._desk = room.desk
        self.page = page
        page.table.current.connect(lambda _id: self._compare())
        page.wanted.connect(self._open)

    def refresh(self) -> None:
        """Look for disagreements anew."""
        catalogue = self._desk.catalogue
        self._room.read(lambda _progress: contradictions(catalogue), self.page.show_pairs)

    def _compare(self) -> None:
        pair, catalogue = self.page.chosen, self._desk.catalogue
        if pair is None:
            return

        def work(_progress: Progress) -> list[DifferingLine]:
            return differing_lines(catalogue, pair.document, pair.other)

        def show(found: list[DifferingLine]) -> None:
            if self.page.chosen is pair:
                self.page.show_differences(found)

        self._room.read(work, show)

    def _open(self, uuid: str) -> None:
        self._room.query(
            lambda connection: known_document(connection, uuid),
            lambda number: self._desk.go(RoomName.REVIEW, document=number),
        )


def _title(each: Contradiction) -> str:
    return each.title


def _word(each: Contradiction) -> str:
    return badge.word(each.attribute)


def _other_title(each: Contradiction) -> str:
    return each.other_title


def _other_word(each: Contradiction) -> str:
    return badge.word(each.other_attribute)


def _similarity(each: Contradiction) -> str:
    return f"{each.similarity:.0%}" if each.similarity is not None else ""
