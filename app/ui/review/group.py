"""One decision for documents that belong together: who would follow, who not and why, then the act."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QComboBox,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.domain.disclosure import DisclosureAttribute
from app.domain.review import Decision
from app.progress import Progress
from app.review.flag import flag_many, preview_flags
from app.review.groups import (
    DifferingLine,
    GroupKind,
    GroupMember,
    GroupOutcome,
    GroupPreview,
    decide_group,
    differing_lines,
    members_of,
    preview_group,
)
from app.ui import theme
from app.ui.desk import Topic
from app.ui.language import told, tr
from app.ui.reader.record import Record
from app.ui.review.together import describe_group
from app.ui.room import Room
from app.ui.widgets.badge import word
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, open_at, page_column, row, set_widths

UUID_ROLE = Qt.ItemDataRole.UserRole
DECIDED = frozenset({Topic.DECISIONS})
KIND_TERMS = {
    GroupKind.DUPLICATES: "文字相同或几乎相同的",
    GroupKind.SERIES: "同一文号系列、转发或批复的",
}
MOST_LINES = 60


@dataclass(frozen=True, slots=True)
class GroupWish:
    """What is asked about a group: its lead, what holds it together, the decision and its round."""

    lead: str
    kind: GroupKind
    decision: Decision
    round_name: str

    @property
    def is_flag(self) -> bool:
        """Whether the group is to be marked as doubtful and left undetermined."""
        return self.decision.attribute is DisclosureAttribute.UNDETERMINED


class GroupDialog(Dialog):
    """The members with a tick each; those that do not fit cannot be ticked.

    ``wanted`` carries the excluded, ``looked_at`` the member whose differences are to be shown,
    ``kind_wanted`` another way of belonging together.
    """

    wanted = Signal(object)
    looked_at = Signal(str)
    kind_wanted = Signal(object)

    def __init__(self, preview: GroupPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("group")
        self.setWindowTitle(tr("成组认定"))
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(tr("怎样算一组"))
        for kind, term in KIND_TERMS.items():
            self.kind.addItem(tr(term), kind)
        self.members = QTreeWidget(self)
        self.members.setObjectName("groupMembers")
        self.members.setHeaderLabels([tr("标题"), tr("现有属性"), tr("不能一起定的原因")])
        self.members.setAccessibleName(tr("同组公文"))
        self.members.setRootIsDecorated(False)
        self.lines = QPlainTextEdit(self)
        self.lines.setReadOnly(True)
        self.lines.setObjectName("differences")
        self.lines.setAccessibleName(tr("与首件不同的地方"))
        self.go = button("", "decideGroup", role="primary")
        self.preview = preview
        self._build(preview.decision)
        self.show_preview(preview)

    @property
    def excluded(self) -> frozenset[str]:
        """The members that are not ticked."""
        return frozenset(
            item.data(0, UUID_ROLE)
            for item in self._items()
            if item.checkState(0) is not Qt.CheckState.Checked
        )

    def show_preview(self, preview: GroupPreview) -> None:
        """Show other members."""
        self.preview = preview
        self.members.blockSignals(True)
        self.members.clear()
        for number, member in enumerate(preview.members):
            self.members.addTopLevelItem(_entry(member, is_lead=number == 0))
        self.members.blockSignals(False)
        self.lines.setPlainText(
            tr("点一件，看它与首件哪里不同。") if len(preview.members) > 1 else tr("没有同组的公文。")
        )
        self._count()

    def show_differences(self, found: Sequence[DifferingLine]) -> None:
        """Show where a member's text differs from the lead's, place by place."""
        self.lines.setPlainText(described_lines(found, tr("首件："), tr("这件：")))

    def _build(self, decision: Decision) -> None:
        set_widths(self.members, 400, 0)
        self.lines.setFixedHeight(theme.scaled(140))
        cancel = button(tr("取消"), "cancelGroup")
        cancel.clicked.connect(self.reject)
        attribute = decision.attribute
        text = (
            tr("一起标为存疑，公开属性不定。打勾的标记；不合的已留出，写明原因。")
            if self._is_flag
            else tr("一起定为“{attribute}”。打勾的送审；不合的已留出，写明原因。", attribute=word(attribute))
        )
        column = page_column(self)
        column.addLayout(row(self.kind, Label(text, "", self).wrapped()))
        column.addWidget(self.members, 1)
        column.addWidget(self.lines)
        column.addLayout(row(None, cancel, self.go))
        open_at(self, 860, 560)
        self.members.itemChanged.connect(lambda _item, _column: self._count())
        self.members.currentItemChanged.connect(lambda item, _former: self._look(item))
        self.kind.activated.connect(lambda _place: self.kind_wanted.emit(self.kind.currentData()))
        self.go.clicked.connect(self._decide)

    @property
    def _is_flag(self) -> bool:
        return self.preview.decision.attribute is DisclosureAttribute.UNDETERMINED

    def _items(self) -> list[QTreeWidgetItem]:
        return [self.members.topLevelItem(number) for number in range(self.members.topLevelItemCount())]

    def _count(self) -> None:
        count = len(self._items()) - len(self.excluded)
        told = tr("标存疑 {count} 件", count=count) if self._is_flag else tr("送审 {count} 件", count=count)
        self.go.setText(told)
        self.go.setAccessibleName(told)
        self.go.setEnabled(count > 0 and self._items()[0].checkState(0) is Qt.CheckState.Checked)

    def _look(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item is not self._items()[0]:
            self.looked_at.emit(str(item.data(0, UUID_ROLE)))

    def _decide(self) -> None:
        self.wanted.emit(self.excluded)
        self.accept()


class GroupWork(QObject):
    """Asks for the group of a document and decides it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room
        self._desk = room.desk

    def ask(self, record: Record, decision: Decision, round_name: str) -> None:
        """Show what deciding the group would do."""
        wish = GroupWish(record.row.uuid, GroupKind.DUPLICATES, decision, round_name)
        self._room.read(self._previewed(wish), lambda preview: self._open(wish, preview))

    def _previewed(self, wish: GroupWish) -> Callable[[Progress], GroupPreview]:
        catalogue = self._desk.catalogue

        def work(_progress: Progress) -> GroupPreview:
            members = members_of(catalogue, wish.lead, wish.kind)
            if wish.is_flag:
                return preview_flags(catalogue, members)
            return preview_group(catalogue, members, wish.decision, kind=wish.kind)

        return work

    def _open(self, wish: GroupWish, preview: GroupPreview) -> None:
        if len(preview.members) < 2:
            self._look_further(wish)
            return
        self._show(wish, preview)

    def _look_further(self, wish: GroupWish) -> None:
        """Nothing of the same text: perhaps a series, a forwarding or a reply."""
        series = replace(wish, kind=GroupKind.SERIES)

        def show(preview: GroupPreview) -> None:
            if len(preview.members) < 2:
                self._desk.told.emit(tr("没有与这一件同组的公文。"), "")
            else:
                self._show(series, preview)

        self._room.read(self._previewed(series), show)

    def _show(self, wish: GroupWish, preview: GroupPreview) -> None:
        dialog = GroupDialog(preview, self._room)
        dialog.kind.setCurrentIndex(list(KIND_TERMS).index(wish.kind))
        dialog.kind_wanted.connect(
            lambda kind: self._room.read(self._previewed(replace(wish, kind=kind)), dialog.show_preview)
        )
        dialog.looked_at.connect(lambda member: self._compare(dialog, wish.lead, member))
        dialog.wanted.connect(
            lambda excluded: self._decide(
                replace(wish, kind=dialog.kind.currentData()), dialog.preview, excluded
            )
        )
        dialog.open()

    def _compare(self, dialog: GroupDialog, lead: str, member: str) -> None:
        catalogue = self._desk.catalogue
        self._desk.runner.read(
            lambda _progress: differing_lines(catalogue, lead, member), dialog, dialog.show_differences
        )

    def _decide(self, wish: GroupWish, preview: GroupPreview, excluded: frozenset[str]) -> None:
        catalogue, members = self._desk.catalogue, [member.document for member in preview.members]
        if wish.is_flag:
            self._flag([each for each in members if each not in excluded], wish.decision.reason)
            return

        def decide(by: str, _progress: Progress) -> GroupOutcome:
            return decide_group(
                catalogue,
                members,
                wish.decision,
                by=by,
                kind=wish.kind,
                round_name=wish.round_name,
                excluded=excluded,
            )

        def done(outcome: GroupOutcome) -> None:
            self._desk.changed.emit(DECIDED)
            self._desk.told.emit(*describe_group(outcome))

        self._desk.act(decide, self._room, done, title=tr("成组认定"))

    def _flag(self, documents: Sequence[str], note: str) -> None:
        catalogue = self._desk.catalogue

        def done(flagged: tuple[str, ...]) -> None:
            self._desk.changed.emit(DECIDED)
            self._desk.told.emit(
                tr("已标存疑 {count} 件。", count=len(flagged)), tr("在“存疑”里再按 4，可以逐件取消。")
            )

        self._desk.act(
            lambda by, _progress: flag_many(catalogue, documents, by=by, note=note), self._room, done
        )


def described_lines(found: Sequence[DifferingLine], lead: str, member: str) -> str:
    """The places in which two texts differ, one below the other, under these heads."""
    pairs = [f"{lead}{line.lead}\n{member}{line.member}" for line in found[:MOST_LINES]]
    if len(found) > MOST_LINES:
        pairs.append(tr("……共 {count} 处不同", count=len(found)))
    return "\n\n".join(pairs) or tr("文字完全相同。")


def _entry(member: GroupMember, *, is_lead: bool) -> QTreeWidgetItem:
    title = member.title or tr("（无标题）")
    why = tr("首件") if is_lead and member.fits else told(member.outlier or member.objection)
    entry = QTreeWidgetItem([title, word(DisclosureAttribute(member.attribute_before)), why])
    entry.setToolTip(0, title)
    entry.setToolTip(2, why)
    entry.setData(0, UUID_ROLE, member.document)
    if member.fits:
        entry.setCheckState(0, Qt.CheckState.Checked)  # the others have nothing to tick
    if not member.fits or is_lead:
        entry.setFlags(entry.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
    if not member.fits:
        for number in range(entry.columnCount()):
            entry.setForeground(number, QBrush(QColor(theme.current().muted)))
    return entry
