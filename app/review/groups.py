"""One decision for many documents that belong together, without those that do not fit the lead."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.audit import Change
from app.domain.grouping import RelationKind
from app.domain.jobs import JobKind
from app.domain.people import Person, PersonRole
from app.domain.review import Decision, DecisionOrigin
from app.errors import AppError
from app.review import people
from app.review.decide import STANDING_ROUND, Refusal
from app.review.findings import private_places
from app.review.judging import objection
from app.review.proposing import Outcome, Wish, propose_all
from app.search.find import understood
from app.store import documents, fulltext_query, jobs, proposals, queries, relatives
from app.store.catalogue import Catalogue, Reading, Unit
from app.store.naming import known_document
from app.store.proposals import Standing
from app.store.search_plan import plan
from app.text.differences import differences


class GroupKind(StrEnum):
    """What holds a group together."""

    DUPLICATES = "duplicates"
    SERIES = "series"
    SEARCH = "search"


RELATIONS = {
    GroupKind.DUPLICATES: (RelationKind.SAME_TEXT, RelationKind.NEAR_DUPLICATE),
    GroupKind.SERIES: (RelationKind.SERIES, RelationKind.FORWARDS, RelationKind.REPLY_TO),
}
CONTEXT = 12
"""Characters shown on both sides of a difference."""


@dataclass(frozen=True, slots=True)
class GroupMember:
    """One document of a group. ``outlier``: why it does not fit the lead; ``objection``: why the
    decision would not pass for it alone.
    """

    document: str
    title: str
    attribute_before: str
    outlier: str = ""
    objection: str = ""

    @property
    def fits(self) -> bool:
        """Whether the group's decision can be taken over."""
        return not self.outlier and not self.objection


@dataclass(frozen=True, slots=True)
class GroupPreview:
    """What a group decision would do before anything is done; the lead is the first member."""

    decision: Decision
    members: tuple[GroupMember, ...]

    @property
    def decided(self) -> int:
        """How many documents would be proposed."""
        return sum(member.fits for member in self.members)


@dataclass(frozen=True, slots=True)
class GroupOutcome:
    """What a group decision did; ``job`` takes it back."""

    proposed: tuple[str, ...]
    left_out: tuple[Refusal, ...]
    job: str


@dataclass(frozen=True, slots=True)
class DifferingLine:
    """A place where a member's text differs from the lead's, with what stands around it."""

    lead: str
    member: str


def members_of(catalogue: Catalogue, lead: str, kind: GroupKind, query: str = "") -> list[str]:
    """The documents that belong together with the lead, the lead first.

    Raises:
        AppError: no such document, or a mistake in the query.
    """
    with catalogue.read() as connection:
        identifier = known_document(connection, lead)
        if kind is GroupKind.SEARCH:
            found = fulltext_query.all_documents(connection, plan(connection, understood(query)))
        else:
            found = [each.document_id for each in relatives.related(connection, identifier, RELATIONS[kind])]
        rows = queries.document_rows(connection, [identifier, *found])
    others = [rows[each].uuid for each in found if each != identifier and each in rows]
    return [rows[identifier].uuid, *others]


def preview_group(
    catalogue: Catalogue, members: Sequence[str], decision: Decision, *, kind: GroupKind
) -> GroupPreview:
    """What deciding the group would do; the first member leads.

    Raises:
        AppError: no member, or the lead does not exist.
    """
    with catalogue.read() as connection:
        standings = _standings(connection, members)
    return GroupPreview(decision, tuple(_judged(standings, decision, kind)))


def decide_group(
    catalogue: Catalogue,
    members: Sequence[str],
    decision: Decision,
    *,
    by: str,
    kind: GroupKind,
    round_name: str = STANDING_ROUND,
    excluded: Collection[str] = (),
) -> GroupOutcome:
    """Propose one decision for the lead (the first member) and all that fit it, as one job.

    Outliers and members a person excluded are left out; every other member passes the checks it would
    pass alone, with its own sensitive places covered, and is recorded as propagated from the lead.

    Raises:
        AppError: the lead itself cannot be decided so; then nothing is.
    """
    with catalogue.write(by=by, action="review.propose") as unit:
        person = people.require(unit, by, PersonRole.REVIEWER)
        standings = _standings(unit.connection, members)
        lead, *others = list(standings.values())
        job = jobs.add(unit.connection, JobKind.GROUP, f"成组认定：{lead.row.title}", by=by, at=unit.at)
        group = _Group(unit, person, decision, lead, standings, round_name, job.id)
        first = group.propose([lead], None)
        for error in first.refused.values():
            raise error
        outliers = {each.row.id: _outlier(each, lead, kind) for each in others}
        fitting = [each for each in others if not outliers[each.row.id] and each.row.uuid not in excluded]
        rest = group.propose(fitting, first.made[lead.row.id])
        unit.record(job.uuid, [Change("documents", None, str(1 + len(rest.made)))])
        unit.commit()
    return _outcome(lead, others, rest, outliers, job.uuid)


@dataclass(frozen=True, slots=True)
class _Group:
    """What the proposals of one group decision share."""

    unit: Unit
    person: Person
    decision: Decision
    lead: Standing
    standings: Mapping[int, Standing]
    round_name: str
    job_id: int

    def propose(self, wanted: Sequence[Standing], leading: int | None) -> Outcome:
        """Propose for these documents; ``leading``: the lead's determination, ``None`` for the lead itself."""
        wishes = [
            Wish(each.row.id, _own(each, self.decision, self.lead), propagated_from=leading)
            for each in wanted
        ]
        return propose_all(
            self.unit,
            wishes,
            self.person,
            round_name=self.round_name,
            origin=DecisionOrigin.GROUP if leading else DecisionOrigin.HAND,
            job_id=self.job_id,
            standings=self.standings,
        )


def _outcome(
    lead: Standing,
    others: Sequence[Standing],
    rest: Outcome,
    outliers: Mapping[int, str],
    job: str,
) -> GroupOutcome:
    left_out = tuple(
        Refusal(
            each.row.uuid,
            rest.refused.get(each.row.id) or AppError(outliers[each.row.id] or "由人工排除。"),
        )
        for each in others
        if each.row.id not in rest.made
    )
    done = (lead.row.uuid, *(each.row.uuid for each in others if each.row.id in rest.made))
    return GroupOutcome(done, left_out, job)


def differing_lines(catalogue: Catalogue, lead: str, member: str) -> list[DifferingLine]:
    """Where the text of a member differs from the lead's.

    Raises:
        AppError: one of them does not exist.
    """
    with catalogue.read() as connection:
        one, other = (_text(connection, uuid) for uuid in (lead, member))
    return [
        DifferingLine(_around(one, found.start_a, found.end_a), _around(other, found.start_b, found.end_b))
        for found in differences(one, other)
    ]


def _standings(connection: Reading, members: Sequence[str]) -> dict[int, Standing]:
    if not members:
        raise AppError("没有选定公文。", "请至少选一份。")
    known_document(connection, members[0])
    ids = list(dict.fromkeys(documents.documents_with_uuids(connection, members).values()))
    found = proposals.standings(connection, ids)
    return {each: found[each] for each in ids}


def _judged(standings: Mapping[int, Standing], decision: Decision, kind: GroupKind) -> Iterator[GroupMember]:
    lead = next(iter(standings.values()))
    for standing in standings.values():
        outlier = "" if standing is lead else _outlier(standing, lead, kind)
        error = objection(standing, _own(standing, decision, lead))
        yield GroupMember(
            document=standing.row.uuid,
            title=standing.row.title,
            attribute_before=standing.row.attribute,
            outlier=outlier,
            objection=error.message if error else "",
        )


def _outlier(standing: Standing, lead: Standing, kind: GroupKind) -> str:
    """Why a document must not take over the lead's decision unseen; empty when it may."""
    row, other = standing.row, lead.row
    numbers = (row.document_number, other.document_number)
    if kind is GroupKind.DUPLICATES and all(numbers) and numbers[0] != numbers[1]:
        return f"文号不同（{row.document_number}）。"
    extra = {f.kind for f in standing.findings} - {f.kind for f in lead.findings}
    if extra:
        return "有首件没有的敏感内容。"
    if standing.row.attribute is not other.attribute:
        return "现有公开属性与首件不同。"
    if standing.row.disclosure_mark != other.disclosure_mark:
        return "文面的公开标注与首件不同。"
    return ""


def _own(standing: Standing, decision: Decision, lead: Standing) -> Decision:
    """The decision with the places to cover in this text: places of another text mean nothing here."""
    if standing is lead or standing.row.id == lead.row.id or not decision.redactions:
        return decision
    return replace(decision, redactions=private_places(standing.findings))


def _text(connection: Reading, uuid: str) -> str:
    row = queries.document_row(connection, known_document(connection, uuid))
    return queries.text_of(connection, row.master_content_id) if row.master_content_id else ""


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - CONTEXT) : end + CONTEXT].replace("\n", " ")
