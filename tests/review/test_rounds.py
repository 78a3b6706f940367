"""Rounds are frozen into batches by reading time; nothing is served to two people."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.domain.batching import BatchState, Grouping, ToRead, cut, per_hour, reading_minutes
from app.domain.document import Applicability
from app.errors import AppError
from app.progress import Silent
from app.review import batches, decide, rounds
from app.store import reviews
from app.store.batch_done import done_by
from app.store.catalogue import Catalogue
from tests.catalogues import add_document
from tests.review.staff import ADMINISTRATOR, APPROVER, AUDITOR, OPEN, PIN, REVIEWER, SECOND, relate

ROUND = "2025 年定期审查"


def frozen(catalogue: Catalogue, query: str = "", **kinds) -> list[reviews.Batch]:
    rounds.create_round(catalogue, ROUND, query, by=REVIEWER, **kinds)
    rounds.make_batches(catalogue, ROUND, Silent(), by=REVIEWER)
    return held(catalogue)


def held(catalogue: Catalogue) -> list[reviews.Batch]:
    with catalogue.read() as connection:
        return reviews.batches(connection)


def items(*minutes: float, keys: str = "") -> list[ToRead]:
    return [
        ToRead(number, key, length)
        for number, (length, key) in enumerate(zip(minutes, keys or "a" * 99, strict=False))
    ]


@pytest.mark.parametrize(
    ("documents", "may_mix", "sizes"),
    [
        (items(10, 10, 10, 10, 10), True, [4, 1]),
        (items(100, 10), True, [1, 1]),
        (items(30, 30, 10, keys="abb"), True, [1, 2]),
        (items(10, 10, 10, keys="abc"), True, [3]),
        (items(10, 10, 10, keys="abc"), False, [1, 1, 1]),
        (items(30, 30, 30, keys="aab"), True, [1, 1, 1]),
        ([], True, []),
    ],
)
def test_batches_are_cut_by_minutes_and_keep_groups_together(documents, may_mix, sizes) -> None:
    made = cut(documents, 40, may_mix=may_mix)
    assert [len(batch.documents) for batch in made] == sizes
    assert [item for batch in made for item in batch.documents] == documents


def test_reading_time_grows_with_the_text_and_falls_back_on_pages() -> None:
    assert reading_minutes(600, None) == 1.5
    assert reading_minutes(0, 3) == 3.5
    assert reading_minutes(0, None) == 1.5


def test_pace_leaves_pauses_out() -> None:
    assert per_hour(["2025-03-07T09:00:00", "2025-03-07T09:01:00", "2025-03-07T11:00:00"]) == 120
    assert per_hour(["2025-03-07T09:00:00"]) is None


def test_a_round_holds_what_its_query_finds_and_is_ours(catalogue: Catalogue) -> None:
    add_document(catalogue, dated_on="2008-01-01")
    add_document(catalogue, dated_on="2019-01-01")
    add_document(catalogue, dated_on="2007-01-01", applicability=Applicability.OTHER_MAKER)
    rounds.create_round(catalogue, ROUND, "日期:[2005-01-01 至 2010-12-31] 非 属性:主动公开", by=REVIEWER)
    made = rounds.make_batches(catalogue, ROUND, Silent(), by=REVIEWER)
    assert (made.batches, made.documents, made.not_ours) == (1, 1, 1)


def test_redefining_a_round_never_changes_existing_batches(catalogue: Catalogue) -> None:
    first = add_document(catalogue, dated_on="2008-01-01")
    second = add_document(catalogue, dated_on="2012-01-01")
    (batch,) = frozen(catalogue, "年:2008")
    rounds.redefine_round(catalogue, ROUND, "年:2012", by=REVIEWER)
    rounds.make_batches(catalogue, ROUND, Silent(), by=REVIEWER)
    again, new = held(catalogue)
    assert again == batch
    assert [item.uuid for item in batches.batch_items(catalogue, batch.uuid)] == [first]
    assert [item.uuid for item in batches.batch_items(catalogue, new.uuid)] == [second]


def test_a_document_is_in_one_batch_of_a_round_only(catalogue: Catalogue) -> None:
    add_document(catalogue)
    frozen(catalogue)
    assert rounds.make_batches(catalogue, ROUND, Silent(), by=REVIEWER).documents == 0
    assert sum(batch.documents for batch in held(catalogue)) == 1


@pytest.mark.parametrize(
    ("grouping", "labels"),
    [
        (Grouping.DATE, ["2008—2012"]),
        (Grouping.BODY, ["临湖县教育局", "临湖县水利局"]),
        (Grouping.SUBJECT, ["农业", "水利"]),
    ],
)
def test_batches_stand_for_bodies_and_subjects(catalogue: Catalogue, grouping, labels) -> None:
    add_document(catalogue, dated_on="2008-01-01", body="临湖县水利局", subject_words="水利 河道")
    add_document(catalogue, dated_on="2012-01-01", body="临湖县教育局", subject_words="农业 水利")
    assert [batch.label for batch in frozen(catalogue, grouping=grouping)] == labels


def test_near_duplicates_are_read_one_after_the_other(catalogue: Catalogue) -> None:
    first, between, last = (add_document(catalogue, dated_on=f"20{n}-01-01") for n in (10, 12, 14))
    relate(catalogue, first, last)
    (batch,) = frozen(catalogue, grouping=Grouping.NEAR_DUPLICATES)
    assert [item.uuid for item in batches.batch_items(catalogue, batch.uuid)] == [first, last, between]


def test_two_people_never_get_the_same_batch(catalogue: Catalogue) -> None:
    for number in range(8):
        add_document(catalogue, f"临湖县水利局关于第 {number} 号水库的通知", text="水" * 24_000)
    assert len(frozen(catalogue)) == 8
    with ThreadPoolExecutor(4) as pool:
        taken = list(
            pool.map(
                lambda number: batches.check_out_next(
                    catalogue, ROUND, by=(REVIEWER, SECOND)[number % 2], another=True
                ),
                range(8),
            )
        )
    assert len({served.batch.uuid for served in taken if served and not served.was_in_hand}) == 8
    assert batches.check_out_next(catalogue, ROUND, by=REVIEWER, another=True) is None


def test_what_is_in_hand_is_handed_back_before_another_batch(catalogue: Catalogue) -> None:
    uuids = [add_document(catalogue, body=body) for body in ("临湖县教育局", "临湖县水利局", "临湖县民政局")]
    assert len(frozen(catalogue, grouping=Grouping.BODY)) == 3
    first = batches.check_out_next(catalogue, ROUND, by=REVIEWER)
    assert first is not None
    assert not first.was_in_hand
    assert batches.check_out_next(catalogue, ROUND, by=REVIEWER) == batches.Served(
        first.batch, was_in_hand=True
    )
    other = batches.check_out_next(catalogue, ROUND, by=SECOND)
    assert other is not None
    assert other.batch.uuid != first.batch.uuid
    further = batches.check_out_next(catalogue, ROUND, by=REVIEWER, another=True)
    assert further is not None
    assert further.batch.uuid not in {first.batch.uuid, other.batch.uuid}
    for uuid in {item.uuid for item in batches.batch_items(catalogue, first.batch.uuid)} & set(uuids):
        decide.propose(catalogue, uuid, OPEN, by=REVIEWER, round_name=ROUND)
    unfinished = batches.check_out_next(catalogue, ROUND, by=REVIEWER)
    assert unfinished is not None
    assert unfinished.batch.uuid == further.batch.uuid


def test_what_another_has_checked_out_cannot_be_taken_nor_decided(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    (batch,) = frozen(catalogue)
    batches.check_out(catalogue, batch.uuid, by=REVIEWER)
    with pytest.raises(AppError, match=f"由“{REVIEWER}”办理"):
        batches.check_out(catalogue, batch.uuid, by=SECOND)
    with pytest.raises(AppError, match="已由“王示例”领出"):
        decide.propose(catalogue, uuid, OPEN, by=SECOND, round_name=ROUND)
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER, round_name=ROUND)


def test_what_was_decided_before_the_round_is_looked_at_again(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER)
    decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    (batch,) = frozen(catalogue)
    assert batch.left == 1


def test_a_decision_outside_the_round_is_done_in_the_batch(catalogue: Catalogue) -> None:
    uuid, other = add_document(catalogue), add_document(catalogue)
    (batch,) = frozen(catalogue)
    batches.check_out(catalogue, batch.uuid, by=REVIEWER)
    decide.propose(catalogue, uuid, OPEN, by=SECOND)
    (held_batch,) = held(catalogue)
    assert held_batch.left == 1
    with catalogue.read() as connection:
        ids = {item.uuid: item.document_id for item in reviews.items(connection, batch.id)}
        made = done_by(connection, list(ids.values()))
    assert set(made) == {ids[uuid]}
    assert (made[ids[uuid]].person, made[ids[uuid]].round_name) == (SECOND, decide.STANDING_ROUND)
    decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    assert [each.is_done for each in batches.batch_items(catalogue, batch.uuid) if each.uuid == uuid] == [
        True
    ]
    assert batches.progress_of(catalogue, ROUND).left == 1
    decide.propose(catalogue, other, OPEN, by=REVIEWER, round_name=ROUND)
    assert batches.check_in(catalogue, batch.uuid, by=REVIEWER).state is BatchState.COMPLETED


def test_a_proposal_from_outside_that_is_sent_back_is_to_be_done_again(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    frozen(catalogue)
    decide.propose(catalogue, uuid, OPEN, by=SECOND)
    decide.send_back(catalogue, uuid, by=APPROVER, reason="再看")
    assert held(catalogue)[0].left == 1


def test_a_proposal_that_waited_when_the_batch_was_made_is_done_and_stays_so(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by=SECOND)
    (batch,) = frozen(catalogue)
    assert batch.left == 0
    decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    assert held(catalogue)[0].left == 0


def test_what_was_done_in_a_round_stays_done_when_it_is_decided_anew_later(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    frozen(catalogue)
    for name in (ROUND, decide.STANDING_ROUND):
        decide.propose(catalogue, uuid, OPEN, by=REVIEWER, round_name=name)
        decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
        assert held(catalogue)[0].left == 0


def test_a_batch_is_completed_when_all_is_decided_and_opened_again_with_a_reason(
    catalogue: Catalogue,
) -> None:
    uuid = add_document(catalogue)
    (batch,) = frozen(catalogue)
    batches.check_out(catalogue, batch.uuid, by=REVIEWER)
    assert batches.check_in(catalogue, batch.uuid, by=REVIEWER).state is BatchState.OPEN
    batches.check_out(catalogue, batch.uuid, by=REVIEWER)
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER, round_name=ROUND)
    assert batches.check_in(catalogue, batch.uuid, by=REVIEWER).state is BatchState.COMPLETED
    with pytest.raises(AppError, match="理由"):
        batches.reopen(catalogue, batch.uuid, by=APPROVER, reason=" ")
    assert batches.reopen(catalogue, batch.uuid, by=APPROVER, reason="重看").state is BatchState.OPEN


def test_an_assigned_batch_is_served_to_its_person_first(catalogue: Catalogue) -> None:
    for body in ("临湖县教育局", "临湖县水利局"):
        add_document(catalogue, body=body)
    first, second = frozen(catalogue, grouping=Grouping.BODY)
    batches.assign(catalogue, second.uuid, REVIEWER, by=ADMINISTRATOR)
    with pytest.raises(AppError, match="王示例"):
        batches.check_out(catalogue, second.uuid, by=SECOND)
    taken = batches.check_out_next(catalogue, ROUND, by=REVIEWER)
    assert taken is not None
    assert taken.batch.uuid == second.uuid
    assert batches.check_out_next(catalogue, ROUND, by=SECOND).batch.uuid == first.uuid


def test_progress_counts_each_person(catalogue: Catalogue) -> None:
    uuids = [add_document(catalogue) for _ in range(3)]
    frozen(catalogue)
    decide.propose(catalogue, uuids[0], OPEN, by=REVIEWER, round_name=ROUND)
    decide.propose(catalogue, uuids[1], OPEN, by=SECOND, round_name=ROUND)
    decide.send_back(catalogue, uuids[1], by=APPROVER, reason="再看")
    seen = batches.progress_of(catalogue, ROUND)
    assert (seen.total, seen.done, seen.left, seen.last_hour) == (3, 1, 2, 1)
    assert [(person.person, person.done) for person in seen.persons] == [(REVIEWER, 1)]
    assert seen.minutes_left == pytest.approx(2 * reading_minutes(46, None), abs=0.2)


def test_an_auditor_plans_nothing(catalogue: Catalogue) -> None:
    with pytest.raises(AppError, match="权限"):
        rounds.create_round(catalogue, ROUND, "", by=AUDITOR)


@pytest.mark.parametrize(
    ("name", "query", "signatures", "sentence"),
    [(" ", "", 2, "名称"), (ROUND, "标题:(", 2, "括号"), (ROUND, "", 4, "一、二或三")],
)
def test_a_faulty_round_is_refused(catalogue: Catalogue, name, query, signatures, sentence) -> None:
    with pytest.raises(AppError, match=sentence):
        rounds.create_round(catalogue, name, query, signatures=signatures, by=REVIEWER)
