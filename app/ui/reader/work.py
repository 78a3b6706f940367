"""What a person does to one document: correct, propose, approve, return, withdraw, open the file."""

import time
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.document import ElementName
from app.domain.people import Person
from app.domain.review import Act, Decision
from app.errors import AppError
from app.inventory.correct import Correction, correct_all, correct_element
from app.progress import Silent
from app.review import decide, people
from app.store import queries
from app.store.catalogue import Reading
from app.store.queries import FileRow
from app.text.differences import Difference, differences
from app.ui import originals, theme
from app.ui.desk import RoomName, Topic
from app.ui.language import tr
from app.ui.reader.approval import ApprovalDialog
from app.ui.reader.card import DocumentCard, describe
from app.ui.reader.decision import suggested_decision
from app.ui.reader.pages import PageArtist
from app.ui.reader.paper_form import ask_form
from app.ui.reader.precedents import PrecedentWork
from app.ui.reader.record import Record
from app.ui.reader.view import ReaderView
from app.ui.room import Room

DECIDED = frozenset({Topic.DECISIONS})
CORRECTED = frozenset({Topic.DOCUMENTS})


class DocumentWork(QObject):
    """Joins a reader and a card to the use cases.

    ``proposed`` carries the record and the decision, ``flag_wanted`` the record; ``changing`` comes just
    before the desk is told what one act on one document changed.
    """

    changing = Signal()
    proposed = Signal(object, object)
    flag_wanted = Signal(object)

    def __init__(self, room: Room, reader: ReaderView, card: DocumentCard) -> None:
        super().__init__(room)
        self._room = room
        self._desk = room.desk
        self._reader = reader
        self._card = card
        self.record: Record | None = None
        self.round_name = decide.STANDING_ROUND
        self._shown_at = time.monotonic()
        self._artist = PageArtist(room.desk.runner, self)
        room.desk.closing.connect(self._artist.stop)
        self._windows: list[ReaderView] = []
        self._corrections: list[tuple[Correction, ...]] = []
        room.desk.closing.connect(self._close_windows)
        self._precedents = PrecedentWork(room, card.decision.precedents, card.decision.form)
        self._join_reader()
        self._join_card()

    def show(self, record: Record, hits: Sequence[tuple[int, int]] = ()) -> None:
        """Show a document with the places a search found."""
        self.record = record
        self._shown_at = time.monotonic()
        self._reader.show_record(record, hits)
        self._card.show_record(record)
        self._precedents.show(record)

    def show_again(self, record: Record) -> None:
        """Show what changed about the document that is shown, without moving its text."""
        self.record = record
        self._reader.refresh_record(record)
        self._card.show_record(record)
        self._precedents.show(record)

    def clear(self) -> None:
        """No document is chosen."""
        self.record = None
        self._reader.show_nothing()
        self._card.show_nothing()

    def show_titles(self, titles: Mapping[str, str]) -> None:
        """Know what the articles behind the basis codes say."""
        self._card.decision.suggestion.show_titles(titles)
        self._card.decision.form.show_titles(titles)

    def accept_suggestion(self) -> None:
        """Propose what is suggested; what the law asks for besides is asked in the form."""
        if self.record is None or self.record.live is not None:
            return
        decision = suggested_decision(self.record)
        if decision is None:
            return
        self._card.show_decision()
        self._card.decision.form.fill(decision)
        self._card.decision.form.send()

    def correct(self, record: Record, name: ElementName, value: str) -> None:
        """Let a person's value count."""
        before = record.elements.get(name)
        made = Correction(
            record.row.uuid, record.row.title, name, before.element.text if before else "", value
        )

        def done(_nothing: object) -> None:
            self.remember_corrections((made,))
            told = (
                tr("已改定；原值为“{value}”（Ctrl+Z 改回）。", value=before.element.text)
                if before
                else tr("已填写。")
            )
            self._desk.told.emit(told, "")

        self.act(
            lambda by: correct_element(self._desk.catalogue, record.row.uuid, name, value, by=by),
            done,
            CORRECTED,
        )

    def remember_corrections(self, made: Sequence[Correction]) -> None:
        """These were made together and are taken back together."""
        self._corrections.append(tuple(made))

    def undo_correction(self) -> None:
        """Put back what the last correction of this sitting replaced; a correction of its own."""
        if not self._corrections:
            self._desk.told.emit(tr("没有可撤销的改定。"), "")
            return
        undone = [made.undone for made in self._corrections.pop()]
        told = (
            tr("已改回“{value}”。", value=undone[0].after)
            if len(undone) == 1
            else tr("已改回 {count} 件。", count=f"{len(undone):,}")
        )
        self.act(
            lambda by: correct_all(self._desk.catalogue, undone, Silent(), by=by),
            lambda _count: self._desk.told.emit(told, ""),
            CORRECTED,
        )

    def split_off(self, record: Record, file: FileRow) -> None:
        """Make a document of its own of one file."""

        def act(by: str) -> str:
            from app.inventory.grouping.by_person import split

            return split(self._desk.catalogue, record.row.uuid, file.path, by=by)

        self.act(
            act,
            lambda _uuid: self._desk.told.emit(
                tr("已拆出，另成一件。"), tr("要合回去，可选中两件，用“归并为一件”。")
            ),
            CORRECTED,
        )

    def propose(self, record: Record, decision: Decision, *, is_again: bool = False) -> None:
        """Propose a decision in the name of the acting person, on the document as he saw it.

        ``is_again``: a decision of this sitting that was taken back is sent once more, unseen.
        """
        catalogue, in_round = self._desk.catalogue, self.round_name
        shown = None if is_again else record.shown
        seconds = None if is_again else round(time.monotonic() - self._shown_at, 1)

        def propose(by: str) -> object:
            return decide.propose(
                catalogue, record.row.uuid, decision, by=by, round_name=in_round, shown=shown, seconds=seconds
            )

        self.act(propose, lambda _made: self.proposed.emit(record, decision))

    def withdraw(self, record: Record) -> None:
        """Take one's own proposal back."""
        self.act(
            lambda by: decide.withdraw(self._desk.catalogue, record.row.uuid, by=by),
            lambda _none: self._desk.told.emit(tr("已撤回，公文回到待初审。"), ""),
        )

    def ask_approval(self, record: Record) -> None:
        """Let the second person approve or return, with his PIN."""
        if record.live is None:
            return
        summary = f"{record.row.title}\n{describe(record.live)}"
        self._room.write(
            lambda _progress: people.everyone(self._desk.catalogue),
            lambda found: self._open_dialog(record, summary, found),
        )

    def compare_with(self, document: int) -> None:
        """Mark where the shown text differs from another document's; comparing takes its time elsewhere."""
        record = self.record
        if record is None:
            return

        def read(connection: Reading) -> tuple[str, str, list[Difference]]:
            row = queries.document_row(connection, document)
            content = row.master_content_id
            text = queries.text_of(connection, content) if content is not None else ""
            return row.title, text, differences(text, record.text)

        def show(found: tuple[str, str, list[Difference]]) -> None:
            if self.record is record:
                self._reader.compare(*found)

        self._desk.query(read, self, show)

    def open_file(self, file: FileRow) -> None:
        """Open a read-only copy of a file."""
        folder = originals.new_temporary_folder()
        self._desk.runner.read(
            lambda _progress: originals.read_only_copy(file, folder),
            self,
            originals.open_copy,
            on_failure=self._desk.failed.emit,
        )

    def show_in_folder(self, file: FileRow) -> None:
        """Show where a file lies."""
        try:
            originals.show_in_folder(file)
        except AppError as error:
            self._desk.failed.emit(error)

    def _close_windows(self) -> None:
        for window in list(self._windows):
            window.close()

    def _join_reader(self) -> None:
        reader = self._reader
        reader.original_wanted.connect(lambda: self._with_master(self.open_file))
        reader.page_wanted.connect(lambda file, page: self._artist.draw(file, page, reader.pages))
        reader.popped_out.connect(lambda: self._with(self._pop_out))
        reader.folder_wanted.connect(lambda: self._with_master(self.show_in_folder))

    def _join_card(self) -> None:
        card, form = self._card, self._card.decision.form
        card.located.connect(self._reader.locate)
        card.corrected.connect(lambda name, value: self._with(lambda r: self.correct(r, name, value)))
        card.files.open_wanted.connect(self.open_file)
        card.files.folder_wanted.connect(self.show_in_folder)
        card.files.split_wanted.connect(lambda file: self._with(lambda r: self.split_off(r, file)))
        card.files.document_wanted.connect(
            lambda document: self._desk.go(RoomName.DOCUMENTS, document=document)
        )
        card.files.compare_wanted.connect(self.compare_with)
        card.decision.suggestion.located.connect(self._reader.locate)
        card.decision.accepted.connect(self.accept_suggestion)
        card.decision.approval_wanted.connect(lambda: self._with(self.ask_approval))
        card.decision.trail_wanted.connect(
            lambda: self._with(lambda r: self._desk.go(RoomName.AUDIT, document=r.row.id))
        )
        card.decision.form_wanted.connect(lambda: self._with(lambda r: ask_form(self._room, r)))
        card.decision.withdrawn.connect(lambda: self._with(self.withdraw))
        form.redactions.located.connect(self._reader.locate)
        form.redactions.selection_wanted.connect(self._cover_selection)
        form.submitted.connect(lambda decision: self._with(lambda r: self.propose(r, decision)))
        form.flagged.connect(lambda: self._with(self.flag_wanted.emit))

    def _cover_selection(self) -> None:
        start, end, text = self._reader.pane.selected
        if start < end:
            self._card.decision.form.cover_place(start, end, text)
        else:
            self._desk.told.emit(tr("先在正文里选中要遮盖的文字。"), "")

    def _pop_out(self, record: Record) -> None:
        """A second reader, for a second screen; it stays on this document."""
        window = ReaderView()
        theme.dress(window)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.setWindowTitle(record.row.title)
        window.show_record(record)
        window.page_wanted.connect(lambda file, page: self._artist.draw(file, page, window.pages))
        window.resize(900, 1000)
        self._windows.append(window)
        window.destroyed.connect(lambda: self._windows.remove(window))
        window.show()

    def _with(self, act: Callable[[Record], object]) -> None:
        if self.record is not None:
            act(self.record)

    def _with_master(self, act: Callable[[FileRow], None]) -> None:
        if self.record is not None and self.record.files:
            act(self.record.files[0])

    def _open_dialog(self, record: Record, summary: str, found: list[Person]) -> None:
        assert record.live is not None
        awaited = record.live.awaits
        dialog = ApprovalDialog(summary, found, self._room, act=awaited, barred=record.live.proposer)
        uuid, catalogue = record.row.uuid, self._desk.catalogue
        sign = decide.review_secrecy if awaited is Act.SECRECY_REVIEW else decide.approve

        def approve(name: str, pin: str, note: str) -> None:
            self._finish(dialog, lambda: sign(catalogue, uuid, by=name, pin=pin or None, note=note))

        def send_back(name: str, reason: str) -> None:
            self._finish(dialog, lambda: decide.send_back(catalogue, uuid, by=name, reason=reason))

        dialog.approved.connect(approve)
        dialog.returned.connect(send_back)
        dialog.open()

    def _finish(self, dialog: ApprovalDialog, act: Callable[[], object]) -> None:
        def done(_made: object) -> None:
            dialog.accept()
            self.changing.emit()
            self._desk.changed.emit(DECIDED)

        self._room.write(lambda _progress: act(), done, on_failure=dialog.show_failure)

    def act(
        self,
        act: Callable[[str], object],
        on_success: Callable[[object], None],
        topics: frozenset[Topic] = DECIDED,
    ) -> None:
        """Run a use case in the name of the acting person, and tell what it changed."""

        def done(made: object) -> None:
            self.changing.emit()
            self._desk.changed.emit(topics)
            on_success(made)

        self._desk.act(lambda by, _progress: act(by), self._room, done)
