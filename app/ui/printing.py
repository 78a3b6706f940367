"""Printing and print preview: the one place that knows printers."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.ui import theme
from app.ui.language import told_error, tr
from app.ui.widgets.dialog import Message

POINTS = 10.5
TABLE_POINTS = 9


def table_page(
    title: str, note: str, headings: Sequence[str], rows: Iterable[Sequence[str]]
) -> QTextDocument:
    """A list as pages to print: the head comes again on every page."""
    head = "".join(f"<th align='left'>{escape(heading)}</th>" for heading in headings)
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>" for cells in rows
    )
    document = QTextDocument()
    document.setHtml(
        f"<h2>{escape(title)}</h2><p>{escape(note)}</p>"
        "<table width='100%' border='1' cellspacing='0' cellpadding='3' "
        f"style='border-collapse: collapse; border-color: #888888; font-size: {TABLE_POINTS}pt'>"
        f"<thead><tr>{head}</tr></thead>{lines}</table>"
    )
    return document


class Preview(QPrintPreviewDialog):
    """How a document will look on paper, to be printed from there; holds printer and document while it is open.

    Qt takes neither over: without this they would be gone before the first page is drawn.
    """

    def __init__(self, document: QTextDocument, parent: QWidget, *, is_wide: bool) -> None:
        self._document = document
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        if is_wide:
            self._printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        super().__init__(self._printer, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("打印预览"))
        self.paintRequested.connect(self._paint)

    def _paint(self, printer: QPrinter) -> None:
        self._document.print_(printer)


def preview(document: QTextDocument, parent: QWidget, *, is_wide: bool = False) -> None:
    """Show how a document will look on paper, and print it from there; ``is_wide`` turns the paper.

    Says so where there is no font that can show Chinese.
    """
    try:
        require_font()
    except AppError as error:
        Message(Message.Icon.Warning, tr("打印预览"), told_error(error), parent).open()
        return
    document.setDefaultFont(theme.font(POINTS))
    Preview(document, parent, is_wide=is_wide).open()


def require_font() -> None:
    """Refuse to print blank squares.

    Raises:
        AppError: there is no font that can show Chinese.
    """
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        raise AppError("本机没有中文字体，打印出来会是空白。", "请先安装一种中文字体，如思源黑体。")
