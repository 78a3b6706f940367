"""``dishu ingest``: take folders in."""

import argparse

from app import wiring
from app.cli import options
from app.cli.ocr_command import add_order, say_recognised
from app.cli.output import TerminalProgress, say, say_json
from app.domain.source import FailureKind, FileFormat, FileStatus
from app.domain.terms import FAILURE_TERMS, STATUS_TERMS
from app.formats import ocr
from app.formats.pool import WorkerPool
from app.inventory.ingest import Summary, ingest, require_folder
from app.inventory.ocr_run import RecognitionSummary, recognise_scans, require_engine
from app.inventory.survey import QUARANTINED, SKIPPED, UNREADABLE, survey
from app.store import ocr_pages
from app.store.ocr_pages import ScanCounts
from app.wiring import Session

SECONDS_PER_MINUTE, SECONDS_PER_HOUR, HOURS_PER_DAY = 60, 3600, 24
OCR_MODES = ("auto", "off", "force")


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument(
        "folders", nargs="+", type=options.path, metavar="文件夹", help="来源文件夹，连同各级子文件夹；可多个"
    )
    parser.add_argument("--retry", **options.one_of(FAILURE_TERMS, "原因", "重读因此读不出的文件"))
    formats = {each: each.value for each in FileFormat}
    parser.add_argument("--format", **options.one_of(formats, "格式", "重读这种格式的文件，如 pdf"))
    parser.add_argument("--outdated", action="store_true", help="重读由旧版本程序读取的文件")
    parser.add_argument("--dry-run", action="store_true", help="只清点文件、格式并估计用时，不读入")
    parser.add_argument(
        "--ocr",
        choices=OCR_MODES,
        default="auto",
        help="文字识别：auto 装了组件就识别没有文字的扫描件；off 不识别；force 旧文字层也重新识别，没装组件则报错",
    )
    add_order(parser)
    options.add_workers(parser)
    options.add_by(parser, is_required=False)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Take the folders in and tell what became of every file."""
    if given.dry_run:
        return _survey(given)
    if given.ocr == "force":
        require_engine()
    with wiring.open_session(given.catalogue) as session, session.pool(given.workers) as pool:
        summary = ingest(
            session.catalogue,
            given.folders,
            pool,
            TerminalProgress(),
            by=given.by,
            retry=given.retry,
            file_format=given.format,
            outdated=given.outdated,
        )
        recognised = _recognise(session, pool, given)
        with session.catalogue.read() as connection:
            left = ocr_pages.counts(connection)
    if given.json:
        say_json(summary.as_dict() | {"ocr": _ocr_record(recognised, left)})
    else:
        _say_summary(summary)
        _say_recognised(recognised, left)
        if summary.ok:
            say("接下来：dishu group 归并成件，dishu classify 给出公开属性建议。")
    return 1 if summary.failed or (recognised and recognised.failed) else 0


def _recognise(session: Session, pool: WorkerPool, given: argparse.Namespace) -> RecognitionSummary | None:
    """Read the scans; ``None`` when that is not wanted or the optional part is not installed."""
    if given.ocr == "off" or not ocr.available():
        return None
    return recognise_scans(
        session.catalogue,
        pool,
        TerminalProgress(),
        order=given.ocr_order,
        again=given.ocr == "force",
        by=given.by,
    )


def _ocr_record(recognised: RecognitionSummary | None, left: ScanCounts) -> dict[str, object]:
    waiting = {"waiting_files": left.waiting_files, "waiting_pages": left.waiting_pages}
    return {"installed": ocr.available(), **(recognised.as_dict() if recognised else {}), **waiting}


def _say_recognised(recognised: RecognitionSummary | None, left: ScanCounts) -> None:
    if recognised is not None and recognised.pages + left.waiting_files + recognised.quarantined:
        say_recognised(recognised, left)
    elif left.waiting_files:
        say(f"扫描件 {left.waiting_files} 个、{left.waiting_pages} 页还没有文字。")
        if not ocr.available():
            say("本机没有安装文字识别组件：请用“python3 run.py --ocr …”安装后运行 dishu ocr run。")


def _say_summary(summary: Summary) -> None:
    say(f"共 {summary.seen} 个文件，用时 {summary.seconds:.0f} 秒：")
    say(
        f"  读出 {summary.ok}　未变 {summary.unchanged}　待文字识别 {summary.needs_ocr}　跳过 {summary.skipped}"
    )
    for kind, count in sorted(summary.failed.items()):
        say(f"  读不出（{FAILURE_TERMS[FailureKind(kind)]}）{count}")
    if summary.failed:
        say("  读不出的逐个说明和办法：dishu status 目录 --failures")
    if summary.quarantined:
        say(f"  涉密隔离 {summary.quarantined} 件：未读入任何内容，请立即报告本单位保密工作机构。")
        say("  隔离了哪些：dishu quarantine list")
    if summary.moved:
        say(f"  换了位置 {summary.moved}（认定和更正都保留）")
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
                "pages": seen.pages,
                "scans": seen.scans,
                "scan_pages": seen.scan_pages,
                "reading_seconds": round(reading),
                "recognition_seconds": round(recognising),
            }
        )
    else:
        say(
            f"共 {seen.files} 个文件（压缩包、邮件里的另计），{seen.bytes / 2**20:.1f} MB；估计读取{_lasting(reading)}。"
        )
        say(
            "  "
            + "　".join(f"{_KINDS.get(kind, kind)} {count}" for kind, count in seen.by_kind.most_common())
        )
        if seen.scan_pages:
            missing = "" if ocr.available() else "；本机还没有安装文字识别组件"
            told = f"文字识别约需{_lasting(recognising)}{missing}"
            say(f"其中约 {seen.scans} 个扫描件、{seen.scan_pages} 页没有文字，{told}。")
    return 0


_KINDS = {
    SKIPPED: STATUS_TERMS[FileStatus.SKIPPED],
    QUARANTINED: "文件名有密级标志",
    UNREADABLE: "打不开",
    FileFormat.UNKNOWN.value: "格式不明",
}


def _lasting(seconds: float) -> str:
    """A length of time in words, with the blank that stands before a number."""
    hours = seconds / SECONDS_PER_HOUR
    if seconds < SECONDS_PER_MINUTE:
        return "不到 1 分钟"
    if hours < 1:
        return f" {seconds / SECONDS_PER_MINUTE:.0f} 分钟"
    return f" {hours:.1f} 小时" if hours < HOURS_PER_DAY else f" {hours / HOURS_PER_DAY:.1f} 天（昼夜不停）"
