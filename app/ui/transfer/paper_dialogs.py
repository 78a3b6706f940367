"""What is asked before a catalogue, the note in a box or the public list is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from app.transfer.papers import PDF
from app.transfer.templates import CatalogueFormat, Template
from app.ui.language import told, tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, page_column, row

FORMATS: Mapping[str, str] = {
    CatalogueFormat.XLSX: "Excel 表格（xlsx）",
    CatalogueFormat.CSV_GB18030: "文本表格（csv，GB 18030）",
    CatalogueFormat.CSV_UTF_8: "文本表格（csv，UTF-8）",
    CatalogueFormat.DBF: "dBASE 表（dbf）",
    CatalogueFormat.DOCX: "Word 文档（docx），供签字",
    CatalogueFormat.XML: "XML",
    PDF: "PDF，供签字",
}


@dataclass(frozen=True, slots=True)
class CatalogueWish:
    """A catalogue somebody wants: by which template, as what, where."""

    template: Template
    wanted: str
    folder: Path


@dataclass(frozen=True, slots=True)
class BoxWish:
    """A note for the box that holds the items between two codes."""

    codes: tuple[str, str]
    condition: str
    checked_by: str
    path: Path


class CatalogueDialog(Dialog):
    """``wanted`` carries a :class:`CatalogueWish`."""

    wanted = Signal(object)

    def __init__(self, count: int, templates: Mapping[str, Template], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("catalogueDialog")
        self.setWindowTitle(tr("导出已编号公文的目录"))
        self._templates = templates
        self.template = QComboBox(self)
        for name, template in templates.items():
            self.template.addItem(told(template.name), name)
        self.kind = QComboBox(self)
        self.folder = QLineEdit(self)
        self.folder.setPlaceholderText(tr("目录文件放在哪个文件夹"))
        self.go = button(tr("导出 {count} 件的目录", count=f"{count:,}"), "writeCatalogue", role="primary")
        form = QFormLayout()
        fields = ((tr("目录模板"), self.template), (tr("格式"), self.kind))
        for title, field in fields:
            field.setAccessibleName(title)
            form.addRow(title, field)
        form.addRow(tr("存放处"), _place(self.folder, tr("目录文件放在哪个文件夹"), self))
        _lay_out(self, tr("按件号次序列出已编定档号的公文；PDF 和 Word 带签字栏。"), form, self.go)
        self.template.currentIndexChanged.connect(lambda _place: self._offer_kinds())
        self.folder.textChanged.connect(lambda _text: self._check())
        self.go.clicked.connect(self._go)
        self._offer_kinds()
        self._check()

    def _offer_kinds(self) -> None:
        self.kind.clear()
        template = self._templates.get(self.template.currentData())
        for kind in [*(template.formats if template else ()), PDF]:
            self.kind.addItem(tr(FORMATS[kind]), str(kind))

    def _check(self) -> None:
        self.go.setEnabled(bool(self.folder.text().strip()) and self.template.count() > 0)

    def _go(self) -> None:
        template = self._templates[self.template.currentData()]
        self.wanted.emit(
            CatalogueWish(template, str(self.kind.currentData()), Path(self.folder.text().strip()))
        )
        self.accept()


class BoxNoteDialog(Dialog):
    """``wanted`` carries a :class:`BoxWish`; ``codes`` are all that are in use, in their order."""

    wanted = Signal(object)

    def __init__(self, codes: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boxNoteDialog")
        self.setWindowTitle(tr("盒内备考表"))
        self.first, self.last = QComboBox(self), QComboBox(self)
        for box, place in ((self.first, 0), (self.last, len(codes) - 1)):
            box.addItems(codes)
            box.setCurrentIndex(place)
            box.setMaxVisibleItems(20)
        self.condition = QLineEdit(self)
        self.condition.setPlaceholderText(tr("缺损、修改、补充、移出、销毁等情况；没有就不填"))
        self.checked_by = QLineEdit(self)
        self.go = button(tr("存为…"), "writeBoxNote", role="primary")
        form = QFormLayout()
        for title, field in (
            (tr("起档号"), self.first),
            (tr("止档号"), self.last),
            (tr("盒内情况说明"), self.condition),
            (tr("检查人"), self.checked_by),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
        _lay_out(self, tr("件数和页数由程序算出；可以存成 Word 或 PDF，打印后放进盒里。"), form, self.go)
        self.go.clicked.connect(self._ask_path)
        self.go.setEnabled(bool(codes))

    def write_to(self, path: Path) -> None:
        """Ask for the note in this file."""
        codes = (self.first.currentText(), self.last.currentText())
        self.wanted.emit(BoxWish(codes, self.condition.text().strip(), self.checked_by.text().strip(), path))
        self.accept()

    def _ask_path(self) -> None:
        kinds = "Word (*.docx);;PDF (*.pdf)"
        found, kind = QFileDialog.getSaveFileName(self, tr("盒内备考表"), tr("盒内备考表"), kinds)
        if found:
            path = Path(found)
            self.write_to(path if path.suffix else path.with_suffix(".pdf" if "pdf" in kind else ".docx"))


class PublicListDialog(Dialog):
    """``wanted`` carries the folder and whether what is open on request is listed too."""

    wanted = Signal(Path, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("publicListDialog")
        self.setWindowTitle(tr("已移交信息的可公开目录"))
        self.folder = QLineEdit(self)
        self.folder.setPlaceholderText(tr("目录文件放在哪个文件夹"))
        self.with_on_request = QCheckBox(tr("依申请公开的也列题名"), self)
        self.go = button(tr("导出"), "writePublicList", role="primary")
        form = QFormLayout()
        form.addRow(tr("存放处"), _place(self.folder, tr("目录文件放在哪个文件夹"), self))
        form.addRow("", self.with_on_request)
        text = tr("列出已移交、可以公开的公文，出表格和网页各一份；不予公开的和题名含敏感信息的不列。")
        _lay_out(self, text, form, self.go)
        self.folder.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.go.setEnabled(False)
        self.go.clicked.connect(self._go)

    def _go(self) -> None:
        self.wanted.emit(Path(self.folder.text().strip()), self.with_on_request.isChecked())
        self.accept()


def _place(field: QLineEdit, title: str, dialog: QDialog) -> QHBoxLayout:
    """A folder to type or to choose."""
    field.setAccessibleName(tr("存放处"))
    choose = button(tr("选择…"), "choosePlace", icon="folder")

    def ask() -> None:
        if found := QFileDialog.getExistingDirectory(dialog, title):
            field.setText(found)

    choose.clicked.connect(ask)
    return row(field, choose)


def _lay_out(dialog: QDialog, text: str, form: QFormLayout, go: QWidget) -> None:
    cancel = button(tr("取消"), "cancelPaper")
    cancel.clicked.connect(dialog.reject)
    column = page_column(dialog)
    column.addWidget(Label(text, "muted", dialog).wrapped())
    column.addLayout(form)
    column.addLayout(row(None, cancel, go))
    dialog.setMinimumWidth(520)
