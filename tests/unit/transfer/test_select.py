from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from app.domain.archival import FondsProfile, ItemPart, Office, RetentionPeriod
from app.domain.disclosure import DisclosureAttribute, Finding
from app.domain.document import Recognition
from app.domain.people import PersonRole
from app.domain.registers import MatchedBy, RegisterField, RegisterRow
from app.domain.review import Decision
from app.domain.source import Extraction, FileFormat, FileStatus
from app.domain.transfer import AccessStatus
from app.domain.transfer_state import TransferState
from app.errors import AppError
from app.review import decide, people
from app.store import documents, holdings, registers, runs, suggestions, transfer_candidates
from app.store.tables.holdings import content, document, location, member, quarantine
from app.store.tables.transfers import transfer, transfer_item
from app.store.transfer_candidates import InSight, Unlisted
from app.transfer.prepare import (
    Filing,
    describe_documents,
    import_numbers,
    import_register_numbers,
    issue_numbers,
)
from app.transfer.profile import keep_profile, profile_from_toml, profile_of
from app.transfer.select import ObstacleKind, select_determined, select_in_sight, select_ready
from tests.catalogues import add_document

PIN = "2468"
PROFILE = FondsProfile(
    "L012", "临湖县人民政府办公室", offices=(Office("BGS", "办公室"), Office("ZHK", "综合科"))
)
ALL = InSight(9, 9, 9)
PUBLIC = Decision(DisclosureAttribute.PROACTIVE, ("A-20-1",))
FILING = Filing(retention=RetentionPeriod.THIRTY_YEARS, office="BGS", access_status=AccessStatus.NOT_REVIEWED)


@pytest.fixture(autouse=True)
def staff(catalogue):
    people.add_person(catalogue, "王示例", {PersonRole.REVIEWER}, by="系统")
    people.add_person(catalogue, "李复核", {PersonRole.APPROVER}, by="系统")
    people.set_pin(catalogue, "李复核", PIN, by="李复核")


def decided(catalogue, title="临湖县人民政府办公室关于河道管理的通知", decision=PUBLIC, **changes):
    uuid = add_document(catalogue, title, **changes)
    decide.propose(catalogue, uuid, decision, by="王示例")
    decide.approve(catalogue, uuid, by="李复核", pin=PIN)
    return uuid


def kinds(selection):
    return {waiting.document: {o.kind for o in waiting.obstacles} for waiting in selection.not_ready}


def test_approved_and_described_document_is_ready_with_its_decisions(catalogue):
    uuid = decided(catalogue, number="临政办发〔2015〕7号")
    describe_documents(catalogue, [uuid], FILING, by="王示例")
    selection = select_ready(catalogue, PROFILE)
    (item,) = selection.ready
    assert (item.document, item.year, item.office_name) == (uuid, 2015, "办公室")
    assert [event.person for event in item.decisions] == ["王示例", "李复核"]
    assert item.disclosure_attribute is DisclosureAttribute.PROACTIVE
    assert item.access_status is AccessStatus.NOT_REVIEWED
    assert item.files[0].sha256


def test_every_obstacle_is_named_at_once(catalogue):
    uuid = add_document(catalogue, dated_on=None, security_classification="机密★5年")
    assert kinds(select_ready(catalogue, PROFILE)) == {
        uuid: {
            ObstacleKind.NOT_APPROVED,
            ObstacleKind.NO_RETENTION,
            ObstacleKind.NO_ACCESS_OPINION,
            ObstacleKind.CLASSIFIED,
            ObstacleKind.NO_DATE,
        }
    }


def test_a_desk_lists_all_that_is_determined_and_the_oldest_of_the_others(catalogue):
    waits = decided(catalogue, title="临湖县人民政府办公室关于防汛的通知", dated_on="2019-06-01")
    ready = decided(catalogue, dated_on="2018-06-01")
    describe_documents(catalogue, [ready], FILING, by="王示例")
    others = [
        add_document(catalogue, f"关于第{n}号工作的通知", dated_on=f"20{n}-01-01") for n in (12, 11, 13)
    ]
    selection = select_in_sight(catalogue, PROFILE, InSight(9, 9, 2))
    assert [item.document for item in selection.ready] == [ready]
    assert [one.document for one in selection.not_ready] == [others[1], others[0], waits]
    assert selection.unlisted == Unlisted(undetermined=1)
    assert select_in_sight(catalogue, PROFILE, InSight(9, 9, 3)).unlisted == Unlisted()


def test_a_desk_lists_the_oldest_of_what_is_determined_and_counts_the_others(catalogue):
    uuids = [decided(catalogue, f"关于第{n}号工作的通知", dated_on=f"20{n}-01-01") for n in (13, 11, 12)]
    unfiled = [decided(catalogue, f"关于第{n}号事项的批复", dated_on=f"20{n}-01-01") for n in (16, 15)]
    describe_documents(catalogue, uuids, FILING, by="王示例")
    selection = select_in_sight(catalogue, PROFILE, InSight(2, 1, 0))
    assert [item.document for item in selection.ready] == [uuids[1], uuids[2]]
    assert [one.document for one in selection.not_ready] == [unfiled[1]]
    assert selection.unlisted == Unlisted(filed=1, unfiled=1)
    every = select_determined(catalogue, PROFILE)
    assert {item.document for item in every.ready} == set(uuids)
    assert {one.document for one in every.not_ready} == set(unfiled)


def test_a_desk_always_shows_what_was_found_to_be_classified(catalogue):
    decided(catalogue, dated_on="2010-01-01")
    late = decided(catalogue, "关于防汛工作的通知", dated_on="2019-01-01")
    quarantined(catalogue, late)
    selection = select_in_sight(catalogue, PROFILE, InSight(1, 1, 0))
    assert kinds(selection)[late] == {ObstacleKind.QUARANTINED}


@pytest.mark.parametrize(
    ("state", "reason", "is_listed"),
    [
        (TransferState.PREPARED, "", False),
        (TransferState.HANDED_OVER, "", False),
        (TransferState.ACCEPTED, "", False),
        (TransferState.ACCEPTED, "缺页", True),
        (TransferState.RETURNED, "", True),
    ],
)
def test_a_desk_does_not_read_what_stands_in_a_batch(catalogue, state, reason, is_listed):
    ready, gone = (decided(catalogue, title=f"关于第{n}号工作的通知") for n in (1, 2))
    describe_documents(catalogue, [ready, gone], FILING, by="王示例")
    put_in_batch(catalogue, gone, state, reason)
    with catalogue.read() as connection:
        found, unlisted = transfer_candidates.candidates_in_sight(connection, ALL, [])
        assert {one.row.uuid for one in found} == ({ready, gone} if is_listed else {ready})
    assert unlisted == Unlisted()
    listed = {item.document for item in select_in_sight(catalogue, PROFILE, ALL).ready}
    assert listed == {item.document for item in select_ready(catalogue, PROFILE).ready}


def test_a_desk_shows_what_was_found_to_be_classified_after_it_left(catalogue):
    uuid = decided(catalogue)
    put_in_batch(catalogue, uuid, TransferState.HANDED_OVER)
    quarantined(catalogue, uuid)
    assert kinds(select_in_sight(catalogue, PROFILE, ALL)) == {uuid: {ObstacleKind.QUARANTINED}}


def quarantined(catalogue, uuid):
    with catalogue.write(by="王示例", action="test") as unit:
        place = (
            select(location.c.id)
            .join(member, member.c.content_id == location.c.content_id)
            .join(document, document.c.id == member.c.document_id)
            .where(document.c.uuid == uuid)
        )
        held = unit.connection.scalar(place)
        unit.connection.execute(insert(quarantine).values(location_id=held, level="secret", rule="r", at=""))
        unit.record("test")
        unit.commit()


def put_in_batch(catalogue, uuid, state, reason=""):
    told = {"name": "第一批", "state": state, "layout": "", "item_count": 1, "byte_count": 1}
    made = {"manifest_sha256": "", "made_by": "王示例", "made_at": ""}
    with catalogue.write(by="王示例", action="test") as unit:
        unit.connection.execute(insert(transfer).values(id=1, uuid="b1", **told, **made))
        number = unit.connection.scalar(select(document.c.id).where(document.c.uuid == uuid))
        unit.connection.execute(
            insert(transfer_item).values(
                transfer_id=1, ordinal=1, document_id=number, code="1", return_reason=reason
            )
        )
        unit.record("test")
        unit.commit()


def test_what_is_named_is_sorted_and_nothing_else(catalogue):
    named, _other = add_document(catalogue, "一"), add_document(catalogue, "二")
    assert [one.document for one in select_ready(catalogue, PROFILE, [named]).not_ready] == [named]


def test_public_attribute_is_only_a_proposal_for_the_access_status(catalogue):
    uuid = decided(catalogue)
    describe_documents(catalogue, [uuid], Filing(retention=RetentionPeriod.PERMANENT), by="王示例")
    (waiting,) = select_ready(catalogue, PROFILE).not_ready
    assert [(o.kind, "未审核" in o.message) for o in waiting.obstacles] == [
        (ObstacleKind.NO_ACCESS_OPINION, True)
    ]


def test_sensitive_place_without_redaction_keeps_a_public_document_back(catalogue):
    text = "联系电话 0571-87654321"
    finding = Finding("landline_phone", 5, 18, "0571-****4321", 0.9)
    closed = Decision(DisclosureAttribute.WITHHELD, ("N-16-1",), "内部管理事项")
    covered = Decision(DisclosureAttribute.PROACTIVE, ("A-20-1",), redactions=((0, 18),))
    withheld = decided(catalogue, "甲", closed, text=text, findings=(finding,))
    public = decided(catalogue, "乙", covered, text=text + "。", findings=(finding,))
    describe_documents(catalogue, [withheld, public], FILING, by="王示例")
    assert {item.document for item in select_ready(catalogue, PROFILE).ready} == {withheld, public}


def test_what_the_review_lets_pass_is_handed_over(catalogue):
    """The telephone of an office, which nobody has to cover, kept nearly every public document back."""
    text = "联系人：王示例，电话 0571-87654321"
    finding = Finding("landline_phone", 11, 24, "0571-****4321", 0.9)
    public = decided(catalogue, "丙", text=text, findings=(finding,))
    describe_documents(catalogue, [public], FILING, by="王示例")
    assert {item.document for item in select_ready(catalogue, PROFILE).ready} == {public}


def test_what_was_found_after_approval_keeps_a_public_document_back(catalogue):
    uuid = decided(catalogue, "丁", text="联系人手机13900001234")
    describe_documents(catalogue, [uuid], FILING, by="王示例")
    with catalogue.write(by="王示例", action="test") as unit:
        held = unit.connection.scalar(select(member.c.content_id))
        suggestions.put_findings(
            unit.connection, {held: [Finding("mobile_phone", 5, 16, "139****1234", 0.9)]}
        )
        unit.record("test")
        unit.commit()
    assert kinds(select_ready(catalogue, PROFILE)) == {uuid: {ObstacleKind.OPEN_FINDINGS}}


def test_numbers_are_issued_once_and_continue_after_a_register(catalogue):
    first, second, third = (decided(catalogue, f"通知{n}", dated_on=f"2017-0{n}-01") for n in (1, 2, 3))
    describe_documents(catalogue, [first, second, third], FILING, by="王示例")
    refused = import_numbers(
        catalogue, [("L012-WS·2017-D30-BGS-0004", None), ("L012-WS・2017-D30-BGS-0004", None)], by="王示例"
    )
    assert [place.message for place in refused] == ["档号已存在"]
    ready = {item.document: item for item in select_ready(catalogue, PROFILE).ready}
    issued = issue_numbers(catalogue, [ready[second]], PROFILE, by="王示例")
    assert [item.archival_code for item in issued.items] == ["L012-WS·2017-D30-BGS-0005"]
    again = issue_numbers(catalogue, list(select_ready(catalogue, PROFILE).ready), PROFILE, by="王示例")
    assert {item.document: item.item_number for item in again.items} == {second: 5, first: 6, third: 7}


def test_numbers_of_registers_are_taken_over_once(catalogue):
    """A row whose title differs only reserves its code; numbering goes on behind everything the registers say."""
    first, second, third = (decided(catalogue, f"通知{n}", dated_on=f"2017-0{n}-01") for n in (1, 2, 3))
    describe_documents(catalogue, [first, second, third], FILING, by="王示例")
    enter(
        catalogue,
        ("L012-WS·2017-D30-BGS-0003", first, MatchedBy.NUMBER),
        ("L012-WS·2017-D30-BGS-0004", second, MatchedBy.NUMBER_ALONE),
        ("L012-WS·2017-D30-BGS-0009", first, MatchedBy.TITLE),
        ("", third, MatchedBy.TITLE),
    )
    taken, refused = import_register_numbers(catalogue, by="王示例")
    assert taken == 2
    assert [(place.where[-4:], place.message[:6]) for place in refused] == [("0009", "文件已有档号")]
    assert import_register_numbers(catalogue, by="王示例")[0] == 0
    ready = list(select_ready(catalogue, PROFILE).ready)
    issued = issue_numbers(catalogue, ready, PROFILE, by="王示例")
    assert {item.document: item.item_number for item in issued.items} == {first: 3, second: 5, third: 6}


def enter(catalogue, *told):
    with catalogue.write(by="王示例", action="test") as unit:
        columns = {RegisterField.ARCHIVAL_CODE: 0}
        register = registers.put(unit.connection, "目录.xlsx", "", columns, by="王示例", at=unit.at)
        for number, (code, uuid, by) in enumerate(told, start=1):
            row = RegisterRow(number, {RegisterField.ARCHIVAL_CODE: code} if code else {})
            document = documents.document_with_uuid(unit.connection, uuid)
            registers.put_row(unit.connection, register, row, number=None, document_id=document, by=by)
        unit.record("register")
        unit.commit()


def test_retention_of_another_era_is_not_numbered(catalogue):
    uuid = decided(catalogue, dated_on="2005-03-01")
    describe_documents(catalogue, [uuid], FILING, by="王示例")
    numbering = issue_numbers(catalogue, select_ready(catalogue, PROFILE).ready, PROFILE, by="王示例")
    assert not numbering.items
    assert "永久、长期、短期" in numbering.problems[0].message


def test_profile_is_kept_in_the_catalogue(catalogue):
    text = 'fonds_code = "L012"\nfonds_name = "临湖县人民政府办公室"\n[[periods]]\nfirst_year = 2000\nscheme = "dat22-2015"\n'
    keep_profile(catalogue, text, by="王示例")
    assert profile_of(catalogue).fonds_code == "L012"
    with pytest.raises(AppError, match="两种档号规则"):
        profile_from_toml(text + '[[periods]]\nfirst_year = 2010\nscheme = "dat22-2000"\n')


def test_describing_a_document_leaves_an_audit_entry_with_old_and_new(catalogue):
    from app.store import audit

    uuid = add_document(catalogue)
    describe_documents(catalogue, [uuid], Filing(retention=RetentionPeriod.TEN_YEARS), by="王示例")
    with catalogue.read() as connection:
        entry = list(audit.entries(connection, subject=uuid))[-1]
        assert (entry.by, entry.action) == ("王示例", "transfer.describe")
        assert [(c.name, c.before, c.after) for c in entry.changes] == [("retention", None, "ten_years")]
        assert not audit.faults(connection)


def add_copies(catalogue, uuid, formats, role="copy"):
    """Further files of the same text; of these formats."""
    with catalogue.write(by="系统", action="test") as unit:
        document_id = unit.connection.execute(
            select(document.c.id).where(document.c.uuid == uuid)
        ).scalar_one()
        for number, form in enumerate(formats):
            extraction = Extraction(format=form, puid=None, text=f"请认真贯彻执行。{form}", reader="test 1")
            content_id = holdings.put_content(
                unit.connection, f"{role}{number}{uuid}"[:64], 9, extraction, Recognition(), unit.at
            )
            root = holdings.ensure_root(unit.connection, Path("/files"))
            path = f"{role}{number}.{form}"
            seen = holdings.SeenFile(root.id, path, path.encode(), 9, 1)
            run = runs.start(unit.connection, unit.at)
            holdings.record_location(unit.connection, seen, FileStatus.OK, None, content_id, run.id, unit.at)
            unit.connection.execute(
                insert(member).values(document_id=document_id, content_id=content_id, role=role, made_by="t")
            )
        unit.record(uuid)
        unit.commit()


@pytest.mark.parametrize(
    ("master", "copies", "drafts"),
    [
        (FileFormat.PDF, (FileFormat.DOC, FileFormat.DOCX), ["docx"]),
        (FileFormat.OFD, (FileFormat.WPS, FileFormat.TXT), ["wps"]),
        (FileFormat.TIF, (FileFormat.TXT,), []),
        (FileFormat.DOCX, (FileFormat.DOC,), []),
    ],
)
def test_the_typed_text_of_a_scanned_master_goes_along_as_final_draft(catalogue, master, copies, drafts):
    uuid = add_document(catalogue)
    with catalogue.write(by="系统", action="test") as unit:
        unit.connection.execute(update(content).values(format=master))
        unit.record(uuid)
        unit.commit()
    add_copies(catalogue, uuid, copies)
    decide.propose(catalogue, uuid, PUBLIC, by="王示例")
    decide.approve(catalogue, uuid, by="李复核", pin=PIN)
    describe_documents(catalogue, [uuid], FILING, by="王示例")
    (item,) = select_ready(catalogue, PROFILE).ready
    assert [file.format for file in item.files if file.part is ItemPart.MASTER] == [master]
    assert [file.format for file in item.files if file.part is ItemPart.FINAL_DRAFT] == drafts
    assert len(item.files) == 1 + len(drafts)
