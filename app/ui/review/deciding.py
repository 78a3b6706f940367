"""What the desk's keys do to the document that is shown: choose, repeat, flag, take back, send again."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.domain.disclosure import DisclosureAttribute
from app.domain.presets import Preset
from app.domain.review import Decision, ReviewState
from app.progress import Progress
from app.review import flag
from app.review.presets import presets
from app.ui.language import tr
from app.ui.reader.decision import suggested_decision
from app.ui.reader.record import Record
from app.ui.reader.work import DocumentWork
from app.ui.review.group import GroupWork
from app.ui.review.presets import PresetMenu
from app.ui.review.sitting import Sitting
from app.ui.review.view import ReviewView
from app.ui.room import Room


class Deciding(QObject):
    """``gone_on`` comes when a document is done with, ``stood`` carries the record to stand on again."""

    gone_on = Signal()
    stood = Signal(object)

    def __init__(self, room: Room, view: ReviewView, work: DocumentWork, sitting: Sitting) -> None:
        super().__init__(room)
        self._room = room
        self._desk = room.desk
        self._view = view
        self._form = view.card.decision.form
        self._work = work
        self._sitting = sitting
        self._presets: tuple[Preset, ...] = ()
        self.groups = GroupWork(room)
        work.proposed.connect(self._on_proposed)
        work.flag_wanted.connect(lambda _record: self.flag())
        self._read_presets()

    def choose(self, attribute: DisclosureAttribute) -> None:
        """Choose an attribute in the form."""
        if self._can_decide():
            self._view.card.show_decision()
            self._form.choose(attribute)

    def preset(self, number: int) -> None:
        """Fill the form with the office's usual decision under this digit; nothing is sent yet."""
        found = next((each for each in self._presets if each.key == number), None)
        if found is not None and self._can_decide():
            self._fill(found.decision)

    def offer_presets(self) -> None:
        """Show the usual decisions with their digits."""
        if self._can_decide():
            menu = PresetMenu(self._presets, self._room)
            menu.chosen.connect(self.preset)
            menu.popup(self._form.mapToGlobal(self._form.rect().topLeft()))

    def same(self) -> None:
        """Decide as for the document before."""
        last = self._sitting.last
        if last is not None and self._can_decide():
            self._fill(last)
            self._form.send()

    def group_as(self, attribute: DisclosureAttribute) -> None:
        """Decide all that belong together as this; what the form says besides stays."""
        if self._form.attribute is not attribute:
            self.choose(attribute)
        self.group()

    def group(self) -> None:
        """The form's decision for all that belong together; the suggestion when nothing is chosen."""
        record = self._work.record
        if record is None or record.live is not None:
            return
        is_chosen = self._form.attribute is not DisclosureAttribute.UNDETERMINED
        decision = self._form.decision if is_chosen else suggested_decision(record)
        if decision is None:
            self._desk.told.emit(tr("先选公开属性，再一起定。"), "")
        else:
            self.groups.ask(record, decision, self._work.round_name)

    def flag_group(self) -> None:
        """Mark all that belong together as doubtful, with what stands in the reason as the note."""
        record = self._work.record
        if record is not None and record.live is None:
            note = self._form.reason.toPlainText().strip()
            decision = replace(flag.NOTHING_DECIDED, reason=note)
            self.groups.ask(record, decision, self._work.round_name)

    def flag(self) -> None:
        """Mark the document as doubtful, with what stands in the reason as the note, or take the mark away."""
        record = self._work.record
        if record is None:
            return
        if record.row.review_state is ReviewState.FLAGGED:
            self._unflag(record)
            return
        note = self._form.reason.toPlainText().strip()
        catalogue = self._desk.catalogue

        def done(_nothing: object) -> None:
            self._sitting.count(record.row.id)
            self.gone_on.emit()

        self._work.act(lambda by: flag.flag(catalogue, record.row.uuid, by=by, note=note), done)

    def _unflag(self, record: Record) -> None:
        catalogue = self._desk.catalogue
        self._work.act(
            lambda by: flag.unflag(catalogue, record.row.uuid, by=by),
            lambda _none: self._desk.told.emit(tr("已取消存疑，公文回到未审。"), ""),
        )

    def undo(self) -> None:
        """Take the last decision of this sitting back."""
        made = self._sitting.take_back()
        if made is None:
            self._desk.told.emit(tr("没有可撤回的送审。"), "")
            return
        self._work.withdraw(made[0])
        self.stood.emit(made[0])

    def redo(self) -> None:
        """Send again what was taken back last."""
        made = self._sitting.send_again()
        if made is not None:
            self.stood.emit(made[0])
            self._work.propose(*made, is_again=True)

    def _on_proposed(self, record: Record, decision: Decision) -> None:
        self._sitting.made(record, decision)
        self.gone_on.emit()

    def _fill(self, decision: Decision) -> None:
        self._view.card.show_decision()
        self._form.fill(decision)

    def _can_decide(self) -> bool:
        return self._work.record is not None and self._work.record.live is None

    def _read_presets(self) -> None:
        def work(_progress: Progress) -> tuple[Preset, ...]:
            return presets(self._desk.catalogue)

        self._room.read(work, self._keep_presets)

    def _keep_presets(self, found: tuple[Preset, ...]) -> None:
        self._presets = found
