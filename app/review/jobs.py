"""Jobs: every act on many documents is kept as one, can be looked at before, and taken back days later."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.audit import Change
from app.domain.jobs import JobKind
from app.domain.people import Person, PersonRole
from app.domain.review import DeterminationState
from app.errors import AppError
from app.review import people
from app.store import determinations, jobs
from app.store.audit import Record
from app.store.catalogue import Catalogue, Reading, Unit
from app.store.jobs import Job, JobLine


@dataclass(frozen=True, slots=True)
class RevertLine:
    """What a revert does to one document; ``kept_because`` says why it is left as it is."""

    line: JobLine
    kept_because: str = ""

    @property
    def is_reverted(self) -> bool:
        """Whether the document goes back to where it was before the job."""
        return not self.kept_because


@dataclass(frozen=True, slots=True)
class RevertPreview:
    """What a revert would do, or did."""

    job: Job
    lines: tuple[RevertLine, ...]

    @property
    def reverted(self) -> int:
        """How many documents go back."""
        return sum(line.is_reverted for line in self.lines)


def all_jobs(catalogue: Catalogue) -> list[Job]:
    """All jobs, newest first."""
    with catalogue.read() as connection:
        return jobs.jobs(connection)


def diff(catalogue: Catalogue, job: str) -> tuple[Job, list[JobLine]]:
    """What a job changed, document by document.

    Raises:
        AppError: there is no such job.
    """
    with catalogue.read() as connection:
        found = _known(connection, job)
        return found, jobs.lines(connection, found.id)


def preview_revert(catalogue: Catalogue, job: str) -> RevertPreview:
    """What taking a job back would do: which documents go back, which are kept and why.

    Raises:
        AppError: there is no such job, or it cannot be taken back.
    """
    with catalogue.read() as connection:
        return _preview(connection, job)


def revert(catalogue: Catalogue, job: str, *, by: str, reason: str) -> RevertPreview:
    """Take a job back; whatever a person decided since then stays.

    Raises:
        AppError: no reason, no such job, it was taken back already, or the person may not.
    """
    if not reason.strip():
        raise AppError("撤销批量操作必须写明理由。", "请写明撤销的原因。")
    with catalogue.write(by=by, action="review.revert") as unit:
        found = _preview(unit.connection, job)
        person = _require_allowed(unit, found.job, by)
        lines = [line.line for line in found.lines if line.is_reverted]
        made = jobs.add(
            unit.connection,
            JobKind.REVERT,
            f"撤销：{found.job.label}",
            by=person.name,
            at=unit.at,
            reverts=found.job.id,
        )
        _take_back(unit, lines)
        jobs.add_lines(unit.connection, made.id, [jobs.reversed_line(line) for line in lines])
        unit.record(made.uuid, [Change("job", found.job.uuid, None), Change("reason", None, reason)])
        unit.record_all([_record(line, reason) for line in lines])
        unit.commit()
    return found


def _preview(connection: Reading, uuid: str) -> RevertPreview:
    job = _known(connection, uuid)
    if job.kind is JobKind.REVERT:
        raise AppError("撤销操作本身不能再撤销。", "请重新办理。")
    if job.is_reverted:
        raise AppError("这一批操作已经撤销过。", "不需要再次撤销。")
    lines = jobs.lines(connection, job.id)
    return RevertPreview(job, tuple(RevertLine(line, _kept_because(line)) for line in lines))


def _kept_because(line: JobLine) -> str:
    """A document goes back only if it stands exactly as the job left it."""
    if line.determination_now is not line.determination_after:
        return _SINCE.get(line.determination_now, "此后已另行办理")
    if line.has_other_live:
        return "此后已有新的建议"
    if line.state_now is not line.state_after or line.attribute_now is not line.attribute_after:
        return "此后公文状态已由人工改变"
    return ""


_SINCE = {
    DeterminationState.APPROVED: "此后已经审定",
    DeterminationState.SECRECY_REVIEWED: "此后已经保密审查",
    DeterminationState.RETURNED: "此后已退回",
    DeterminationState.WITHDRAWN: "此后已撤回",
    DeterminationState.SUPERSEDED: "此后已重新认定",
    DeterminationState.REVERTED: "已随另一批操作撤销",
}


def _require_allowed(unit: Unit, job: Job, by: str) -> Person:
    """Approvals are taken back by an approver; proposals by who made them, or by an approver."""
    if job.kind is not JobKind.APPROVE and job.by == by:
        return people.require_any(unit, by, PersonRole.REVIEWER, PersonRole.APPROVER)
    return people.require(unit, by, PersonRole.APPROVER)


def _take_back(unit: Unit, lines: Sequence[JobLine]) -> None:
    connection = unit.connection
    for state in {line.determination_before for line in lines}:
        ids = [line.determination_id for line in lines if line.determination_before is state]
        determinations.set_states(connection, ids, state or DeterminationState.REVERTED)
        if state is not None:
            determinations.take_back_approvals(connection, ids)
    replaced = [line.replaced_id for line in lines if line.replaced_id is not None]
    determinations.set_states(connection, replaced, DeterminationState.APPROVED)
    for goal in {(line.state_before, line.attribute_before) for line in lines}:
        ids = [line.document_id for line in lines if (line.state_before, line.attribute_before) == goal]
        determinations.set_document_states(connection, ids, *goal)


def _record(line: JobLine, reason: str) -> Record:
    changes = [Change("review_state", line.state_after, line.state_before), Change("reason", None, reason)]
    if line.attribute_after is not line.attribute_before:
        changes.insert(0, Change("attribute_in_force", line.attribute_after, line.attribute_before))
    return Record("review.revert", line.document_uuid, changes)


def _known(connection: Reading, uuid: str) -> Job:
    found = jobs.with_uuid(connection, uuid)
    if found is None:
        raise AppError("没有这一批操作。", "请核对编号（dishu review revert 不带编号即列出）。")
    return found
