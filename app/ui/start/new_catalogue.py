"""The questions before a new catalogue: for whom, where, and who works with it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QLineEdit, QWidget

from app.errors import AppError
from app.ui.language import told_error, tr
from app.ui.settings.office import FormerNamesField, SeriesField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, page_column, row


@dataclass(frozen=True, slots=True)
class NewCatalogue:
    """What a new catalogue is to hold; ``former_names`` and ``series`` as typed."""

    folder: Path
    office: str
    fonds_code: str
    reviewer: str
    approver: str
    former_names: str
    series: str = ""


class NewCatalogueDialog(Dialog):
    """Asks for office, folder, fonds code and the two persons; ``wanted`` when all that is needed is there."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newCatalogueDialog")
        self.setWindowTitle(tr("新建目录"))
        self.office = self._field("office", tr("单位全称"), tr("如 临湖县人民政府办公室"))
        self.former = FormerNamesField(self)
        self.series = SeriesField(self)
        self.fonds = self._field("fonds", tr("全宗号"), tr("可以以后再填"))
        self.folder = self._field("folder", tr("存放位置"), tr("一个新的空文件夹"))
        self.reviewer = self._field("reviewer", tr("初审人"), tr("您的姓名"))
        self.approver = self._field("approver", tr("审定人"), tr("须是另一个人，可以以后再登记"))
        self.fault = Label("", "danger", self).wrapped()
        self.fault.setObjectName("newFault")
        self.make = button(tr("建立目录"), "create", role="primary")
        self._build()

    @property
    def wish(self) -> NewCatalogue:
        """What was typed."""
        return NewCatalogue(
            folder=Path(self.folder.text().strip()),
            office=self.office.text().strip(),
            fonds_code=self.fonds.text().strip(),
            reviewer=self.reviewer.text().strip(),
            approver=self.approver.text().strip(),
            former_names=self.former.toPlainText(),
            series=self.series.text(),
        )

    def show_failure(self, error: AppError) -> None:
        """Say why it could not be made; what was typed stays."""
        self.fault.setText(told_error(error))
        self.fault.show()
        self.make.setEnabled(True)

    def _field(self, name: str, title: str, hint: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(f"new-{name}")
        field.setAccessibleName(title)
        field.setPlaceholderText(hint)
        field.textChanged.connect(lambda _text: self._check())
        return field

    def _build(self) -> None:
        choose = button(tr("选择…"), "chooseFolder", icon="folder")
        choose.clicked.connect(self._choose_folder)
        cancel = button(tr("取消"), "cancelNew")
        cancel.clicked.connect(self.reject)
        self.make.clicked.connect(self._ask)
        form = QFormLayout()
        form.addRow(tr("单位全称"), self.office)
        form.addRow(tr("曾用名和前身"), self.former)
        form.addRow(tr("发文字号代字"), self.series)
        form.addRow(tr("全宗号"), self.fonds)
        place = row(spacing=8)
        place.addWidget(self.folder, 1)
        place.addWidget(choose)
        form.addRow(tr("存放位置"), place)
        form.addRow(tr("初审人"), self.reviewer)
        form.addRow(tr("审定人"), self.approver)
        column = page_column(self)
        column.addWidget(
            Label(
                tr("目录是一个文件夹，可以整个搬走；原来的公文不会移动、不会改动。"), "muted", self
            ).wrapped()
        )
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addLayout(row(None, cancel, self.make))
        self.fault.hide()
        self.setMinimumWidth(520)
        self._check()

    def _choose_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("目录放在哪里"))
        if found:
            self.folder.setText(str(Path(found) / tr("底数目录")))

    def _check(self) -> None:
        same = self.reviewer.text().strip() == self.approver.text().strip() != ""
        needed = (self.office, self.folder, self.reviewer)
        self.make.setEnabled(all(field.text().strip() for field in needed) and not same)
        self.fault.setText(tr("审定人须是另一个人。") if same else "")
        self.fault.setVisible(same)

    def _ask(self) -> None:
        self.make.setEnabled(False)
        self.wanted.emit()
