"""What is asked before a package is built, and before filing values are written."""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from app.domain.archival import RetentionPeriod
from app.domain.transfer import AccessStatus
from app.transfer.hand_over import UNITS_OWN_TEMPLATE
from app.transfer.package.build import Carrier
from app.transfer.package.layout import PackageLayout
from app.transfer.prepare import Filing
from app.transfer.templates import Template
from app.ui import theme
from app.ui.language import told, tr
from app.ui.tokens import ROW_PIXELS
from app.ui.transfer.work import BuildOrder
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, page_column, row

TEMPLATE_ROLE = Qt.ItemDataRole.UserRole

LAYOUTS = {
    PackageLayout.DAT_93_2022: "DA/T 93-2022",
    PackageLayout.TRANSFER_2012: "电子档案移交接收办法（2012）",
}


CARRIERS = {Carrier.FOLDER: "文件夹", Carrier.BAG: "BagIt 包"}
MEDIA = {0.0: "不分盘", 4.7: "每盘 4.7 GB（DVD）", 25.0: "每盘 25 GB（蓝光）", 100.0: "每盘 100 GB（蓝光）"}


class BuildDialog(Dialog):
    """Name, folder, layout and catalogues of a package. ``wanted`` carries the :class:`BuildOrder`."""

    wanted = Signal(object)
    template_wanted = Signal()

    def __init__(self, count: str, templates: Mapping[str, Template], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("buildDialog")
        self.setWindowTitle(tr("生成移交包"))
        self.name = QLineEdit(tr("{year} 年移交", year=date.today().year), self)
        self.name.setObjectName("transferName")
        self.folder = QLineEdit(self)
        self.folder.setObjectName("transferFolder")
        self.folder.setPlaceholderText(tr("放移交包的文件夹，如移动硬盘"))
        self.layout_box = QComboBox(self)
        for layout, title in LAYOUTS.items():
            self.layout_box.addItem(tr(title), layout)
        self.carrier = QComboBox(self)
        for carrier, title in CARRIERS.items():
            self.carrier.addItem(tr(title), carrier)
        self.media = QComboBox(self)
        for size, title in MEDIA.items():
            self.media.addItem(tr(title), size)
        self.as_pdf = QCheckBox(tr("登记表和移交清单另存为 PDF，供打印签字"), self)
        self.as_pdf.setObjectName("formsAsPdf")
        self.encapsulates = QCheckBox(tr("每件另附未签名的封装包（EEP）"), self)
        self.encapsulates.setObjectName("encapsulates")
        self.templates = QListWidget(self)
        self.templates.setObjectName("templates")
        self.show_templates(templates, {UNITS_OWN_TEMPLATE})
        self.build = button(tr("生成 {count} 件的移交包", count=count), "buildNow", role="primary")
        self._lay_out(count)
        self._check()

    @property
    def order(self) -> BuildOrder:
        """What was chosen."""
        return BuildOrder(
            name=self.name.text().strip(),
            folder=Path(self.folder.text().strip()),
            layout=PackageLayout(self.layout_box.currentData()),
            carrier=Carrier(self.carrier.currentData()),
            templates=self.chosen_templates,
            capacity=self.media.currentData() or None,
            as_pdf=self.as_pdf.isChecked(),
            encapsulates=self.encapsulates.isChecked(),
        )

    @property
    def chosen_templates(self) -> tuple[str, ...]:
        """The ids of the ticked templates."""
        items = [self.templates.item(number) for number in range(self.templates.count())]
        return tuple(item.data(TEMPLATE_ROLE) for item in items if item.checkState() is Qt.CheckState.Checked)

    def show_templates(self, templates: Mapping[str, Template], ticked: Collection[str]) -> None:
        """Offer the templates there are."""
        self.templates.clear()
        for name, template in templates.items():
            standard = "" if template.standard in template.name else f"　{told(template.standard)}"
            item = QListWidgetItem(f"{told(template.name)}{standard}", self.templates)
            item.setData(TEMPLATE_ROLE, name)
            item.setToolTip(told(template.unsure or template.standard))
            state = Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)

    def _lay_out(self, count: str) -> None:
        choose = button(tr("选择…"), "chooseTransferFolder", icon="folder")
        choose.clicked.connect(self._choose)
        cancel = button(tr("取消"), "cancelBuild")
        cancel.clicked.connect(self.reject)
        place = row(self.folder, choose)
        form = QFormLayout()
        form.addRow(tr("批次名称"), self.name)
        form.addRow(tr("存放处"), place)
        form.addRow(tr("移交包格式"), self.layout_box)
        form.addRow(tr("包的样子"), self.carrier)
        form.addRow(tr("分盘"), self.media)
        form.addRow(tr("附带的目录"), self.templates)
        more = button(tr("按接收单位的样表建模板…"), "newTemplate", role="link")
        more.clicked.connect(self.template_wanted)
        form.addRow("", row(more, None))
        form.addRow("", self.as_pdf)
        form.addRow("", self.encapsulates)
        self.templates.setFixedHeight(theme.scaled(ROW_PIXELS) * 4)
        self.templates.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        text = tr(
            "先为 {count} 件编定档号（编定后不再变），再复制文件、写目录、做四性检测。原来的文件不动。",
            count=count,
        )
        column = page_column(self)
        column.addWidget(Label(text, "muted", self).wrapped())
        column.addLayout(form)
        column.addLayout(row(None, cancel, self.build))
        for field, title in ((self.name, tr("批次名称")), (self.folder, tr("存放处"))):
            field.setAccessibleName(title)
            field.textChanged.connect(lambda _text: self._check())
        named = {self.layout_box: "移交包格式", self.carrier: "包的样子", self.media: "分盘"}
        for box, title in named.items():
            box.setAccessibleName(tr(title))
        self.templates.setAccessibleName(tr("附带的目录"))
        self.build.clicked.connect(self._go)
        self.setMinimumWidth(520)

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("移交包放在哪里"))
        if found:
            self.folder.setText(found)

    def _check(self) -> None:
        self.build.setEnabled(bool(self.name.text().strip() and self.folder.text().strip()))

    def _go(self) -> None:
        self.wanted.emit(self.order)
        self.accept()


class FilingDialog(Dialog):
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
            self.retention.addItem(tr(period.term), period)
        for status in AccessStatus:
            self.access.addItem(tr(status.term), status)
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName(tr("控制理由"))
        self.keep = button(tr("写入 {count} 件", count=count), "keepFiling", role="primary")
        self.keep.clicked.connect(self._keep)
        cancel = button(tr("取消"), "cancelFiling")
        cancel.clicked.connect(self.reject)
        form = QFormLayout()
        form.addRow(tr("保管期限"), self.retention)
        form.addRow(tr("开放意见"), self.access)
        form.addRow(tr("控制理由"), self.reason)
        column = page_column(self)
        text = tr("选中的 {count} 件都这样写；选“（不改）”的一项各件照旧。", count=count)
        column.addWidget(Label(text, "muted", self).wrapped())
        column.addLayout(form)
        column.addLayout(row(None, cancel, self.keep))
        self.setMinimumWidth(theme.scaled(420))
        for box in (self.retention, self.access):
            box.currentIndexChanged.connect(lambda _number: self._check())
        self.reason.textChanged.connect(lambda _text: self._check())
        self._check()

    @property
    def filing(self) -> Filing:
        """What is to be written; ``None`` for what stays."""
        retention, access = self.retention.currentData(), self.access.currentData()
        return Filing(
            retention=RetentionPeriod(retention) if retention else None,
            access_status=AccessStatus(access) if access else None,
            access_reason=self.reason.text().strip() or None,
        )

    def _check(self) -> None:
        self.keep.setEnabled(self.filing != Filing())

    def _keep(self) -> None:
        self.wanted.emit(self.filing)
        self.accept()
