"""``dishu transfer receive|receipt|hand-over|withdraw|list``: after the package is built."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from app import wiring
from app.cli import options
from app.cli.output import TerminalProgress, moment, say, say_json, say_none
from app.cli.verify_command import record as verification_record
from app.domain.terms import TRANSFER_STATE_TERMS
from app.domain.transfer import Place
from app.domain.transfer_state import TransferState
from app.store import transfers
from app.transfer.hand_over import import_receipt, mark_handed_over, withdraw_transfer
from app.transfer.receipt import Receipt, Received, read_receipt, receive, write_receipt
from app.transfer.verify.report import summary, write_report_document, write_report_workbook

_SUBJECTS: tuple[dict[str, Any], dict[str, Any]] = (
    {"metavar": "移交批次", "help": "批次编号，见 transfer list"},
    {"metavar": "回执文件", "help": "接收方送回的回执"},
)


def declare(acts: options.Acts) -> None:
    """Declare the operations beside those of ``transfer_command``."""
    _declare_receive(acts.add_parser("receive", help="接收方：检测移交包并出具回执"))
    for name, summary_, run in (
        ("receipt", "导入接收方的回执", _receipt),
        ("hand-over", "登记移交包已送出", _hand_over),
        ("withdraw", "撤回尚未送出的移交", _withdraw),
    ):
        act = acts.add_parser(name, help=summary_)
        options.add_catalogue(act)
        act.add_argument("subject", **_SUBJECTS[name == "receipt"])
        if name == "withdraw":
            act.add_argument("--reason", required=True, metavar="理由", help="为何撤回")
        options.add_by(act)
        act.set_defaults(run=run)
    listing = acts.add_parser("list", help="各批移交及其状态")
    options.add_catalogue(listing)
    options.add_json(listing)
    listing.set_defaults(run=_list)


def _declare_receive(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("package", type=options.path, metavar="移交包", help="移交包文件夹")
    parser.add_argument(
        "--answer",
        choices=["accepted", "returned"],
        metavar="答复",
        help="accepted 接收，returned 退回；不写则只检测",
    )
    parser.add_argument(
        "--return", dest="returned", action="append", default=[], metavar="档号=理由", help="退回的件"
    )
    parser.add_argument("--archives", default="", metavar="档案馆", help="接收单位名称")
    parser.add_argument("--note", default="", metavar="说明", help="写进回执的说明")
    parser.add_argument(
        "--out", type=options.path, metavar="存放处", help="回执和检测报告的存放处，默认为移交包旁边"
    )
    options.add_by(parser)
    options.add_json(parser)
    parser.set_defaults(run=_receive)


def _receive(given: argparse.Namespace) -> int:
    received = receive(given.package, TerminalProgress())
    folder = given.out or given.package.parent
    folder.mkdir(parents=True, exist_ok=True)
    write_report_workbook(received.report, folder / f"{given.package.name}-接收检测.xlsx")
    write_report_document(received.report, folder / f"{given.package.name}-接收检测.docx")
    if given.answer:
        write_receipt(_answer(given, received), folder / f"{given.package.name}-回执.json")
    if given.json:
        say_json({"transfer": received.transfer, "verification": verification_record(received.report)})
    else:
        say(summary(received.report))
    return 0 if received.report.is_valid else 1


def _answer(given: argparse.Namespace, received: Received) -> Receipt:
    pairs = (entry.partition("=") for entry in given.returned)
    return Receipt(
        transfer=received.transfer,
        package=given.package.name,
        manifest_sha256=received.manifest_sha256,
        answer=TransferState(given.answer),
        received_by=given.by,
        received_on=date.today().isoformat(),
        archives_name=given.archives,
        note=given.note,
        returned=tuple(Place(code.strip(), reason.strip()) for code, _, reason in pairs),
    )


def _receipt(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        answered = import_receipt(session.catalogue, read_receipt(Path(given.subject)), by=given.by)
    back = sum(bool(reason) for *_, reason in answered.items)
    say(f"“{answered.name}”{TRANSFER_STATE_TERMS[answered.state]}，退回 {back} 件。")
    return 1 if back else 0


def _hand_over(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        mark_handed_over(session.catalogue, given.subject, by=given.by)
    say("已登记送出。")
    return 0


def _withdraw(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        withdraw_transfer(session.catalogue, given.subject, given.reason, by=given.by)
    say("已撤回，其中的文件可以重新选择。")
    return 0


def _list(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        stored = transfers.transfers(connection)
    for one in stored:
        if given.json:
            say_json({"transfer": one.uuid, "name": one.name, "state": one.state, "items": one.item_count})
        else:
            say(
                f"{one.uuid}　{one.name}　{TRANSFER_STATE_TERMS[one.state]}　{one.item_count} 件　{moment(one.made_at)}"
            )
    say_none(stored, "还没有移交批次。", as_json=given.json)
    return 0
