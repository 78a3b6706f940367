"""Bar charts, each with a table that says the same; every bar leads to its list."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.language import tr
from app.ui.tokens import contrast
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import Label, Pages, icon_button

pg.setConfigOption("exitCleanup", False)

BAR_WIDTH = 0.7
MOST_TICKS, FEW_LABELS = 14, 10
ROOM_FOR_COUNTS = 1.18
"""How much longer than the longest lying bar the axis is, so that its count has room behind it."""
SIGN_POINTS, LEAST_HEIGHT = 9, 120
SHARE_OF_BARS = 0.8
"""How much of the height of a chart its bars have; the rest is for the labels."""
TABLE_COLUMN_PIXELS = 220
"""No column of figures is wider, or the eye loses the line on a large screen."""


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of the bars: its name, its colour, and a value for every bar.

    ``sign``: a character that stands in the colour and in the legend, for those who do not tell colours apart.
    """

    name: str
    colour: str
    values: tuple[int, ...]
    key: str = ""
    sign: str = ""


class _Plot(pg.GraphicsView):
    """A box between two axes. The library's own plot brings menus and forms along and takes thrice as long."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, background=theme.current().surface)
        inside = pg.GraphicsLayout()
        inside.layout.setContentsMargins(1, 1, 1, 1)
        inside.layout.setSpacing(0)
        self.box = inside.addViewBox(row=0, col=1, enableMenu=False, enableMouse=False)
        self.left, self.bottom = (pg.AxisItem(side, linkView=self.box) for side in ("left", "bottom"))
        inside.addItem(self.left, row=0, col=0)
        inside.addItem(self.bottom, row=1, col=1)
        self._inside = inside

    def stand(self) -> None:
        """Be seen from now on; axes that have nothing to tell yet cost as much as others."""
        if self.centralWidget is not self._inside:
            self.setCentralItem(self._inside)


class _Figures(Pages):
    """Bars and table, one in front: no higher than has to be, they have what a room leaves beyond that."""

    def sizeHint(self) -> QSize:
        """The least height; the bars themselves would ask for more, the table for all its rows."""
        return QSize(super().sizeHint().width(), theme.scaled(LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return QSize(super().minimumSizeHint().width(), theme.scaled(LEAST_HEIGHT))


class BarChart(QWidget):
    """Stacked bars over labels; ``chosen`` carries number of the bar and the key of the series.

    ``is_lying``: bars lie beside their labels, with the count behind them; for labels that are long.
    """

    chosen = Signal(int, str)

    def __init__(self, title: str, parent: QWidget | None = None, *, is_lying: bool = False) -> None:
        super().__init__(parent)
        self._is_lying = is_lying
        self._labels: tuple[str, ...] = ()
        self._series: tuple[Series, ...] = ()
        self._highest = 0
        self._signs: list[tuple[pg.TextItem, int]] = []
        self._rest = QTimer(self, singleShot=True, interval=1)
        self._rest.timeout.connect(self._draw_rest)
        self._plot = _Plot(self)
        self._plot.setAccessibleName(title)
        for part in (self._plot, self._plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys have the table instead
        self._plot.setCursor(Qt.CursorShape.PointingHandCursor)
        self._plot.setToolTip(tr("点一根柱子，看它的清单"))
        self._plot.box.invertY(is_lying)
        self._plot.scene().sigMouseClicked.connect(self._on_click)
        self.table = QTableWidget(self)
        self.table.setTabKeyNavigation(False)  # Tab leads on, the arrows go from cell to cell
        self.table.setAccessibleName(title)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        self.table.cellActivated.connect(self._on_cell)
        self.table.cellClicked.connect(self._on_cell)
        self._pages = _Figures(self)
        self._pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pages.addWidget(self._plot)
        self._pages.addWidget(self.table)
        self.twin = icon_button("table", "chartTable", tr("换成表格"))
        self.twin.setCheckable(True)
        self.twin.toggled.connect(self._pages.setCurrentIndex)
        self._legend = QLabel(self)
        self._legend.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(Flow(Label(title, "heading", self), None, self._legend, self.twin))
        column.addWidget(self._pages, 1)

    def show_bars(self, labels: Sequence[str], series: Sequence[Series]) -> None:
        """Show other figures; bars and axes at once, what stands in them and the table in the next turn."""
        self._labels, self._series = tuple(labels), tuple(series)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._labels:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write as many labels as there is room for."""
        super().resizeEvent(event)
        if self._labels:
            self._show_what_fits()

    def _draw(self) -> None:
        look = theme.current()
        self._plot.stand()
        self._plot.box.clear()
        self._signs.clear()
        self._plot.setBackground(look.surface)
        below = [0] * len(self._labels)
        places = list(range(len(self._labels)))
        for one in self._series:
            across = (
                {"x0": below, "width": one.values} if self._is_lying else {"x": places, "width": BAR_WIDTH}
            )
            upright = (
                {"y": places, "height": BAR_WIDTH} if self._is_lying else {"y0": below, "height": one.values}
            )
            self._plot.box.addItem(pg.BarGraphItem(**across, **upright, brush=one.colour, pen=look.surface))
            below = [low + value for low, value in zip(below, one.values, strict=True)]
        self._highest = max(below, default=0)
        self._dress_axes(self._highest)
        self._show_what_fits()
        self._show_legend()
        self._rest.start()

    def _draw_rest(self) -> None:
        """Counts or signs, and the table twin: together they take as long as all the bars."""
        if self._is_lying:
            self._write_counts(
                [sum(values) for values in zip(*(one.values for one in self._series), strict=True)]
            )
        else:
            self._write_signs()
            self._show_what_fits()
        self._fill_table()

    def _write_signs(self) -> None:
        """The sign of a colour stands in it."""
        look, below = theme.current(), [0] * len(self._labels)
        for one in self._series:
            ink = max((look.text, look.surface), key=partial(contrast, one.colour))
            for place, value in enumerate(one.values):
                if one.sign and value:
                    sign = pg.TextItem(one.sign, color=ink, anchor=(0.5, 0.5))
                    sign.setFont(theme.font(SIGN_POINTS))
                    sign.setPos(place, below[place] + value / 2)
                    self._plot.box.addItem(sign)
                    self._signs.append((sign, value))
                below[place] += value

    def _show_what_fits(self) -> None:
        """Labels that have room below their bars, and signs only where the colour is higher than they are."""
        every = max(1, len(self._labels) // MOST_TICKS, self._labels_in_the_way())
        ticks = [[(n, label) for n, label in enumerate(self._labels) if n % every == 0]]
        (self._plot.left if self._is_lying else self._plot.bottom).setTicks(ticks)
        needed = QFontMetrics(theme.font(SIGN_POINTS)).height() * max(1, self._highest)
        for sign, value in self._signs:
            sign.setVisible(value * self._plot.height() * SHARE_OF_BARS >= needed)

    def _write_counts(self, totals: Sequence[int]) -> None:
        """The count stands behind its bar."""
        for place, total in enumerate(totals):
            words = pg.TextItem(f" {total:,}", color=theme.current().muted, anchor=(0, 0.5))
            words.setFont(theme.font(9))
            words.setPos(total, place)
            self._plot.box.addItem(words)

    def _dress_axes(self, highest: int) -> None:
        look = theme.current()
        bottom, left = self._plot.bottom, self._plot.left
        for axis in (bottom, left):
            axis.setPen(QColor(look.border))
            axis.setTextPen(QColor(look.muted))
            axis.setStyle(tickFont=self._font(), tickLength=0)
        ends = (-0.6, len(self._labels) - 0.4)
        if self._is_lying:
            bottom.hide()
            self._plot.box.setYRange(*ends, padding=0)
            self._plot.box.setXRange(0, max(1, highest) * ROOM_FOR_COUNTS, padding=0)
        else:
            self._plot.box.setXRange(*ends, padding=0)
            self._plot.box.setYRange(0, max(1, highest) * 1.05, padding=0)

    def _labels_in_the_way(self) -> int:
        """Of how many labels below the bars one has room; those of lying bars stand one below the other."""
        if self._is_lying:
            return 1
        metrics = QFontMetrics(self._font())
        needed = sum(metrics.horizontalAdvance(f"{label} ") for label in self._labels)
        room = int(self._plot.width()) - metrics.horizontalAdvance("00000")
        return ceil(needed / max(1, room))

    def _font(self) -> QFont:
        return theme.font(9 if len(self._labels) <= FEW_LABELS else 8)

    def _show_legend(self) -> None:
        words = (
            f'<span style="color:{one.colour}">■</span>&nbsp;{one.sign}&nbsp;{one.name}'
            for one in self._series
        )
        self._legend.setText(4 * "&nbsp;" + (4 * "&nbsp;").join(words))
        self._legend.setVisible(len(self._series) > 1)

    def _fill_table(self) -> None:
        self.table.clear()
        self.table.setColumnCount(len(self._series) + 1)
        self.table.setMaximumWidth(theme.scaled(TABLE_COLUMN_PIXELS) * (len(self._series) + 1))
        self.table.setRowCount(len(self._labels))
        self.table.setHorizontalHeaderLabels(["", *(one.name for one in self._series)])
        for number, label in enumerate(self._labels):
            self.table.setItem(number, 0, QTableWidgetItem(label))
            for place, one in enumerate(self._series, 1):
                item = QTableWidgetItem(f"{one.values[number]:,}")
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(number, place, item)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _on_cell(self, number: int, column: int) -> None:
        self.chosen.emit(number, self._series[column - 1].key if column else "")

    def _on_click(self, click: object) -> None:
        place: QPointF = self._plot.box.mapSceneToView(click.scenePos())  # type: ignore[attr-defined]
        along, high = (place.y(), place.x()) if self._is_lying else (place.x(), place.y())
        number = round(along)
        if 0 <= number < len(self._labels):
            self.chosen.emit(number, self._series_at(number, high))

    def _series_at(self, number: int, height: float) -> str:
        top = 0
        for one in self._series:
            top += one.values[number]
            if height <= top:
                return one.key
        return ""
