"""``dishu ingest``: take folders in."""

import argparse
from pathlib import Path

from app import wiring
from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.domain.source import FailureKind
from app.inventory.ingest import Summary, ingest, require_folder
from app.inventory.survey import survey


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument("folders", nargs="+", type=Path, metavar="文件夹")
    parser.add_argument("--retry", type=FailureKind, choices=list(FailureKind), help="重读因此原因失败的文件")
    parser.add_argument("--dry-run", action="store_true", help="只清点文件、格式并估计用时，不读入")
    options.add_workers(parser)
    options.add_by(parser, is_required=False)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Take the folders in and tell what became of every file."""
    if given.dry_run:
        return _survey(given)
    with wiring.open_session(given.catalogue) as session, session.pool(given.workers) as pool:
        summary = ingest(
            session.catalogue, given.folders, pool, TerminalProgress(), by=given.by, retry=given.retry
        )
    if given.json:
        say_json(summary.as_dict())
    else:
        _say_summary(summary)
    return 1 if summary.failed else 0


def _say_summary(summary: Summary) -> None:
    say(f"共 {summary.seen} 个文件，用时 {summary.seconds:.0f} 秒：")
    say(
        f"  读出 {summary.ok}　未变 {summary.unchanged}　待文字识别 {summary.needs_ocr}　跳过 {summary.skipped}"
    )
    for kind, count in sorted(summary.failed.items()):
        say(f"  读不出（{kind}）{count}")
    if summary.quarantined:
        say(f"  涉密隔离 {summary.quarantined} 件：未读入任何内容，请立即报告本单位保密工作机构。")
    if summary.vanished:
        say(f"  上次在、这次不见了 {summary.vanished}")


def _survey(given: argparse.Namespace) -> int:
    for folder in given.folders:
        require_folder(folder)
    with wiring.open_session(given.catalogue) as session, session.pool(given.workers) as pool:
        seen = survey(given.folders, pool, TerminalProgress())
    reading, recognising = seen.reading_seconds(given.workers), seen.recognition_seconds(given.workers)
    if given.json:
        say_json(
            {
                "files": seen.files,
                "bytes": seen.bytes,
                "by_kind": dict(seen.by_kind),
                "reading_seconds": round(reading),
                "recognition_seconds": round(recognising),
            }
        )
    else:
        say(f"共 {seen.files} 个文件，{seen.bytes / 2**20:.0f} MB；估计读取 {reading / 60:.0f} 分钟。")
        say("  " + "　".join(f"{kind} {count}" for kind, count in seen.by_kind.most_common()))
        say(f"图片按每份一页估计，文字识别另需 {recognising / 3600:.1f} 小时。")
    return 0
