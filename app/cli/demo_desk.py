"""What the demonstration leaves for the person who tries it: a round in batches, things that wait, a sample."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from app import wiring
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.people import PersonRole
from app.domain.review import ReviewState
from app.progress import Silent
from app.review import batches, decide, flag, people, rounds, sampling
from app.search import saved
from app.store import counts, queries, reviews
from app.store.backup import back_up_file
from app.store.catalogue import Catalogue
from app.store.queries import DocumentFilter
from app.transfer.prepare import adopt_proposals
from app.transfer.profile import profile_of
from app.transfer.select import select_ready

PROPOSER, APPROVER, PIN = "王示例", "李复核", "2468"
SECOND, SECRECY = "张重看", "赵保密"
ROUND, SAMPLE = "底数清理", "示例抽查"
MINUTES_A_BATCH = 20
WAITING, READY = 5, 6
"""How many proposals wait for the approver, and how many approved ones for the next transfer."""

SAMPLE_SIZE, SAMPLE_READ, SAMPLE_SEED = 10, 6, 2468
SEARCHES = (
    ("饮水安全", "饮水 与 安全"),
    ("2016年以来未认定", "年度:[2016 至] 属性:未认定 归属:本机关认定"),
    ("会议纪要", "标题:会议纪要"),
)
DOUBT = "名单是否属法定公示内容，待问制作部门。"
REASON = "请补充依据条款的具体项。"


@dataclass(frozen=True, slots=True)
class Left:
    """How many documents of which kind were left, for the last lines."""

    open: int
    waiting: int
    ready: int
    sample: int


def open_round(catalogue: Catalogue) -> int:
    """Register the persons and plan a round over everything that is ours; how many batches it has."""
    people.add_person(catalogue, PROPOSER, {PersonRole.REVIEWER}, by=PROPOSER)
    people.add_person(catalogue, APPROVER, {PersonRole.APPROVER}, by=PROPOSER)
    people.add_person(catalogue, SECOND, {PersonRole.REVIEWER}, by=PROPOSER)
    people.add_person(catalogue, SECRECY, {PersonRole.SECRECY_REVIEWER}, by=PROPOSER)
    people.set_pin(catalogue, APPROVER, PIN, by=APPROVER)
    rounds.create_round(catalogue, ROUND, "", by=PROPOSER, minutes=MINUTES_A_BATCH)
    return rounds.make_batches(catalogue, ROUND, Silent(), by=PROPOSER).batches


def bring_back_what_is_done(catalogue: Catalogue) -> None:
    """Completed batches come back; the first one with something left stays in the reader's hands."""
    with catalogue.read() as connection:
        planned = reviews.batches(connection)
    for batch in planned:
        taken = batches.check_out(catalogue, batch.uuid, by=PROPOSER)
        if taken.left:
            return
        batches.check_in(catalogue, batch.uuid, by=PROPOSER)


def leave_work(session: wiring.Session, unsigned: Sequence[str]) -> Left:
    """Leave something on every desk: ``unsigned`` are proposals that nobody has signed yet."""
    catalogue = session.catalogue
    later, returned = unsigned[WAITING + 1 :], unsigned[WAITING : WAITING + 1]
    decide.approve_many(catalogue, later, APPROVER, PIN)
    decide.send_back_many(catalogue, returned, by=APPROVER, reason=REASON)
    _flag_one(catalogue)
    bring_back_what_is_done(catalogue)
    adopt_proposals(catalogue, select_ready(catalogue, profile_of(catalogue)).not_ready, by=PROPOSER)
    for name, query in SEARCHES:
        saved.save(catalogue, name, query, by=PROPOSER)
    still = _draw_sample(catalogue)
    back_up_file(catalogue.folder, label="manual")
    with catalogue.read() as connection:
        states = counts.by_review_state(connection)
    ready = select_ready(catalogue, profile_of(catalogue)).ready
    return Left(states.get(ReviewState.OPEN, 0), states.get(ReviewState.PROPOSED, 0), len(ready), still)


def _flag_one(catalogue: Catalogue) -> None:
    """The first open document of ours with sensitive places is doubtful."""
    doubtful = DocumentFilter(
        review_state=ReviewState.OPEN, applicability=Applicability.OURS, with_findings=True
    )
    with catalogue.read() as connection:
        first = queries.document_ids(connection, doubtful)[:1]
        rows = queries.document_rows(connection, first)
    for row in rows.values():
        flag.flag(catalogue, row.uuid, by=PROPOSER, note=DOUBT)


def _draw_sample(catalogue: Catalogue) -> int:
    """A sample half read by another reviewer, who disagrees once; how many wait."""
    sampling.draw(catalogue, SAMPLE, SAMPLE_SIZE, by=APPROVER, seed=SAMPLE_SEED)
    waiting = sampling.blind_lines(catalogue, SAMPLE, reader=SECOND)
    decided = _decided(catalogue, {uuid for uuid, _title in waiting})
    for number, (uuid, _title) in enumerate(waiting[:SAMPLE_READ]):
        attribute = decided[uuid] if number else _another(decided[uuid])
        note = "" if number else "附件里有联系电话，宜依申请。"
        sampling.read_again(catalogue, SAMPLE, uuid, attribute, by=SECOND, note=note)
    return len(waiting) - SAMPLE_READ


def _decided(catalogue: Catalogue, uuids: Set[str]) -> dict[str, DisclosureAttribute]:
    with catalogue.read() as connection:
        rows = queries.document_rows(connection, queries.document_ids(connection, DocumentFilter()))
    return {row.uuid: row.attribute for row in rows.values() if row.uuid in uuids}


def _another(attribute: DisclosureAttribute) -> DisclosureAttribute:
    is_open = attribute is DisclosureAttribute.PROACTIVE
    return DisclosureAttribute.ON_REQUEST if is_open else DisclosureAttribute.PROACTIVE
