"""One decision for documents that are the same text: who would follow, who not and why, then the act."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.domain.review import Decision
from app.errors import AppError
from app.progress import Progress
from app.review.groups import (
    GroupKind,
    GroupMember,
    GroupOutcome,
    GroupPreview,
    decide_group,
    members_of,
    preview_group,
)
from app.ui.desk import Topic
from app.ui.language import tr
from app.ui.reader.record import Record
from app.ui.review.together import describe_group
from app.ui.room import Room
from app.ui.widgets.badge import word
from app.ui.widgets.layout import Label, button, row

UUID_ROLE = Qt.ItemDataRole.UserRole
DECIDED = frozenset({Topic.DECISIONS})


class GroupDialog(QDialog):
    """The members with a tick each; those that do not fit cannot be ticked. ``wanted`` carries the excluded."""

    wanted = Signal(object)

    def __init__(self, preview: GroupPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("group")
        self.setWindowTitle(tr("成组认定"))
        self.members = QTreeWidget(self)
        self.members.setHeaderLabels([tr("标题"), tr("不能一起定的原因")])
        self.members.setAccessibleName(tr("同组公文"))
        self.members.setRootIsDecorated(False)
        for member in preview.members:
            self.members.addTopLevelItem(_entry(member))
        self.members.setColumnWidth(0, 420)
        self.go = button("", "decideGroup", role="primary")
        cancel = button(tr("取消"), "cancelGroup")
        cancel.clicked.connect(self.reject)
        attribute = word(preview.decision.attribute)
        text = tr("与这一件文字相同或几乎相同的公文，一起定为“{attribute}”：", attribute=attribute)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(Label(text, "", self).wrapped())
        column.addWidget(self.members, 1)
        column.addLayout(row(None, cancel, self.go))
        self.resize(760, 420)
        self.members.itemChanged.connect(lambda _item, _column: self._count())
        self.go.clicked.connect(self._decide)
        self._count()

    @property
    def excluded(self) -> frozenset[str]:
        """The members that are not ticked."""
        return frozenset(
            item.data(0, UUID_ROLE)
            for item in self._items()
            if item.checkState(0) is not Qt.CheckState.Checked
        )

    def _items(self) -> list[QTreeWidgetItem]:
        return [self.members.topLevelItem(number) for number in range(self.members.topLevelItemCount())]

    def _count(self) -> None:
        count = len(self._items()) - len(self.excluded)
        self.go.setText(tr("送审 {count} 件", count=count))
        self.go.setEnabled(count > 0)

    def _decide(self) -> None:
        self.wanted.emit(self.excluded)
        self.accept()


class GroupWork(QObject):
    """Asks for the group of a document and decides it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room
        self._desk = room.desk

    def ask(self, record: Record, decision: Decision) -> None:
        """Show what deciding the group would do."""
        catalogue = self._desk.catalogue

        def work(_progress: Progress) -> GroupPreview:
            members = members_of(catalogue, record.row.uuid, GroupKind.DUPLICATES)
            return preview_group(catalogue, members, decision, kind=GroupKind.DUPLICATES)

        self._room.read(work, self._open)

    def _open(self, preview: GroupPreview) -> None:
        if len(preview.members) < 2:
            self._desk.told.emit(tr("没有与这一件相同的公文。"), "")
            return
        dialog = GroupDialog(preview, self._room)
        dialog.wanted.connect(lambda excluded: self._decide(preview, excluded))
        dialog.open()

    def _decide(self, preview: GroupPreview, excluded: frozenset[str]) -> None:
        try:
            by = self._desk.require_person()
        except AppError as error:
            self._desk.failed.emit(error)
            return
        catalogue, members = self._desk.catalogue, [member.document for member in preview.members]

        def work(_progress: Progress) -> GroupOutcome:
            kind = GroupKind.DUPLICATES
            return decide_group(catalogue, members, preview.decision, by=by, kind=kind, excluded=excluded)

        def done(outcome: GroupOutcome) -> None:
            self._desk.changed.emit(DECIDED)
            self._desk.told.emit(*describe_group(outcome))

        self._room.write(work, done, title=tr("成组认定"))


def _entry(member: GroupMember) -> QTreeWidgetItem:
    entry = QTreeWidgetItem([member.title or tr("（无标题）"), member.outlier or member.objection])
    entry.setData(0, UUID_ROLE, member.document)
    entry.setCheckState(0, Qt.CheckState.Checked if member.fits else Qt.CheckState.Unchecked)
    entry.setDisabled(not member.fits)
    return entry
