"""Random acts of an office on a few documents, with what must hold after each of them."""

import random
from collections.abc import Callable, Sequence

from app.domain.disclosure import DisclosureAttribute, Finding, Reason, Suggestion
from app.domain.document import Applicability
from app.domain.people import PersonRole
from app.domain.review import SIGNING_ACTS, Act, Decision, Determination, ReviewState, Signature
from app.errors import AppError
from app.progress import Silent
from app.review import accept, batches, decide, flag, groups, jobs, people, rounds, trail
from app.store import audit, determinations, documents, queries, reviews, suggestions
from app.store.catalogue import Catalogue, Reading, now
from app.store.suggestions import Classified
from tests.catalogues import add_document
from tests.review.post import Post

PEOPLE = ("甲", "乙", "丙", "丁")
ROUNDS = {"独任": 1, "日常审查": 2, "三审": 3}
IN_BATCHES = "定期审查"
EVERYTHING = {
    "changed_circumstances": "机构已撤销",
    "third_party": "已同意",
    "head_approval": "已批准",
    "takedown": "已下线",
}
DECISIONS: Sequence[Decision] = (
    Decision(DisclosureAttribute.PROACTIVE, ("A-20-1",), "规范性文件", ((0, 50),), EVERYTHING),
    Decision(DisclosureAttribute.PROACTIVE, ("A-18",), "情势变化"),
    Decision(DisclosureAttribute.ON_REQUEST, ("R-13/27",), "依申请", attachments=EVERYTHING),
    Decision(DisclosureAttribute.WITHHELD, ("N-16-1",), "内部管理", attachments=EVERYTHING),
    Decision(DisclosureAttribute.WITHHELD, ("N-15-2",), "个人隐私"),
    Decision(DisclosureAttribute.WITHHELD, ("N-14-3",), "三安全一稳定", attachments=EVERYTHING),
    Decision(DisclosureAttribute.WITHHELD, (), "没有依据"),
    Decision(DisclosureAttribute.ON_REQUEST, ("R-13/27",)),
)


class Office:
    """A catalogue with documents and persons of every role; ``step`` does one random act."""

    def __init__(self, catalogue: Catalogue, chance: random.Random, size: int = 8) -> None:
        self.catalogue = catalogue
        self.chance = chance
        self.done = 0
        self.refused = 0
        self.replayed: dict[str, trail.Replayed] = {}
        self.present: dict[str, trail.Replayed] = {}
        self._read_up_to = 0
        everybody = {PersonRole.REVIEWER, PersonRole.SECRECY_REVIEWER, PersonRole.APPROVER}
        for name in PEOPLE:
            people.add_person(catalogue, name, everybody, by="系统")
        people.add_person(catalogue, "管", {PersonRole.ADMINISTRATOR}, by="系统")
        for name, signatures in ROUNDS.items():
            rounds.require_signatures(catalogue, name, signatures, by="管")
        found = Finding("resident_id", 3, 21, "330***********1234", 0.99)
        self.uuids = [
            add_document(catalogue, f"关于第 {n} 号事项的通知", findings=(found,) if n % 3 == 0 else ())
            for n in range(size)
        ]
        with catalogue.read() as connection:
            self.ids = [documents.document_with_uuid(connection, uuid) or 0 for uuid in self.uuids]
        rounds.create_round(catalogue, IN_BATCHES, "", by=PEOPLE[0], minutes=1)
        rounds.make_batches(catalogue, IN_BATCHES, Silent(), by=PEOPLE[0])
        self.post = Post(catalogue, chance, PEOPLE, self._decision)
        self.check()
        self._acts: dict[Callable[[], None], int] = {
            self.propose: 20,
            self.secrecy: 10,
            self.approve: 20,
            self.approve_many: 10,
            self.send_back: 10,
            self.withdraw: 10,
            self.accept: 10,
            self.group: 10,
            self.flag: 10,
            self.revert: 10,
            self.classify: 4,
            self.batch: 10,
            self.post.send_sheet: 1,
            self.post.sheet_comes_back: 4,
            self.post.send_package: 2,
            self.post.package_comes_back: 8,
        }

    def step(self) -> None:
        """One random act; what is refused must change nothing."""
        (act,) = self.chance.choices(list(self._acts), list(self._acts.values()))
        before = self.present
        try:
            act()
        except AppError:
            self.refused += 1
            self.present = self.standing()
            assert self.present == before
        else:
            self.done += 1
            self.check()

    def propose(self) -> None:
        decide.propose(
            self.catalogue, self._one(), self._decision(), by=self._who(), round_name=self._round()
        )

    def secrecy(self) -> None:
        decide.review_secrecy(self.catalogue, self._one(), by=self._who())

    def approve(self) -> None:
        decide.approve(self.catalogue, self._one(), by=self._who(), pin=None)

    def approve_many(self) -> None:
        decide.approve_many(self.catalogue, self._some(), self._who(), None)

    def send_back(self) -> None:
        decide.send_back(self.catalogue, self._one(), by=self._who(), reason="再看")

    def withdraw(self) -> None:
        decide.withdraw(self.catalogue, self._one(), by=self._who())

    def accept(self) -> None:
        accept.accept_suggestions(self.catalogue, self._some(), Silent(), by=self._who())

    def flag(self) -> None:
        self.chance.choice((flag.flag, flag.unflag))(self.catalogue, self._one(), by=self._who())

    def classify(self) -> None:
        """New rules suggest something: what was shown or sent out before is stale."""
        edition = f"第{self.chance.randint(1, 3)}版"
        decision = self._decision()
        reasons = (Reason("rule", decision.reason, 0, 4),) if decision.reason else ()
        made = Suggestion(
            decision.attribute,
            Applicability.OURS,
            basis=decision.basis,
            reasons=reasons,
            rule_edition=edition,
        )
        with self.catalogue.write(by="系统", action="classify") as unit:
            row = queries.document_row(unit.connection, self.chance.choice(self.ids))
            assert row.master_content_id is not None
            found = suggestions.findings_of(unit.connection, row.master_content_id)
            one = Classified(row.id, row.master_content_id, found, made)
            suggestions.put_classified(unit.connection, [one], at=now())
            unit.record(row.uuid)
            unit.commit()

    def batch(self) -> None:
        with self.catalogue.read() as connection:
            uuid = self.chance.choice(reviews.batches(connection)).uuid
        act = self.chance.randrange(3)
        if act == 0:
            batches.check_out(self.catalogue, uuid, by=self._who())
        elif act == 1:
            batches.check_in(self.catalogue, uuid, by=self._who())
        else:
            batches.reopen(self.catalogue, uuid, by=self._who(), reason="再看")

    def group(self) -> None:
        groups.decide_group(
            self.catalogue,
            self._some(),
            self._decision(),
            by=self._who(),
            kind=groups.GroupKind.SEARCH,
            round_name=self._round(),
        )

    def revert(self) -> None:
        known = jobs.all_jobs(self.catalogue)[:12]
        if not known:
            return
        job = self.chance.choice(known).uuid
        before = self.present
        done = jobs.revert(self.catalogue, job, by=self._who(), reason="撤销")
        after = self.standing()
        back = {line.line.document_uuid for line in done.lines if line.is_reverted}
        assert all(after[uuid] == before[uuid] for uuid in self.uuids if uuid not in back)

    def standing(self) -> dict[str, trail.Replayed]:
        """Attribute and state of every document as the catalogue shows them."""
        with self.catalogue.read() as connection:
            return self._standing(connection)

    def _standing(self, connection: Reading) -> dict[str, trail.Replayed]:
        rows = queries.document_rows(connection, self.ids).values()
        return {row.uuid: trail.Replayed(row.attribute, row.review_state) for row in rows}

    def check(self) -> None:
        """What always holds: the log leads to the present, and decisions, states and signatures agree."""
        with self.catalogue.read() as connection:
            new = list(audit.entries(connection, after=self._read_up_to))
            live = determinations.live_of(connection, self.ids)
            in_force = determinations.in_force_of(connection, self.ids)
            self.present = self._standing(connection)
        self._read_up_to = new[-1].sequence if new else self._read_up_to
        self.replayed = trail.replay(new, self.replayed)
        for uuid, identifier in zip(self.uuids, self.ids, strict=True):
            assert self.present[uuid] == self.replayed.get(uuid, trail.Replayed())
            check_one(self.present[uuid], live.get(identifier), in_force.get(identifier))

    def _one(self) -> str:
        return self.chance.choice(self.uuids)

    def _some(self) -> list[str]:
        return self.chance.sample(self.uuids, self.chance.randint(1, 5))

    def _who(self) -> str:
        return self.chance.choice(PEOPLE)

    def _round(self) -> str:
        return self.chance.choice([*ROUNDS, IN_BATCHES])

    def _decision(self) -> Decision:
        return self.chance.choice(DECISIONS)


def check_one(standing: trail.Replayed, live: Determination | None, in_force: Determination | None) -> None:
    """What must hold for one document."""
    assert (live is not None) == (standing.state is ReviewState.PROPOSED)
    expected = in_force.decision.attribute if in_force else DisclosureAttribute.UNDETERMINED
    assert standing.attribute is expected
    assert in_force is not None or standing.state is not ReviewState.APPROVED
    for made in (live, in_force):
        if made is not None:
            signed = [s.person for s in made.signatures if s.act in SIGNING_ACTS and not _taken_back(s)]
            assert len(signed) == len(set(signed))
            everybody = {s.person for s in made.signatures if s.act in SIGNING_ACTS}
            assert made is live or len(everybody) >= made.signatures_required


def _taken_back(signature: Signature) -> bool:
    return signature.is_void and signature.act is Act.APPROVE
