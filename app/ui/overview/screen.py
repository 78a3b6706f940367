"""概览: figures and charts, every one of which leads to its list."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.search.fields import NOT_OURS
from app.store import completeness, queries
from app.store.catalogue import Reading
from app.store.counts import Overview, overview
from app.ui import theme
from app.ui.desk import Desk, RoomName, Topic
from app.ui.language import tr
from app.ui.overview import figures
from app.ui.overview.figures import Lack, Numbering
from app.ui.room import Room
from app.ui.tokens import Tokens
from app.ui.turns import in_turns
from app.ui.widgets.badge import GLYPHS, word
from app.ui.widgets.chart import BarChart, Series
from app.ui.widgets.layout import EmptyState, Label, Pages, Pane, button, row

OTHERS = "others"
"""The part of a bar that is not ours to decide."""


class Figure(QPushButton):
    """A number with its word; leads to its list."""

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"figure-{name}")
        self.setProperty("role", "figure")
        self._title = title
        self.number = QLabel("0", self)
        self.number.setProperty("role", "figure")
        self.caption = Label(title, "muted", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 8, 8)
        self._column.setSpacing(0)
        self._column.addWidget(self.number)
        self._column.addWidget(self.caption)

    def sizeHint(self) -> QSize:
        """Room for number and word."""
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Neither is ever cut."""
        return self._column.totalMinimumSize()

    def show_count(self, count: int, *, is_alarming: bool = False) -> None:
        """Show another number."""
        self.number.setText(f"{count:,}")
        self.setAccessibleName(f"{self._title} {count}")
        self.number.setProperty("role", "alarm" if is_alarming else "figure")
        self.number.style().polish(self.number)


class OverviewScreen(Room):
    """The first page."""

    NAME = RoomName.OVERVIEW
    TOPICS = frozenset({Topic.FILES, Topic.DOCUMENTS, Topic.DECISIONS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.office = Label("", "title", self)
        self.figures = {
            name: Figure(title, name, self)
            for name, title in (
                ("documents", tr("公文")),
                ("approved", tr("已审定")),
                ("proposed", tr("待审定")),
                ("open", tr("未审")),
                ("others", tr("不由本机关认定")),
                ("failed", tr("读不出")),
                ("quarantined", tr("涉密隔离")),
            )
        }
        self.years = BarChart(tr("各年度公文与公开属性"), self)
        self.formats = BarChart(tr("文件格式"), self)
        self.lacks = BarChart(tr("缺漏和读不出的"), self, is_lying=True)
        self.milestones = [_milestone(year) for year in figures.MILESTONES]
        self._years: tuple[str, ...] = ()
        self._formats: tuple[str, ...] = ()
        self._lacks: tuple[Lack, ...] = ()
        self._counts: Overview | None = None
        self._numbering: Numbering | None = None
        self._stack = Pages(self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Count anew."""
        self.query(
            lambda connection: (queries.setting_value(connection, "office"), overview(connection)),
            self._show,
        )
        if self._numbering is None:
            self.query(read_numbering, self._show_numbering)

    def _build(self) -> None:
        page = QWidget(self)
        numbers = row(*self.figures.values(), spacing=8)
        progress = Pane(page, margin=12, spacing=6)
        progress.column.addWidget(Label(tr("认定进度"), "heading"))
        for words, bar in self.milestones:
            progress.column.addWidget(words)
            progress.column.addWidget(bar)
        progress.column.addStretch(1)
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.addWidget(_framed(self.years), 0, 0, 1, 3)
        grid.addWidget(progress, 1, 0)
        grid.addWidget(_framed(self.formats), 1, 1)
        grid.addWidget(_framed(self.lacks), 1, 2)
        for number, share in enumerate((3, 2)):
            grid.setRowStretch(number, share)
        for number, share in enumerate((6, 11, 7)):
            grid.setColumnStretch(number, share)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.office)
        column.addLayout(numbers)
        column.addLayout(grid, 1)
        go = button(tr("去采集"), "startIngest", icon="ingest", role="primary")
        go.clicked.connect(lambda: self.desk.go(RoomName.INGEST))
        text = tr("目录还是空的。第一步：选文件夹采集；程序只读取，不改动原来的文件。")
        self._stack.addWidget(EmptyState("ingest", text, go))
        self._stack.addWidget(page)
        self.body.addWidget(self._stack)

    def _connect(self) -> None:
        go = self.desk.go
        self.figures["documents"].clicked.connect(lambda: go(RoomName.DOCUMENTS))
        self.figures["approved"].clicked.connect(lambda: self._open(RoomName.DOCUMENTS, "approved"))
        self.figures["proposed"].clicked.connect(lambda: self._open(RoomName.REVIEW, "proposed"))
        self.figures["open"].clicked.connect(lambda: self._open(RoomName.REVIEW, "open"))
        self.figures["others"].clicked.connect(lambda: go(RoomName.DOCUMENTS, query=NOT_OURS))
        self.figures["failed"].clicked.connect(lambda: go(RoomName.INGEST))
        self.figures["quarantined"].clicked.connect(lambda: go(RoomName.INGEST))
        self.years.chosen.connect(self._open_year)
        self.formats.chosen.connect(
            lambda number, _key: go(RoomName.DOCUMENTS, query=f"格式:{self._formats[number]}")
        )
        self.lacks.chosen.connect(lambda number, _key: self.desk.wanted.emit(self._lacks[number].destination))
        for (words, _bar), year in zip(self.milestones, figures.MILESTONES, strict=True):
            words.clicked.connect(
                lambda _on=False, since=year: go(RoomName.DOCUMENTS, query=figures.since(since))
            )

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        """Decisions change no numbers; what the series tell is read again after everything else."""
        if topics & {Topic.FILES, Topic.DOCUMENTS}:
            self._numbering = None
        super()._on_changed(topics)

    def _open(self, room: RoomName, state: str) -> None:
        self.desk.go(room, facets={"review_state": state})

    def _open_year(self, number: int, attribute: str) -> None:
        year = {"year": self._years[number]}
        if attribute == OTHERS:
            self.desk.go(RoomName.DOCUMENTS, query=NOT_OURS, facets=year)
        elif attribute:
            ours = {"attribute": attribute, "applicability": Applicability.OURS.value}
            self.desk.go(RoomName.DOCUMENTS, facets=year | ours)
        else:
            self.desk.go(RoomName.DOCUMENTS, facets=year)

    def _show(self, found: tuple[str, Overview]) -> None:
        office, counts = found
        self.office.setText(office)
        states = counts.by_review_state
        self.figures["documents"].show_count(counts.documents)
        for name in ("approved", "proposed", "open"):
            self.figures[name].show_count(states.get(name, 0))
        others = sum(counts.others_by_year_and_attribute.values())
        self.figures["others"].show_count(others)
        self.figures["others"].setVisible(others > 0)
        self.figures["failed"].show_count(sum(counts.by_failure.values()))
        self.figures["quarantined"].show_count(counts.quarantined, is_alarming=counts.quarantined > 0)
        self._counts = counts
        in_turns(self, (self._show_years, self._show_formats, self._show_lacks))
        for (words, bar), milestone in zip(self.milestones, figures.milestones(counts), strict=True):
            words.setText(
                tr(
                    "{year} 年以来：已认定 {decided} / {total} 件（{percent}%）",
                    year=milestone.since,
                    decided=f"{milestone.decided:,}",
                    total=f"{milestone.total:,}",
                    percent=milestone.percent,
                )
            )
            bar.setRange(0, 100)
            bar.setValue(milestone.percent)
            for part in (words, bar):
                part.setAccessibleName(words.text())
        self._stack.setCurrentIndex(1 if counts.files else 0)  # bars that are seen paint the window at once

    def _show_numbering(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._show_lacks()

    def _show_lacks(self) -> None:
        if self._counts is None:
            return
        self._lacks = figures.lacks(self._counts, self._numbering or Numbering())
        counts = tuple(one.count for one in self._lacks)
        self.lacks.show_bars(
            [tr(one.word) for one in self._lacks], [Series(tr("个数"), theme.current().accent, counts)]
        )

    def _show_years(self) -> None:
        if self._counts is None:
            return
        look, years = theme.current(), figures.by_year(self._counts)
        self._years = years.labels
        ours = [
            Series(word(each), _colour(look, each), years.ours[each], each.value, GLYPHS[each])
            for each in DisclosureAttribute
        ]
        others = [Series(tr("不由本机关认定"), look.elsewhere, years.others, OTHERS, "—")]
        self.years.show_bars(years.labels, ours + (others if any(years.others) else []))

    def _show_formats(self) -> None:
        if self._counts is None:
            return
        look, counts = theme.current(), self._counts
        ordered = sorted(counts.by_format.items(), key=lambda item: -item[1])
        self._formats = tuple(name for name, _count in ordered)
        self.formats.show_bars(
            self._formats,
            [Series(tr("文件数"), look.accent, tuple(count for _name, count in ordered))],
        )


def read_numbering(connection: Reading) -> Numbering:
    """What the series of numbers of our own documents tell."""
    held = completeness.own_series(connection)
    return Numbering(sum(len(one.missing) for one in held), sum(len(one.repeated) for one in held))


def _milestone(year: int) -> tuple[QPushButton, QProgressBar]:
    """How far the documents since a year are decided; the words lead to those that are not."""
    words = button("", f"since{year}", role="link", tip=tr("看其中还没有认定的"))
    bar = QProgressBar()
    bar.setTextVisible(False)
    return words, bar


def _framed(chart: BarChart) -> Pane:
    pane = Pane(margin=12)
    pane.column.addWidget(chart)
    return pane


def _colour(look: Tokens, attribute: DisclosureAttribute) -> str:
    """What is undecided stands back behind what is decided, but is seen."""
    is_open = attribute is DisclosureAttribute.UNDETERMINED
    return look.undecided if is_open else look.attribute(attribute).ink
