"""Catalogues and forms for signing as PDF: the program started once more as ``paper``, without a window.

Rows are laid out line by line, so that a hundred thousand of them need no document tree: the head is repeated
on every page, a row stays on one page unless it is longer than a page, and every page says "page n of m".
The system's Chinese font is embedded.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextLayout,
    QTextOption,
)

from app.errors import AppError
from app.formats.write.forms import Form, FormRow, SigningTable, table_points

FAMILIES = (
    "FangSong",
    "仿宋",
    "SimSun",
    "宋体",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Noto Sans CJK SC",
)
"""Tried in this order; then whatever the system knows to show Chinese."""

MARGIN, DOTS_PER_INCH = 15.0, 300
_DOT = DOTS_PER_INCH / 25.4
_PADDING, _FOOTER, _LINE = 1.0 * _DOT, 8.0 * _DOT, 0.2 * _DOT
_FORM_POINTS, _HEADING_POINTS = 10.5, 18.0


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of the page: the lines of its cells side by side; ``is_row``: under the repeated head."""

    cells: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    font: QFont
    line_height: float
    has_frame: bool = True
    is_centred: bool = False
    is_row: bool = False

    @property
    def height(self) -> float:
        """In dots."""
        return max(len(lines) for lines in self.cells) * self.line_height + 2 * _PADDING


def write_signing_pdf(path: Path, table: SigningTable) -> None:
    """Write a table on A4 landscape with sign-off boxes below it.

    Raises:
        AppError: no font can show Chinese, or the file cannot be written.
    """
    page = _Page(path, QPageLayout.Orientation.Landscape)
    points = table_points(len(table.headers))
    widths = tuple(page.width * width / sum(table.widths) for width in table.widths)
    head = page.band(table.headers, widths, points, is_bold=True, is_centred=True)
    bands = [page.line(table.heading, _HEADING_POINTS)]
    bands += [page.line(table.caption, points, is_centred=False)] if table.caption else []
    rows = (replace(page.band(row, widths, points), is_row=True) for row in table.rows)
    boxes = [f"{signer}：\n\n          年    月    日" for signer in table.signers]
    shares = (page.width / max(1, len(boxes)),) * len(boxes)
    below = [page.line("", points), page.band(boxes, shares, _FORM_POINTS)] if boxes else []
    page.write([*bands, head, *rows], below, head)


def write_form_pdf(path: Path, form: Form) -> None:
    """Write a form on A4 portrait; a row with fewer cells than columns lets its last cell run to the edge.

    Raises:
        AppError: no font can show Chinese, or the file cannot be written.
    """
    page = _Page(path, QPageLayout.Orientation.Portrait)
    share = page.width / form.column_count
    bands = [page.line(form.heading, _HEADING_POINTS)]
    bands += [page.line(line, _FORM_POINTS, is_centred=False) for line in form.above]
    for row in form.rows:
        widths = (*(share,) * (len(row.cells) - 1), share * (form.column_count - len(row.cells) + 1))
        bands.append(page.band(row.cells, widths, _FORM_POINTS, is_bold=row.is_head, is_centred=row.is_head))
    bands += [page.line(line, _FORM_POINTS, is_centred=False) for line in form.below]
    page.write(bands, [], None)


def run(arguments: Sequence[str]) -> int:
    """Write the PDF that standard input describes as JSON; 0 done, 3 not possible (why: standard error)."""
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    told = json.load(sys.stdin)
    try:
        if told.pop("kind") == "form":
            rows = [FormRow(**row) for row in told.pop("rows")]
            write_form_pdf(Path(arguments[0]), Form(rows=rows, **told))
        else:
            write_signing_pdf(Path(arguments[0]), SigningTable(**told))
    except AppError as error:
        print(json.dumps([error.message, error.advice]), file=sys.stderr)
        return 3
    finally:
        application.quit()
    return 0


def chinese_family() -> str:
    """The family that papers are set in.

    Raises:
        AppError: there is none that can show Chinese.
    """
    known = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    if not known:
        raise AppError(
            "本机没有中文字体，不能生成 PDF。", "请先安装一种中文字体，如思源黑体，或改用 docx 格式。"
        )
    return next((family for family in FAMILIES if family in known), known[0])


def paginated(
    bands: Sequence[Band], below: Sequence[Band], head: Band | None, room: float
) -> list[list[Band]]:
    """The bands of every page; ``below`` stays together. A row begins no page without its ``head``."""
    pages: list[list[Band]] = [[]]
    used = 0.0
    for band in (piece for each in bands for piece in _pieces(each, room - (head.height if head else 0))):
        if used + band.height > room and pages[-1]:
            begun = [head] if head and band.is_row else []
            pages.append(list(begun))
            used = sum(each.height for each in begun)
        pages[-1].append(band)
        used += band.height
    if below and used + sum(each.height for each in below) > room:
        pages.append([])
    pages[-1].extend(below)
    return pages


def _pieces(band: Band, room: float) -> Iterator[Band]:
    """The band, or parts of it when it is higher than a page: nothing is left out."""
    most = max(1, int((room - 2 * _PADDING) / band.line_height))
    if max(len(lines) for lines in band.cells) <= most:
        yield band
        return
    chunks = [[lines[start : start + most] for start in range(0, len(lines), most)] for lines in band.cells]
    for cells in zip_longest(*chunks, fillvalue=()):
        yield replace(band, cells=tuple(cells))


class _Page:
    """One PDF file: measures with its own resolution, then paints."""

    def __init__(self, path: Path, orientation: QPageLayout.Orientation) -> None:
        self._family = chinese_family()
        self._path = path
        self._writer = QPdfWriter(str(path))
        self._writer.setResolution(DOTS_PER_INCH)
        margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
        size = QPageSize(QPageSize.PageSizeId.A4)
        self._writer.setPageLayout(QPageLayout(size, orientation, margins, QPageLayout.Unit.Millimeter))
        self.width = float(self._writer.width())
        self._height = float(self._writer.height())
        self._fonts: dict[tuple[float, bool], tuple[QFont, float]] = {}

    def band(
        self,
        texts: Sequence[str],
        widths: Sequence[float],
        points: float,
        *,
        is_bold: bool = False,
        is_centred: bool = False,
    ) -> Band:
        """A framed strip with the texts wrapped to the widths."""
        font, line_height = self._font(points, is_bold=is_bold)
        cells = tuple(
            self._wrapped(text, font, width - 2 * _PADDING) for text, width in zip(texts, widths, strict=True)
        )
        return Band(cells, tuple(widths), font, line_height, is_centred=is_centred)

    def line(self, text: str, points: float, *, is_centred: bool = True) -> Band:
        """A strip without frame over the whole width."""
        is_bold = points >= _HEADING_POINTS
        made = self.band([text], [self.width], points, is_bold=is_bold, is_centred=is_centred)
        return replace(made, has_frame=False)

    def write(self, bands: Sequence[Band], below: Sequence[Band], head: Band | None) -> None:
        """Paint everything.

        Raises:
            AppError: the file cannot be written.
        """
        pages = paginated(bands, below, head, self._height - _FOOTER)
        painter = QPainter()
        if not painter.begin(self._writer):
            raise AppError(f"不能写入“{self._path.name}”。", "请检查磁盘空间和写权限，并确认文件没有被打开。")
        try:
            painter.setPen(QPen(Qt.GlobalColor.black, _LINE))
            for number, page in enumerate(pages, start=1):
                if number > 1:
                    self._writer.newPage()
                self._paint(painter, page, f"第 {number} 页 共 {len(pages)} 页")
        finally:
            painter.end()

    def _paint(self, painter: QPainter, page: Sequence[Band], footer: str) -> None:
        top = 0.0
        for band in page:
            painter.setFont(band.font)
            left = 0.0
            for lines, width in zip(band.cells, band.widths, strict=True):
                _paint_cell(painter, band, lines, QRectF(left, top, width, band.height))
                left += width
            top += band.height
        painter.setFont(self._font(9.0)[0])
        place = QRectF(0, self._height - _FOOTER, self.width, _FOOTER)
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, footer)

    def _font(self, points: float, *, is_bold: bool = False) -> tuple[QFont, float]:
        if (points, is_bold) not in self._fonts:
            font = QFont(self._family)
            font.setPointSizeF(points)
            font.setBold(is_bold)
            self._fonts[points, is_bold] = font, QFontMetricsF(font, self._writer).height()
        return self._fonts[points, is_bold]

    def _wrapped(self, text: str, font: QFont, width: float) -> tuple[str, ...]:
        return tuple(line for part in text.split("\n") for line in self._lines(part, font, width))

    def _lines(self, text: str, font: QFont, width: float) -> Iterator[str]:
        layout = QTextLayout(text, font, self._writer)
        layout.setTextOption(_WRAP)
        layout.beginLayout()
        encoded = text.encode("utf-16-le")
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, end = line.textStart(), line.textStart() + line.textLength()
            yield encoded[2 * start : 2 * end].decode("utf-16-le").rstrip()
        layout.endLayout()
        if not text:
            yield ""


_WRAP = QTextOption()
_WRAP.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


def _paint_cell(painter: QPainter, band: Band, lines: Sequence[str], place: QRectF) -> None:
    if band.has_frame:
        painter.drawRect(place)
    metrics = painter.fontMetrics()
    for number, line in enumerate(lines):
        left = place.left() + _PADDING
        if band.is_centred:
            left = place.left() + (place.width() - metrics.horizontalAdvance(line)) / 2
        base = place.top() + _PADDING + number * band.line_height + metrics.ascent()
        painter.drawText(QPointF(left, base), line)
