"""Printing, print preview and PDF files: the one place that knows printers."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.ui import theme
from app.ui.language import tr

POINTS = 10.5


def preview(document: QTextDocument, parent: QWidget) -> None:
    """Show how a document will look on paper, and print it from there."""
    document.setDefaultFont(theme.font(POINTS))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(tr("打印预览"))
    dialog.paintRequested.connect(document.print_)
    dialog.open()


def write_pdf(document: QTextDocument, path: Path) -> None:
    """Write a document as a PDF file of A4 pages.

    Raises:
        AppError: there is no font that can show Chinese.
    """
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        raise AppError("本机没有中文字体，打印出来会是空白。", "请先安装一种中文字体，如思源黑体。")
    document.setDefaultFont(theme.font(POINTS))
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document.print_(writer)
