"""``dishu demo``: the whole job on sample files, with what came of it."""

import argparse
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from app import wiring
from app.classify.run import classify
from app.cli import demo_desk, options
from app.cli.demo_desk import APPROVER, PIN, PROPOSER
from app.cli.output import TerminalProgress, say
from app.cli.transfer_command import build_ready
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.source import FailureKind
from app.domain.terms import ATTRIBUTE_TERMS, FAILURE_TERMS
from app.errors import AppError
from app.inventory.completeness import completeness
from app.inventory.grouping import group
from app.inventory.ingest import ingest
from app.review import decide
from app.review.accept import Accepted, accept_suggestions
from app.store import queries
from app.store.backup import DATABASE_NAME
from app.store.catalogue import create_catalogue
from app.store.copies import setting_of
from app.store.queries import DocumentFilter, DocumentOrder
from app.transfer.package.layout import PackageLayout
from app.transfer.prepare import adopt_proposals
from app.transfer.profile import profile_of
from app.transfer.select import select_ready
from app.transfer.verify.report import summary

OFFICE, FONDS = "临湖县人民政府办公室", "Z109"

LEFT_OPEN = 12
"""The newest documents, which the person who tries the program may review."""
LEFT_UNSIGNED = demo_desk.WAITING + demo_desk.READY + 1
"""Proposals that wait, one that is returned, and those that are approved after the transfer was built."""


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", type=options.path, metavar="示例文件夹", help="来源文件")
    parser.add_argument("--into", type=options.path, metavar="存放处", help="默认为示例文件夹旁边的 result")
    options.add_workers(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Do the whole job in a fresh catalogue."""
    target: Path = given.into or given.files.parent / "result"
    if not given.files.is_dir():
        raise AppError(f"找不到示例文件夹“{given.files}”。", "请用 python3 run.py demo 生成示例后运行。")
    _clear(target)
    create_catalogue(target / "catalogue", office=OFFICE, fonds_code=FONDS, by=PROPOSER).close()
    with wiring.open_session(target / "catalogue") as session:
        _take_in(session, given.files, given.workers)
        accepted = _review(session)
        count = min(LEFT_UNSIGNED, len(accepted.proposed) // 3)
        unsigned = accepted.proposed[len(accepted.proposed) - count :]
        _sign(session, accepted, unsigned)
        is_valid = _hand_over(session, target / "transfer")
        left = demo_desk.leave_work(session, unsigned)
    say("五、留给你试：每张桌上都有几件")
    say(
        f"    未审 {left.open} 件，待审定 {left.waiting} 件，可以移交 {left.ready} 件，抽查还剩 {left.sample} 件"
    )
    say("")
    say(f"目录　　　{target / 'catalogue'}")
    say(f"移交包　　{target / 'transfer'}")
    say(f"打开窗口　python3 run.py　然后打开上面的目录（初审 {PROPOSER}，审定 {APPROVER}，口令 {PIN}）")
    return 0 if is_valid and accepted.proposed else 1


def _clear(target: Path) -> None:
    """Only what an earlier demo made is removed.

    Raises:
        AppError: something of that name is another's: nothing is removed.
    """
    present = [target / part for part in ("catalogue", "transfer") if (target / part).exists()]
    if present and setting_of(target / "catalogue" / DATABASE_NAME, "office") != OFFICE:
        raise AppError(
            f"“{present[0]}”已存在，不是演示留下的，没有动它。",
            "请用 --into 写一个新文件夹，演示的结果放在那里。",
        )
    for part in present:
        shutil.rmtree(part)
    target.mkdir(parents=True, exist_ok=True)


def _take_in(session: wiring.Session, files: Path, workers: int) -> None:
    with session.pool(workers) as pool:
        say("一、采集：只读不改，逐个文件有下落")
        summary = ingest(session.catalogue, [files], pool, TerminalProgress())
        failed = "、".join(f"{FAILURE_TERMS[kind]} {n}" for kind, n in sorted(_failed(summary.failed)))
        say(
            f"    {summary.seen} 个文件：读出 {summary.ok}，待文字识别 {summary.needs_ocr}，跳过 {summary.skipped}，"
        )
        say(f"    读不出 {summary.failed.total()}（{failed}），涉密隔离 {summary.quarantined}")
        grouped = group(session.catalogue, TerminalProgress())
        say(f"    归并：{grouped.files} 个文件归为 {grouped.items} 件，另有 {grouped.relations} 组关联")
        found = completeness(session.catalogue)
        missing = sum(len(gap.numbers) for gap in found.gaps)
        say(f"    文号缺号 {missing} 个，重号 {len(found.duplicates)} 个")
        say("二、建议：每条都有原文和依据条款，由人认定")
        made = classify(session.catalogue, session.rule_folders, pool, TerminalProgress())
        counts = "，".join(f"{ATTRIBUTE_TERMS[a]} {made.by_attribute[a]}" for a in DisclosureAttribute)
        say(f"    {made.classified} 件：{counts}")


def _failed(counts: Counter[str]) -> list[tuple[FailureKind, int]]:
    return [(FailureKind(kind), count) for kind, count in counts.items()]


def _review(session: wiring.Session) -> Accepted:
    say("三、复审：一人提出，另一人凭口令审定，处处留痕")
    count = demo_desk.open_round(session.catalogue)
    with session.catalogue.read() as connection:
        ours = DocumentFilter(applicability=Applicability.OURS)
        ids = queries.document_ids(connection, ours, DocumentOrder.OLDEST)
        rows = queries.document_rows(connection, ids)
    uuids = [rows[document_id].uuid for document_id in ids[:-LEFT_OPEN]]
    accepted = accept_suggestions(
        session.catalogue, uuids, TerminalProgress(), by=PROPOSER, round_name=demo_desk.ROUND
    )
    say(f"    “{demo_desk.ROUND}”一轮分 {count} 批，每批约 {demo_desk.MINUTES_A_BATCH} 分钟")
    return accepted


def _sign(session: wiring.Session, accepted: Accepted, unsigned: Sequence[str]) -> None:
    """Approve what was proposed, but for the last few, which the person who tries the program may sign."""
    signed = [uuid for uuid in accepted.proposed if uuid not in unsigned]
    approved = decide.approve_many(session.catalogue, signed, APPROVER, PIN)
    say(
        f"    送审 {len(accepted.proposed)} 件，审定 {len(approved.approved)} 件，"
        f"{len(accepted.refused) + len(approved.refused)} 件须逐件看（未认定、非本机关、有敏感内容）"
    )


def _hand_over(session: wiring.Session, folder: Path) -> bool:
    say("四、移交：编档号、出目录、打包、四性检测")
    profile = profile_of(session.catalogue)
    adopted = adopt_proposals(
        session.catalogue, select_ready(session.catalogue, profile).not_ready, by=PROPOSER
    )
    say(f"    采纳保管期限和开放意见的建议 {adopted} 件")
    built = build_ready(session, folder, name="演示移交", layout=PackageLayout.DAT_93_2022, by=PROPOSER)
    for report in built.reports:
        say(f"    {summary(report)}")
    return all(report.is_valid for report in built.reports)
