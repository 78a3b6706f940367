import hashlib
from dataclasses import replace

import docx
import pytest

from app import cli
from app.domain.archival import FondsProfile, Office, RetentionPeriod
from app.domain.disclosure import DisclosureAttribute
from app.domain.people import PersonRole
from app.domain.review import Decision
from app.domain.transfer import AccessStatus, Place
from app.domain.transfer_state import TransferState
from app.errors import AppError
from app.review import decide, people
from app.store import transfers
from app.transfer.hand_over import (
    HandOver,
    build_transfer,
    import_receipt,
    mark_handed_over,
    withdraw_transfer,
)
from app.transfer.package.build import Carrier, PackageProblem
from app.transfer.package.description import PackageDescription
from app.transfer.package.media import ROOM_PER_MEDIUM, split_by_capacity
from app.transfer.prepare import Filing, describe_documents, issue_numbers
from app.transfer.receipt import (
    Receipt,
    manifest_sha256,
    read_receipt,
    receive,
    write_receipt,
)
from app.transfer.select import ObstacleKind, select_ready
from app.transfer.verify import verify
from app.transfer.verify.report import write_report_document, write_report_workbook
from tests.catalogues import add_document
from tests.unit.transfer.conftest import make_item

PIN = "2468"
PROFILE = FondsProfile(
    "L012",
    "临湖县人民政府办公室",
    "临湖县人民政府办公室",
    "临湖县档案馆",
    "L000",
    offices=(Office("BGS", "办公室"),),
)
PLAN = HandOver(
    "2017年文书档案移交", PackageDescription("临湖县人民政府办公室", "2017年文书档案", "Windows 10")
)
FILING = Filing(retention=RetentionPeriod.THIRTY_YEARS, office="BGS", access_status=AccessStatus.OPEN)


@pytest.fixture
def ready(catalogue, tmp_path):
    """Three decided, described and numbered documents whose files lie on disk."""
    people.add_person(catalogue, "王示例", {PersonRole.REVIEWER}, by="系统")
    people.add_person(catalogue, "李复核", {PersonRole.APPROVER}, by="系统")
    people.set_pin(catalogue, "李复核", PIN, by="李复核")
    uuids = []
    for number in (1, 2, 3):
        uuid = add_document(catalogue, f"关于第{number}次河道巡查的通知", dated_on=f"2017-03-0{number}")
        decide.propose(catalogue, uuid, Decision(DisclosureAttribute.PROACTIVE, ("A-20-1",)), by="王示例")
        decide.approve(catalogue, uuid, by="李复核", pin=PIN)
        uuids.append(uuid)
    describe_documents(catalogue, uuids, FILING, by="王示例")
    items = issue_numbers(catalogue, select_ready(catalogue, PROFILE).ready, PROFILE, by="王示例").items
    return [on_disk(item, tmp_path / "files") for item in items]


def on_disk(item, folder):
    folder.mkdir(exist_ok=True)
    path = folder / f"{item.item_number}.txt"
    path.write_text(item.title, "utf-8")
    data = path.read_bytes()
    file = replace(
        item.files[0],
        source=str(path),
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        name=path.name,
    )
    return replace(item, files=(file,))


def build(catalogue, tmp_path, items, plan=PLAN):
    folder = tmp_path / "out"
    folder.mkdir(exist_ok=True)
    return build_transfer(catalogue, folder, items, PROFILE, plan, by="王示例")


def stored(catalogue, uuid):
    with catalogue.read() as connection:
        return transfers.transfer_with_uuid(connection, uuid)


@pytest.mark.parametrize("carrier", Carrier)
def test_package_is_built_verified_and_recorded(catalogue, ready, tmp_path, carrier):
    built = build(catalogue, tmp_path, ready, replace(PLAN, carrier=carrier))
    (package,), (report,) = built.packages, built.reports
    assert report.is_valid, report.failures
    assert package.manifest_sha256 == manifest_sha256(package.path)
    recorded = stored(catalogue, built.uuid)
    assert (recorded.state, recorded.item_count) == (TransferState.PREPARED, 3)
    assert recorded.manifests == (package.manifest_sha256,)
    assert [path.name.rpartition("-")[2] for path in built.papers] == [
        "四性检测.xlsx",
        "四性检测.docx",
        "登记表.docx",
    ]
    assert sorted(path.name for path in package.path.rglob("*.docx")) == [
        "归档文件目录封面.docx",
        "移交清单.docx",
    ]


def test_items_in_a_transfer_cannot_be_selected_again(catalogue, ready, tmp_path):
    build(catalogue, tmp_path, ready)
    selection = select_ready(catalogue, PROFILE)
    assert not selection.ready
    assert {o.kind for one in selection.not_ready for o in one.obstacles} == {ObstacleKind.TRANSFERRED}
    with pytest.raises(PackageProblem):
        build(catalogue, tmp_path, ready, replace(PLAN, name="再次"))


def receipt_for(built, answer, returned=()):
    received = receive(built.packages[0].path)
    return Receipt(
        received.transfer, built.packages[0].path.name, received.manifest_sha256, answer, "周接收", "2026-06-03",
        "临湖县档案馆", "", returned,
    )  # fmt: skip


def test_receipt_goes_out_and_comes_back(catalogue, ready, tmp_path):
    built = build(catalogue, tmp_path, ready)
    mark_handed_over(catalogue, built.uuid, by="王示例")
    returned = (Place(ready[1].archival_code, "缺附件"),)
    write_receipt(receipt_for(built, TransferState.ACCEPTED, returned), tmp_path / "回执.json")
    answered = import_receipt(catalogue, read_receipt(tmp_path / "回执.json"), by="王示例")
    assert answered.state is TransferState.ACCEPTED
    assert [reason for *_, reason in answered.items] == ["", "缺附件", ""]
    assert [item.document for item in select_ready(catalogue, PROFILE).ready] == [ready[1].document]


def test_returned_transfer_frees_all_items_with_their_numbers(catalogue, ready, tmp_path):
    built = build(catalogue, tmp_path, ready)
    import_receipt(catalogue, receipt_for(built, TransferState.RETURNED), by="王示例")
    again = select_ready(catalogue, PROFILE).ready
    assert [item.archival_code for item in again] == [item.archival_code for item in ready]


def test_withdrawn_transfer_frees_its_items_but_not_after_it_left(catalogue, ready, tmp_path):
    built = build(catalogue, tmp_path, ready)
    mark_handed_over(catalogue, built.uuid, by="王示例")
    with pytest.raises(AppError):
        withdraw_transfer(catalogue, built.uuid, "改期", by="王示例")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda receipt: replace(receipt, manifest_sha256="0" * 64),
        lambda receipt: replace(receipt, transfer="unknown"),
        lambda receipt: replace(receipt, returned=(Place("X001-WS·2000-Y-0001", "x"),)),
    ],
)
def test_receipt_of_something_else_changes_nothing(catalogue, ready, tmp_path, spoil):
    built = build(catalogue, tmp_path, ready)
    with pytest.raises(AppError):
        import_receipt(catalogue, spoil(receipt_for(built, TransferState.ACCEPTED)), by="王示例")
    assert stored(catalogue, built.uuid).state is TransferState.PREPARED


def test_damaged_receipt_is_refused(tmp_path):
    (tmp_path / "x.json").write_text('{"kind": "other"}', "utf-8")
    with pytest.raises(AppError):
        read_receipt(tmp_path / "x.json")


def test_transfer_is_split_over_media(catalogue, ready, tmp_path):
    capacity = ROOM_PER_MEDIUM + 50_000
    built = build(catalogue, tmp_path, ready, replace(PLAN, capacity=capacity))
    assert [package.path.name for package in built.packages] == [
        "2017年文书档案移交-01",
        "2017年文书档案移交-02",
    ]
    assert [len(package.items) for package in built.packages] == [2, 1]
    assert all(report.is_valid for report in built.reports)


def test_item_larger_than_a_medium_is_named():
    item = make_item(1, files=())
    with pytest.raises(PackageProblem) as caught:
        split_by_capacity([item], ROOM_PER_MEDIUM)
    assert caught.value.places[0].where == item.archival_code


def test_report_is_written_as_sheet_and_document(catalogue, ready, tmp_path):
    built = build(catalogue, tmp_path, ready)
    victim = next(built.packages[0].path.rglob("*0002-001.txt"))
    victim.unlink()
    report = verify(built.packages[0].path)
    write_report_workbook(report, tmp_path / "r.xlsx")
    write_report_document(report, tmp_path / "r.docx")
    document = docx.Document(str(tmp_path / "r.docx"))
    text = "\n".join(cell.text for row in document.tables[0].rows for cell in row.cells)
    assert "YJ-2-11" in text
    assert "不通过" in document.paragraphs[1].text


def test_registration_form_states_counts_and_size(catalogue, ready, tmp_path):
    built = build(catalogue, tmp_path, ready)
    document = docx.Document(str(built.papers[2]))
    cells = {row.cells[0].text: row.cells[1].text for row in document.tables[0].rows}
    assert cells["移交电子档案数量"].startswith("文件 3 件")
    assert cells["移交数据量"] == "0.001 GB"
    assert cells["摘要清单的 SHA-256"] == built.packages[0].manifest_sha256


def test_the_way_of_a_transfer_on_the_command_line(catalogue, ready, tmp_path, capfdbinary):
    built = build(catalogue, tmp_path, ready)
    package = built.packages[0].path
    folder, out = str(catalogue.folder), str(tmp_path / "answer")
    by = ["--by", "王示例"]
    assert cli.run(["transfer", "hand-over", folder, built.uuid, *by]) == 0
    back = f"{ready[1].archival_code}=缺附件"
    receive = [
        "transfer",
        "receive",
        str(package),
        "--answer",
        "accepted",
        "--return",
        back,
        "--out",
        out,
        *by,
    ]
    assert cli.run(receive) == 0
    receipt = tmp_path / "answer" / f"{package.name}-回执.json"
    assert cli.run(["transfer", "receipt", folder, str(receipt), *by]) == 1
    assert cli.run(["transfer", "list", folder, "--json"]) == 0
    assert b'"state": "accepted"' in capfdbinary.readouterr().out
    assert cli.run(["transfer", "public-list", folder, out, *by]) == 0
    titles = (tmp_path / "answer" / "可公开部分目录.html").read_text("utf-8")
    assert [item.title in titles for item in ready] == [True, False, True]
    assert cli.run(["transfer", "catalogue", folder, "vendor-import", out, "--format", "dbf", *by]) == 0
    assert (tmp_path / "answer" / "著录导入表.dbf").is_file()
    assert cli.run(["verify", str(package)]) == 0
