"""The four-property check of a package, as a list of checks with their places; what asks for a person first."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from app.domain.transfer import Check, Outcome, VerificationReport
from app.ui.language import is_english, told, tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, open_at, page_column, row, set_widths

ORDER = (Outcome.FAILED, Outcome.FOR_PERSON, Outcome.PASSED, Outcome.NOT_APPLICABLE)
SIGNS = {Outcome.PASSED: "✓", Outcome.FAILED: "✗", Outcome.NOT_APPLICABLE: "—", Outcome.FOR_PERSON: "？"}
MOST_PLACES = 200


class ReportDialog(Dialog):
    """Shows one verification; failed checks are open, the others closed."""

    def __init__(self, report: VerificationReport, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verification")
        self.setWindowTitle(tr("四性检测"))
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([tr("编号"), tr("检测项目"), tr("结果"), tr("说明")])
        self.tree.setAccessibleName(tr("检测项目"))
        self.tree.setRootIsDecorated(True)
        for check in sorted(report.checks, key=lambda check: ORDER.index(check.outcome)):
            self.tree.addTopLevelItem(_entry(check))
        for number in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(number)
            item.setExpanded(item.data(0, Qt.ItemDataRole.UserRole) == Outcome.FAILED)
        verdict = Label(described(report), "heading" if report.is_valid else "danger", self).wrapped()
        verdict.setObjectName("verificationVerdict")
        show = button(tr("打开所在文件夹"), "openPackageFolder", icon="folder")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        close = button(tr("关闭"), "closeVerification", role="primary")
        close.clicked.connect(self.accept)
        column = page_column(self)
        column.addWidget(verdict)
        column.addWidget(self.tree, 1)
        column.addLayout(row(show, None, close))
        open_at(self, 960, 560)
        set_widths(self.tree, 0, 300, 0)


def described(report: VerificationReport) -> str:
    """The result in one sentence, in the language of the window."""
    counts = {outcome: sum(check.outcome is outcome for check in report.checks) for outcome in Outcome}
    parts = [
        tr("{outcome} {count} 项", outcome=tr(outcome.term), count=count)
        for outcome, count in counts.items()
        if count
    ]
    return tr(
        "移交包“{package}”四性检测{verdict}：{parts}；{items} 件，{files} 个文件。",
        package=report.package,
        verdict=tr("通过") if report.is_valid else tr("不通过"),
        parts=(", " if is_english() else "，").join(parts),
        items=report.item_count,
        files=report.file_count,
    )


def _entry(check: Check) -> QTreeWidgetItem:
    outcome = f"{SIGNS[check.outcome]} {tr(check.outcome.term)}"
    entry = QTreeWidgetItem([check.code, told(check.name), outcome, told(check.note)])
    entry.setData(0, Qt.ItemDataRole.UserRole, check.outcome)
    for column in (1, 3):
        entry.setToolTip(column, entry.text(column))
    for place in [*check.places, *check.warnings][:MOST_PLACES]:
        child = QTreeWidgetItem(["", place.where, "", told(place.message)])
        child.setToolTip(1, place.where)
        child.setToolTip(3, child.text(3))
        entry.addChild(child)
    return entry
