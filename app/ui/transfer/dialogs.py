"""What is asked before a package is built, and before filing values are written."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.archival import RetentionPeriod
from app.domain.transfer import AccessStatus
from app.transfer.package.layout import PackageLayout
from app.transfer.prepare import Filing
from app.ui.language import tr
from app.ui.widgets.layout import Label, button, row

LAYOUTS = {
    PackageLayout.DAT_93_2022: "DA/T 93-2022",
    PackageLayout.TRANSFER_2012: "电子档案移交接收办法（2012）",
}


class BuildDialog(QDialog):
    """Name, folder and layout of a package."""

    wanted = Signal()

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("buildDialog")
        self.setWindowTitle(tr("生成移交包"))
        self.name = QLineEdit(tr("{year} 年移交", year=date.today().year), self)  # noqa: DTZ011 - this place's day
        self.name.setObjectName("transferName")
        self.folder = QLineEdit(self)
        self.folder.setObjectName("transferFolder")
        self.folder.setPlaceholderText(tr("放移交包的文件夹，如移动硬盘"))
        self.layout_box = QComboBox(self)
        for layout, title in LAYOUTS.items():
            self.layout_box.addItem(tr(title), layout)
        self.build = button(tr("生成 {count} 件的移交包", count=count), "buildNow", role="primary")
        self._lay_out(count)
        self._check()

    @property
    def path(self) -> Path:
        """Where the package goes."""
        return Path(self.folder.text().strip())

    @property
    def package_layout(self) -> PackageLayout:
        """The layout that was chosen."""
        return PackageLayout(self.layout_box.currentData())

    def _lay_out(self, count: int) -> None:
        choose = button(tr("选择…"), "chooseTransferFolder", icon="folder")
        choose.clicked.connect(self._choose)
        cancel = button(tr("取消"), "cancelBuild")
        cancel.clicked.connect(self.reject)
        place = row(self.folder, choose)
        form = QFormLayout()
        form.addRow(tr("批次名称"), self.name)
        form.addRow(tr("存放处"), place)
        form.addRow(tr("移交包格式"), self.layout_box)
        text = tr(
            "先为 {count} 件编定档号（编定后不再变），再复制文件、写目录、做四性检测。原来的文件不动。",
            count=count,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(Label(text, "muted", self).wrapped())
        column.addLayout(form)
        column.addLayout(row(None, cancel, self.build))
        for field, title in ((self.name, tr("批次名称")), (self.folder, tr("存放处"))):
            field.setAccessibleName(title)
            field.textChanged.connect(lambda _text: self._check())
        self.layout_box.setAccessibleName(tr("移交包格式"))
        self.build.clicked.connect(self._go)
        self.setMinimumWidth(520)

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("移交包放在哪里"))
        if found:
            self.folder.setText(found)

    def _check(self) -> None:
        self.build.setEnabled(bool(self.name.text().strip() and self.folder.text().strip()))

    def _go(self) -> None:
        self.wanted.emit()
        self.accept()


class FilingDialog(QDialog):
    """Retention and opening opinion for the selected documents; what is left alone stays as it is."""

    wanted = Signal(object)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filingDialog")
        self.setWindowTitle(tr("归档信息"))
        self.retention = QComboBox(self)
        self.retention.setAccessibleName(tr("保管期限"))
        self.access = QComboBox(self)
        self.access.setAccessibleName(tr("开放意见"))
        self.retention.addItem(tr("（不改）"), None)
        self.access.addItem(tr("（不改）"), None)
        for period in RetentionPeriod:
            self.retention.addItem(period.term, period)
        for status in AccessStatus:
            self.access.addItem(status.term, status)
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName(tr("控制理由"))
        keep = button(tr("写入 {count} 件", count=count), "keepFiling", role="primary")
        keep.clicked.connect(self._keep)
        cancel = button(tr("取消"), "cancelFiling")
        cancel.clicked.connect(self.reject)
        form = QFormLayout()
        form.addRow(tr("保管期限"), self.retention)
        form.addRow(tr("开放意见"), self.access)
        form.addRow(tr("控制理由"), self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addLayout(row(None, cancel, keep))

    def _keep(self) -> None:
        retention, access = self.retention.currentData(), self.access.currentData()
        filing = Filing(
            retention=RetentionPeriod(retention) if retention else None,
            access_status=AccessStatus(access) if access else None,
            access_reason=self.reason.text().strip() or None,
        )
        self.wanted.emit(filing)
        self.accept()
