"""Group decisions leave outliers out; a job is taken back without losing what people decided since."""

import pytest

from app.domain.disclosure import DisclosureAttribute, Finding
from app.domain.document import Applicability
from app.domain.grouping import RelationKind
from app.domain.review import Decision, DecisionOrigin, ReviewState
from app.errors import AppError
from app.progress import Silent
from app.review import accept, decide, flag, groups, jobs, precedents
from app.review.groups import GroupKind
from app.store import determinations, documents
from app.store.catalogue import Catalogue
from tests.catalogues import add_document
from tests.review.staff import (
    APPROVER,
    CLOSED,
    ON_REQUEST,
    OPEN,
    PIN,
    REVIEWER,
    SECOND,
    relate,
    shown,
    suggest,
)


def in_force(catalogue: Catalogue, uuid: str):
    with catalogue.read() as connection:
        identifier = documents.document_with_uuid(connection, uuid)
        return determinations.in_force(connection, identifier) or determinations.live(connection, identifier)


def test_a_group_takes_over_the_leads_decision_without_outliers(catalogue: Catalogue) -> None:
    lead = add_document(catalogue, "关于河道的通知", number="临政发〔2008〕12号")
    same = add_document(catalogue, "关于河道的通知", number="临政发〔2008〕12号")
    other_number = add_document(catalogue, "关于河道的通知", number="临政发〔2009〕3号")
    found = Finding("medical", 0, 2, "病历", 0.9)
    sensitive = add_document(catalogue, "关于河道的通知", findings=(found,))
    foreign = add_document(catalogue, "关于河道的通知", applicability=Applicability.OTHER_MAKER)
    for uuid in (same, other_number, sensitive, foreign):
        relate(catalogue, lead, uuid)
    members = groups.members_of(catalogue, lead, GroupKind.DUPLICATES)
    preview = groups.preview_group(catalogue, members, ON_REQUEST, kind=GroupKind.DUPLICATES)
    assert {each.document for each in preview.members if each.fits} == {lead, same}
    done = groups.decide_group(catalogue, members, ON_REQUEST, by=REVIEWER, kind=GroupKind.DUPLICATES)
    assert done.proposed == (lead, same)
    reasons = {refusal.document: refusal.error.message for refusal in done.left_out}
    assert "文号不同" in reasons[other_number]
    assert "首件没有的敏感内容" in reasons[sensitive]
    assert "其他机关" in reasons[foreign]
    taken_over = in_force(catalogue, same)
    assert taken_over.origin is DecisionOrigin.GROUP
    assert taken_over.propagated_from == in_force(catalogue, lead).uuid


@pytest.mark.parametrize("kind", [RelationKind.SERIES, RelationKind.FORWARDS, RelationKind.REPLY_TO])
def test_a_series_is_decided_together_whatever_the_numbers(catalogue: Catalogue, kind: RelationKind) -> None:
    lead = add_document(catalogue, "关于下达第一批计划的通知", number="临政发〔2008〕12号")
    second = add_document(catalogue, "关于下达第二批计划的通知", number="临政发〔2008〕40号")
    add_document(catalogue, "关于河道的通知", number="临政发〔2008〕41号")
    relate(catalogue, lead, second, kind)
    members = groups.members_of(catalogue, lead, GroupKind.SERIES)
    done = groups.decide_group(catalogue, members, ON_REQUEST, by=REVIEWER, kind=GroupKind.SERIES)
    assert done.proposed == (lead, second)
    assert groups.members_of(catalogue, lead, GroupKind.DUPLICATES) == [lead]


def test_what_a_search_finds_is_decided_together_but_for_what_does_not_fit(catalogue: Catalogue) -> None:
    lead, second = (add_document(catalogue, f"关于{place}河道清淤的通知") for place in ("城东", "城西"))
    marked = add_document(catalogue, "关于城南河道清淤的通知", disclosure_mark="主动公开")
    add_document(catalogue, "关于春耕生产的通知")
    members = groups.members_of(catalogue, lead, GroupKind.SEARCH, "标题:河道清淤")
    assert members[0] == lead
    assert set(members) == {lead, second, marked}
    done = groups.decide_group(catalogue, members, ON_REQUEST, by=REVIEWER, kind=GroupKind.SEARCH)
    assert set(done.proposed) == {lead, second}
    assert [refusal.document for refusal in done.left_out] == [marked]
    with pytest.raises(AppError):
        groups.members_of(catalogue, lead, GroupKind.SEARCH, "年:去年")


def test_a_member_covers_its_own_places_not_the_leads(catalogue: Catalogue) -> None:
    place = Finding("resident_id", 3, 21, "330***********1234", 0.99)
    moved = Finding("resident_id", 8, 26, "330***********9999", 0.99)
    lead, other = (add_document(catalogue, "关于名单的通知", findings=(f,)) for f in (place, moved))
    covered = Decision(DisclosureAttribute.PROACTIVE, ("A-20-1",), "公示", ((3, 21),))
    groups.decide_group(catalogue, [lead, other], covered, by=REVIEWER, kind=GroupKind.DUPLICATES)
    assert in_force(catalogue, other).decision.redactions == ((8, 26),)


def test_nothing_is_decided_when_the_lead_cannot_be(catalogue: Catalogue) -> None:
    uuids = [add_document(catalogue) for _ in range(2)]
    with pytest.raises(AppError, match="理由"):
        groups.decide_group(
            catalogue,
            uuids,
            Decision(DisclosureAttribute.WITHHELD, ("N-16-1",)),
            by=REVIEWER,
            kind=GroupKind.DUPLICATES,
        )
    assert shown(catalogue, uuids[1]).review_state is ReviewState.OPEN
    assert jobs.all_jobs(catalogue) == []


def test_differing_lines_show_what_differs(catalogue: Catalogue) -> None:
    one = add_document(catalogue, text="第一条　三月一日起施行。\n第二条　由水利局解释。")
    other = add_document(catalogue, text="第一条　五月一日起施行。\n第二条　由水利局解释。")
    (line,) = groups.differing_lines(catalogue, one, other)
    assert "三月" in line.lead
    assert "五月" in line.member


def test_an_approval_is_taken_back_days_later_and_what_was_in_force_counts_again(
    catalogue: Catalogue,
) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, ON_REQUEST, by=REVIEWER)
    decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER, round_name="2026 年")
    job = decide.approve_many(catalogue, [uuid], APPROVER, PIN).job
    assert jobs.preview_revert(catalogue, job).reverted == 1
    jobs.revert(catalogue, job, by=APPROVER, reason="批错了")
    assert shown(catalogue, uuid).attribute is DisclosureAttribute.ON_REQUEST
    assert shown(catalogue, uuid).review_state is ReviewState.PROPOSED
    decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    assert shown(catalogue, uuid).attribute is DisclosureAttribute.PROACTIVE
    with pytest.raises(AppError, match="已经撤销过"):
        jobs.revert(catalogue, job, by=APPROVER, reason="再撤")


def test_a_later_decision_by_hand_is_never_lost(catalogue: Catalogue) -> None:
    uuids = [add_document(catalogue) for _ in range(3)]
    job = groups.decide_group(catalogue, uuids, ON_REQUEST, by=REVIEWER, kind=GroupKind.DUPLICATES).job
    decide.approve(catalogue, uuids[0], by=APPROVER, pin=PIN)
    decide.send_back(catalogue, uuids[1], by=APPROVER, reason="再看")
    decide.propose(catalogue, uuids[1], CLOSED, by=SECOND)
    found = jobs.revert(catalogue, job, by=REVIEWER, reason="整批误操作")
    kept = {line.line.document_uuid: line.kept_because for line in found.lines if not line.is_reverted}
    assert kept == {uuids[0]: "此后已经审定", uuids[1]: "此后已退回"}
    assert shown(catalogue, uuids[0]).attribute is DisclosureAttribute.ON_REQUEST
    assert in_force(catalogue, uuids[1]).decision.attribute is DisclosureAttribute.WITHHELD
    assert shown(catalogue, uuids[2]).review_state is ReviewState.OPEN


@pytest.mark.parametrize(("by", "reason"), [(REVIEWER, " "), (SECOND, "别人的")])
def test_who_may_take_back(catalogue: Catalogue, by: str, reason: str) -> None:
    uuid = add_document(catalogue)
    job = groups.decide_group(catalogue, [uuid], ON_REQUEST, by=REVIEWER, kind=GroupKind.DUPLICATES).job
    with pytest.raises(AppError):
        jobs.revert(catalogue, job, by=by, reason=reason)


def test_accepting_suggestions_is_one_job(catalogue: Catalogue) -> None:
    uuids = [add_document(catalogue) for _ in range(3)]
    for uuid in uuids[:2]:
        suggest(catalogue, uuid, DisclosureAttribute.PROACTIVE, basis=("A-20-1",))
    done = accept.accept_suggestions(catalogue, [*uuids, "无此件"], Silent(), by=REVIEWER)
    assert done.proposed == tuple(uuids[:2])
    assert [refusal.document for refusal in done.refused] == [uuids[2], "无此件"]
    assert jobs.revert(catalogue, done.job, by=REVIEWER, reason="误点").reverted == 2


def test_precedents_and_alarms(catalogue: Catalogue) -> None:
    first = add_document(catalogue, "关于加强水库大坝巡查的通知")
    decide.propose(catalogue, first, CLOSED, by=REVIEWER)
    decide.approve(catalogue, first, by=APPROVER, pin=PIN)
    second = add_document(catalogue, "关于加强水库大坝巡查的补充通知")
    (found,) = precedents.precedents(catalogue, second)
    assert found.sentence == (
        "上次同类文件《关于加强水库大坝巡查的通知》判为不予公开（N-16-1），理由：内部管理事项。"
    )
    relate(catalogue, first, second)
    (alarm,) = precedents.alarms(catalogue, second, ON_REQUEST)
    assert "不一致" in alarm
    assert precedents.alarms(catalogue, second, CLOSED) == []
    assert precedents.contradictions(catalogue) == []
    decide.propose(catalogue, second, ON_REQUEST, by=REVIEWER)
    decide.approve(catalogue, second, by=APPROVER, pin=PIN)
    (pair,) = precedents.contradictions(catalogue)
    assert {pair.document, pair.other} == {first, second}


def test_a_group_is_flagged_without_what_was_sent_for_approval(catalogue: Catalogue) -> None:
    lead, same, sent = (add_document(catalogue, "关于河道的通知") for _ in range(3))
    decide.propose(catalogue, sent, OPEN, by=REVIEWER)
    preview = flag.preview_flags(catalogue, [lead, same, sent])
    assert [member.fits for member in preview.members] == [True, True, False]
    assert "撤回" in preview.members[2].objection
    assert flag.flag_many(catalogue, [lead, same, sent], by=REVIEWER, note="待问") == (lead, same)
    assert {shown(catalogue, uuid).review_state for uuid in (lead, same)} == {ReviewState.FLAGGED}
    assert shown(catalogue, sent).review_state is ReviewState.PROPOSED
    assert flag.flag_many(catalogue, [lead, same], by=REVIEWER) == (), "once is enough"
    flag.unflag(catalogue, lead, by=REVIEWER)
    assert shown(catalogue, lead).review_state is ReviewState.OPEN
