"""Several documents of a queue at once: propose what is suggested, or approve what waits."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from app.domain.people import Person
from app.domain.review import ReviewState
from app.errors import AppError
from app.review import people
from app.review.accept import Accepted, accept_suggestions
from app.review.decide import Approved, approve_many
from app.store import queries
from app.store.queries import DocumentRow
from app.ui.desk import Topic
from app.ui.language import tr
from app.ui.reader.approval import ApprovalDialog
from app.ui.review.together import describe_accepted, describe_approved
from app.ui.room import Room
from app.ui.widgets.table import Table

DECIDED = frozenset({Topic.DECISIONS})
TITLES_SHOWN = 8


class BatchWork(QObject):
    """Acts on the selected rows; ``button_text`` says what the button would do, empty for nothing."""

    button_text = Signal(str)

    def __init__(self, room: Room, table: Table) -> None:
        super().__init__(room)
        self._room = room
        self._desk = room.desk
        self._table = table
        table.picked.connect(self._on_picked)

    def ask(self, state: ReviewState) -> None:
        """Show what would happen to the selected documents, and do it if the user says so."""
        ids = self._table.selected_ids

        def show(rows: dict[int, DocumentRow]) -> None:
            ordered = [rows[document] for document in ids if document in rows]
            if state is ReviewState.PROPOSED:
                self._ask_approval(ordered)
            else:
                self._ask_acceptance(ordered)

        self._room.query(lambda connection: queries.document_rows(connection, ids), show)

    def _on_picked(self, count: int) -> None:
        self.button_text.emit(tr("{count} 件一起办理…", count=count) if count > 1 else "")

    def _ask_acceptance(self, rows: list[DocumentRow]) -> None:
        text = tr(
            "按各自的建议送审 {count} 件？没有明确建议或缺少理由的，会留下来逐件办理。", count=len(rows)
        )
        box = QMessageBox(QMessageBox.Icon.Question, tr("一起送审"), text, parent=self._room)
        box.setObjectName("acceptTogether")
        box.setInformativeText(_titles(rows))
        go = box.addButton(tr("送审 {count} 件", count=len(rows)), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.setWindowModality(Qt.WindowModality.WindowModal)
        box.buttonClicked.connect(lambda clicked: self._accept(rows) if clicked is go else None)
        box.open()

    def _accept(self, rows: list[DocumentRow]) -> None:
        try:
            by = self._desk.require_person()
        except AppError as error:
            self._desk.failed.emit(error)
            return
        uuids = [row.uuid for row in rows]

        def done(outcome: Accepted) -> None:
            self._desk.changed.emit(DECIDED)
            self._desk.told.emit(*describe_accepted(outcome))

        catalogue, title = self._desk.catalogue, tr("送审 {count} 件", count=len(uuids))
        self._room.write(
            lambda progress: accept_suggestions(catalogue, uuids, progress, by=by), done, title=title
        )

    def _ask_approval(self, rows: list[DocumentRow]) -> None:
        summary = tr("审定选中的 {count} 件。", count=len(rows)) + "\n" + _titles(rows)
        self._room.write(
            lambda _progress: people.everyone(self._desk.catalogue),
            lambda found: self._open_dialog([row.uuid for row in rows], summary, found),
        )

    def _open_dialog(self, uuids: list[str], summary: str, found: list[Person]) -> None:
        dialog = ApprovalDialog(summary, found, self._room)
        dialog.send_back.hide()
        catalogue, title = self._desk.catalogue, tr("审定 {count} 件", count=len(uuids))

        def done(outcome: Approved) -> None:
            dialog.accept()
            self._desk.changed.emit(DECIDED)
            self._desk.told.emit(*describe_approved(outcome))

        def approve(name: str, pin: str, note: str) -> None:
            self._room.write(
                lambda _progress: approve_many(catalogue, uuids, name, pin or None, note=note),
                done,
                title=title,
                on_failure=dialog.show_failure,
            )

        dialog.approved.connect(approve)
        dialog.open()


def _titles(rows: list[DocumentRow]) -> str:
    shown = [row.title or tr("（无标题）") for row in rows[:TITLES_SHOWN]]
    more = [tr("……等 {count} 件", count=len(rows))] if len(rows) > TITLES_SHOWN else []
    return "\n".join([*shown, *more])
