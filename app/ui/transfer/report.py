"""The four-property check of a package, as a list of checks with their places."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from app.domain.transfer import Check, Outcome, VerificationReport
from app.transfer.verify.report import summary
from app.ui.language import tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, page_column, row

SIGNS = {Outcome.PASSED: "✓", Outcome.FAILED: "✗", Outcome.NOT_APPLICABLE: "—", Outcome.FOR_PERSON: "？"}
MOST_PLACES = 200


class ReportDialog(Dialog):
    """Shows one verification; failed checks are open, the others closed."""

    def __init__(self, report: VerificationReport, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verification")
        self.setWindowTitle(tr("四性检测"))
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([tr("检测项目"), tr("结果"), tr("说明")])
        self.tree.setAccessibleName(tr("检测项目"))
        self.tree.setRootIsDecorated(True)
        for check in report.checks:
            self.tree.addTopLevelItem(_entry(check))
        for number in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(number)
            item.setExpanded(item.data(0, Qt.ItemDataRole.UserRole) == Outcome.FAILED)
        verdict = Label(summary(report), "heading" if report.is_valid else "danger", self).wrapped()
        verdict.setObjectName("verificationVerdict")
        show = button(tr("打开所在文件夹"), "openPackageFolder", icon="folder")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        close = button(tr("好"), "closeVerification", role="primary")
        close.clicked.connect(self.accept)
        column = page_column(self)
        column.addWidget(verdict)
        column.addWidget(self.tree, 1)
        column.addLayout(row(show, None, close))
        self.resize(860, 560)
        self.tree.setColumnWidth(0, 380)
        self.tree.setColumnWidth(1, 110)


def _entry(check: Check) -> QTreeWidgetItem:
    outcome = f"{SIGNS[check.outcome]} {tr(check.outcome.term)}"
    entry = QTreeWidgetItem([f"{check.code}　{check.name}", outcome, check.note])
    entry.setData(0, Qt.ItemDataRole.UserRole, check.outcome)
    for place in [*check.places, *check.warnings][:MOST_PLACES]:
        entry.addChild(QTreeWidgetItem([place.where, "", place.message]))
    return entry
