"""Several documents of a queue at once: propose what is suggested, or approve what waits."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from app.domain.people import Person
from app.domain.review import Act, ReviewState
from app.review.accept import Accepted, accept_suggestions
from app.review.decide import Approved, approve_many, review_secrecy_many, send_back_many
from app.store import people as people_rows
from app.store import queries, waiting
from app.store.catalogue import Reading
from app.store.queries import DocumentRow
from app.ui.desk import Topic
from app.ui.language import tr
from app.ui.reader.approval import ApprovalDialog
from app.ui.reader.work import DocumentWork
from app.ui.review.together import describe_accepted, describe_returned, describe_signed
from app.ui.room import Room
from app.ui.widgets.dialog import Message

DECIDED = frozenset({Topic.DECISIONS})
TITLES_SHOWN = 8


class BatchWork(QObject):
    """Acts on several documents after a question."""

    def __init__(self, room: Room, work: DocumentWork) -> None:
        super().__init__(room)
        self._room = room
        self._work = work
        self._desk = room.desk

    def ask(self, state: ReviewState, ids: Sequence[int]) -> None:
        """Show what would happen to these documents, and do it if the user says so."""

        def show(rows: dict[int, DocumentRow]) -> None:
            ordered = [rows[document] for document in ids if document in rows]
            if state is ReviewState.PROPOSED:
                self._ask_act(ordered)
            else:
                self._ask_acceptance(ordered)

        self._room.query(lambda connection: queries.document_rows(connection, ids), show)

    def _ask_acceptance(self, rows: list[DocumentRow]) -> None:
        text = tr(
            "按各自的建议送审 {count} 件？没有明确建议或缺少理由的，会留下来逐件办理。", count=len(rows)
        )
        box = Message(Message.Icon.Question, tr("一起送审"), text, self._room, name="acceptTogether")
        box.setInformativeText(_titles(rows))
        go = box.addButton(tr("送审 {count} 件", count=len(rows)), Message.ButtonRole.AcceptRole)
        box.addButton(tr("取消"), Message.ButtonRole.RejectRole)
        box.buttonClicked.connect(lambda clicked: self._accept(rows) if clicked is go else None)
        box.open()

    def _accept(self, rows: list[DocumentRow]) -> None:
        uuids = [row.uuid for row in rows]

        def done(outcome: Accepted) -> None:
            self._desk.changed.emit(DECIDED)
            self._desk.told.emit(*describe_accepted(outcome))

        catalogue, title = self._desk.catalogue, tr("送审 {count} 件", count=len(uuids))
        in_round = self._work.round_name
        self._desk.act(
            lambda by, progress: accept_suggestions(catalogue, uuids, progress, by=by, round_name=in_round),
            self._room,
            done,
            title=title,
        )

    def _ask_act(self, rows: list[DocumentRow]) -> None:
        """What is awaited decides who signs: all for secrecy review go there, the rest to the approver."""
        uuids = [row.uuid for row in rows]

        def read(connection: Reading) -> tuple[bool, list[Person]]:
            secret = waiting.for_secrecy_review(connection)
            return all(row.id in secret for row in rows), people_rows.everyone(connection)

        def ask(found: tuple[bool, list[Person]]) -> None:
            is_secret, persons = found
            act = Act.SECRECY_REVIEW if is_secret else Act.APPROVE
            count = len(rows)
            head = (
                tr("保密审查选中的 {count} 件。", count=count)
                if is_secret
                else tr("审定选中的 {count} 件。", count=count)
            )
            summary = f"{head}\n{_titles(rows)}"
            self._open_dialog(uuids, act, ApprovalDialog(summary, persons, self._room, act=act))

        self._room.query(read, ask)

    def _open_dialog(self, uuids: list[str], act: Act, dialog: ApprovalDialog) -> None:
        catalogue = self._desk.catalogue
        sign = review_secrecy_many if act is Act.SECRECY_REVIEW else approve_many

        def approve(name: str, pin: str, note: str) -> None:
            self._run(
                dialog,
                lambda: sign(catalogue, uuids, name, pin or None, note=note),
                len(uuids),
                describe_signed,
            )

        def send_back(name: str, reason: str) -> None:
            self._run(
                dialog,
                lambda: send_back_many(catalogue, uuids, by=name, reason=reason),
                len(uuids),
                describe_returned,
            )

        dialog.approved.connect(approve)
        dialog.returned.connect(send_back)
        dialog.open()

    def _run(
        self,
        dialog: ApprovalDialog,
        act: Callable[[], Approved],
        count: int,
        describe: Callable[[Approved], tuple[str, str]],
    ) -> None:
        def done(outcome: Approved) -> None:
            dialog.accept()
            self._desk.changed.emit(DECIDED)
            self._desk.told.emit(*describe(outcome))

        title = tr("签署 {count} 件", count=count)
        self._room.write(lambda _progress: act(), done, title=title, on_failure=dialog.show_failure)


def _titles(rows: list[DocumentRow]) -> str:
    shown = [row.title or tr("（无标题）") for row in rows[:TITLES_SHOWN]]
    more = [tr("……等 {count} 件", count=len(rows))] if len(rows) > TITLES_SHOWN else []
    return "\n".join([*shown, *more])
