"""``dishu ocr``: text recognition of scans, and the pages that a person should look at."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import TerminalProgress, say, say_json, say_none
from app.domain.source import FailureKind
from app.domain.terms import FAILURE_TERMS
from app.formats.ocr import LOW_CONFIDENCE
from app.inventory.ocr_run import RecognitionSummary, ScanOrder, recognise_scans
from app.store import ocr_pages
from app.store.ocr_pages import DoubtfulPage, ScanCounts

_ORDERS = {
    ScanOrder.FOLDER: "按文件夹（默认）",
    ScanOrder.YEAR: "按年份，新的在前",
    ScanOrder.UNDECIDED: "尚未认定的在前",
}


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(metavar="操作", required=True)
    reading = acts.add_parser("run", help="识别还没有文字的扫描件")
    options.add_catalogue(reading)
    add_order(reading)
    reading.add_argument("--again", action="store_true", help="旧文字层和旧引擎识别的也重新识别")
    options.add_workers(reading)
    options.add_by(reading, is_required=False)
    options.add_json(reading)
    reading.set_defaults(run=_run)
    listing = acts.add_parser("list", help="列出把握不大、需要人看的页")
    options.add_catalogue(listing)
    listing.add_argument(
        "--below", type=float, default=LOW_CONFIDENCE, metavar="0.85", help="置信度低于此值的页"
    )
    options.add_json(listing)
    listing.set_defaults(run=_list)


def add_order(parser: argparse.ArgumentParser) -> None:
    """Which scans come first."""
    parser.add_argument(
        "--ocr-order", default=ScanOrder.FOLDER, **options.one_of(_ORDERS, "次序", "扫描件先识别哪些")
    )


def say_recognised(done: RecognitionSummary, left: ScanCounts) -> None:
    """What came of the recognition, for a person."""
    say(f"文字识别：{done.pages} 页，{done.files} 个文件，用时 {done.seconds:.0f} 秒。")
    if done.doubtful_pages:
        say(f"  把握不大 {done.doubtful_pages} 页，请用 dishu ocr list 查看。")
    for kind, count in sorted(done.failed.items()):
        say(f"  没有识别（{FAILURE_TERMS[FailureKind(kind)]}）{count}")
    if done.quarantined:
        say(f"  识别后发现涉密标志 {done.quarantined} 件：内容已清除，请立即报告本单位保密工作机构。")
    if left.waiting_files:
        say(f"  还有 {left.waiting_files} 个文件、{left.waiting_pages} 页待识别。")


def _run(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session, session.pool(given.workers) as pool:
        done = recognise_scans(
            session.catalogue, pool, TerminalProgress(), order=given.ocr_order, again=given.again, by=given.by
        )
        with session.catalogue.read() as connection:
            left = ocr_pages.counts(connection)
    if given.json:
        say_json(done.as_dict() | {"waiting_files": left.waiting_files, "waiting_pages": left.waiting_pages})
    else:
        say_recognised(done, left)
    return 1 if done.failed or done.quarantined else 0


def _list(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        pages = ocr_pages.doubtful(connection, given.below)
    for page in pages:
        if given.json:
            say_json(_record(page))
        else:
            say(f"{page.confidence:.2f}　第 {page.page} 页　{page.title}　{page.root}/{page.path}")
    say_none(pages, "没有需要人看的页。", as_json=given.json)
    return 0


def _record(page: DoubtfulPage) -> dict[str, object]:
    return {
        "document": page.document,
        "title": page.title,
        "root": page.root,
        "path": page.path,
        "page": page.page,
        "confidence": round(page.confidence, 4),
        "failure": page.failure_kind,
    }
