"""``dishu status``: what is held and how far it is decided."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from app import wiring
from app.cli import options
from app.cli.output import moment, say, say_json, say_none
from app.domain.disclosure import DisclosureAttribute
from app.domain.source import FailureKind, FileFormat, FileStatus
from app.domain.terms import ATTRIBUTE_TERMS, FAILURE_TERMS, REVIEW_STATE_TERMS
from app.inventory.run_data import state_of
from app.store import counts, ocr_pages, reindex, runs
from app.store.counts import Overview
from app.store.outcomes import FormatOutcomes, outcomes_by_format
from app.store.reindex import IndexState


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument("--failures", action="store_true", help="逐个列出读不出的文件和原因")
    parser.add_argument("--kind", **options.one_of(FAILURE_TERMS, "原因", "只列因此读不出的文件"))
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print the figures, or the files that could not be read."""
    if given.failures or given.kind:
        return _list_failures(given)
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        overview = counts.overview(connection)
        last_run = _with_true_state(runs.latest(connection))
        scans = ocr_pages.counts(connection)
        needs_rebuild = reindex.needs_rebuild(connection)
        index = reindex.state(connection)
        formats = outcomes_by_format(connection)
    if given.json:
        say_json(
            _record(overview)
            | {"last_run": last_run, "scans": asdict(scans)}
            | {"index_needs_rebuild": needs_rebuild, "index": asdict(index)}
            | {"formats": [asdict(one) for one in formats]}
        )
    else:
        _say(overview)
        _say_formats(formats)
        _say_run(last_run)
        if scans.waiting_files:
            say(f"待文字识别 {scans.waiting_files} 个文件、{scans.waiting_pages} 页")
        _say_index(index, needs_rebuild=needs_rebuild)
    return 0


def _say_index(index: IndexState, *, needs_rebuild: bool) -> None:
    """What a search may miss, and what mends it."""
    if index.is_half_rebuilt:
        say("全文索引的重建还没有做完：再运行 dishu reindex 即接着做；其间可以照常检索。")
    elif needs_rebuild:
        say("全文索引需要重建：请运行 dishu reindex；其间可以照常检索。")
    if index.missing_count:
        say(
            f"有 {index.missing_count} 份文本还没有编入全文索引，检索找不到它们：请运行 dishu reindex --if-needed。"
        )


def _say_formats(formats: Sequence[FormatOutcomes]) -> None:
    """A line for each format: how many files, read, waiting for recognition, and not read, with the reason."""
    for one in formats:
        refused = "、".join(
            f"{FAILURE_TERMS[FailureKind(kind)]} {count}" for kind, count in sorted(one.failed.items())
        )
        waiting = f"　待文字识别 {one.needs_ocr}" if one.needs_ocr else ""
        name = "格式不明" if one.format == FileFormat.UNKNOWN else one.format or "打不开"
        say(f"  {name:8}{one.files:>8}　读出 {one.ok}{waiting}" + (f"　{refused}" if refused else ""))


def _list_failures(given: argparse.Namespace) -> int:
    from app.store import queries  # only this way of asking needs the lists

    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        files = queries.problem_files(connection, given.kind)
    for file in files:
        if given.json:
            record = {"root": file.root, "path": file.path, "kind": file.failure_kind}
            record |= {"format": file.format, "sha256": file.sha256}
            say_json(record | {"message": file.failure_message})
        else:
            say(
                f"{FAILURE_TERMS[file.failure_kind] if file.failure_kind else ''}　{file.root}/{file.path}　{file.failure_message}"
            )
    say_none(files, "没有读不出的文件。", as_json=given.json)
    return 0


def _with_true_state(run: dict[str, Any] | None) -> dict[str, Any] | None:
    return run and run | {"state": state_of(run)}


def _say_run(run: dict[str, Any] | None) -> None:
    """How the last run stands; speed and time left while it goes on."""
    if run is None:
        return
    say(f"最近一次{_RUNS[run['kind']]}：{_STATES[run['state']]}（{moment(run['started_at'])} 开始）")
    progress = run["progress"]
    if run["state"] == "running" and progress:
        left = progress["seconds_left"]
        of_total = f"{progress['done']} / {progress['total']}"
        speed = f"每秒 {progress['per_second_now'] or 0:g}（平均 {progress['per_second'] or 0:g}）"
        say(f"  {of_total}　{speed}　" + (f"约剩 {left / 60:.0f} 分钟" if left is not None else ""))
    elif run["state"] == "interrupted":
        say("  没有做完：再运行一次 dishu ingest 即从中断处继续。")


_RUNS = {runs.INGEST: "采集", runs.RECOGNITION: "文字识别"}
_STATES = {"running": "进行中", "done": "已完成", "cancelled": "已停止", "interrupted": "中断"}


def _record(overview: Overview) -> dict[str, object]:
    return asdict(overview) | {
        "by_year_and_attribute": _by_year(overview.by_year_and_attribute),
        "others_by_year_and_attribute": _by_year(overview.others_by_year_and_attribute),
    }


def _by_year(counts: Mapping[tuple[int | None, str], int]) -> list[dict[str, object]]:
    return [
        {"year": year, "attribute": attribute, "documents": count}
        for (year, attribute), count in sorted(counts.items(), key=lambda item: str(item[0]))
    ]


def _say(overview: Overview) -> None:
    paper = f"（其中只有纸质的 {overview.on_paper} 件）" if overview.on_paper else ""
    skipped = f"，跳过 {count} 个" if (count := overview.by_status.get(FileStatus.SKIPPED, 0)) else ""
    say(
        f"公文 {overview.documents} 件{paper}，文件 {overview.files} 个{skipped}，涉密隔离 {overview.quarantined} 件"
    )
    for attribute in DisclosureAttribute:
        count = sum(n for (_, value), n in overview.by_year_and_attribute.items() if value == attribute)
        say(f"  {ATTRIBUTE_TERMS[attribute]} {count}")
    states = (
        f"{term} {overview.by_review_state[state]}"
        for state, term in REVIEW_STATE_TERMS.items()
        if overview.by_review_state.get(state)
    )
    if overview.documents:
        say(f"办理情况：{'，'.join(states)}")
    if others := sum(overview.others_by_year_and_attribute.values()):
        from app.search.fields import NOT_OURS  # only where there are such

        say(f"不由本机关认定：{others}（检索 {NOT_OURS}）")
    for kind, count in sorted(overview.by_failure.items()):
        say(f"  读不出（{FAILURE_TERMS[FailureKind(kind)]}）{count}")
