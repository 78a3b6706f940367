"""``dishu gaps``: numbers that are missing or borne twice; ``dishu gaps explain``: why some are missing."""

import argparse
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from app import wiring
from app.cli import options
from app.cli.output import say, say_json
from app.domain.completeness import GAP_REASON_TERMS, Coverage, ExplainedNumber, SeriesGap
from app.errors import WrongUseError
from app.inventory.completeness import Completeness, completeness, explain
from app.report.completeness_report import PERIOD_TERMS
from app.report.inventory import completeness_record

LEAST_RANGE = 3
"""So many missing numbers in a row are told by the first and the last of them."""

EXPLAIN = "explain"


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.usage = "dishu gaps 目录 [--json]\n       dishu gaps explain 目录 文号... --reason 原因 [--note 说明] --by 姓名"
    parser.add_argument(
        "words",
        nargs="+",
        metavar="目录",
        help="记录缺号原因时写 explain 目录 文号，文号如 临政办发〔2014〕4号",
    )
    parser.add_argument("--reason", **options.one_of(GAP_REASON_TERMS, "原因"))
    parser.add_argument("--note", default="", metavar="说明", help="选 other 时必填")
    parser.add_argument("--by", metavar="姓名", help="经办人")
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print gaps and duplicates, or record reasons."""
    words: list[str] = given.words
    if words[0] == EXPLAIN and len(words) > 1:
        return _explain(given, options.path(words[1]), words[2:])
    if len(words) > 1:
        raise WrongUseError("只能查看一个目录。", "记录缺号原因请用 dishu gaps explain 目录 文号…。")
    with wiring.open_session(options.path(words[0])) as session:
        found = completeness(session.catalogue)
    if given.json:
        say_json(completeness_record(found))
    else:
        _say(found)
    return 0


def _explain(given: argparse.Namespace, catalogue: Path, numbers: list[str]) -> int:
    if not numbers or given.reason is None or not given.by:
        raise WrongUseError(
            "缺少文号、原因或经办人。", "用法：dishu gaps explain 目录 文号… --reason void --by 姓名"
        )
    with wiring.open_session(catalogue) as session:
        explain(session.catalogue, numbers, given.reason, note=given.note, by=given.by)
    say(f"已记录 {len(numbers)} 个号的缺号原因：{GAP_REASON_TERMS[given.reason]}。")
    return 0


def _say(found: Completeness) -> None:
    for gap in found.gaps:
        _say_gap(gap, found.explained)
    for item in found.duplicates:
        say(f"{item.document_number} 有 {len(item.documents)} 份")
    if not found.gaps and not found.duplicates:
        say("没有缺号和重号。")
    for cited in found.cited:
        say(f"引用而未见：{cited.document_number}{'（本机关文号）' if cited.is_ours else ''}")
    for part in found.coverage:
        say(_coverage(part))
    for register in found.registers:
        say(f"{register.path}：登记 {register.rows} 件，有电子文件 {register.held} 件")
    if found.unregistered:
        say(f"登记簿未登记而目录中有的本机关公文：{found.unregistered} 件")


def _say_gap(gap: SeriesGap, explained: tuple[ExplainedNumber, ...]) -> None:
    reasons = {one.serial: one for one in explained if (one.series, one.year) == (gap.series, gap.year)}
    told: list[str] = []
    for is_explained, numbers in groupby(gap.numbers, reasons.__contains__):
        if is_explained:
            told += (f"{number}（{GAP_REASON_TERMS[reasons[number].reason]}）" for number in numbers)
        else:
            told += _ranges(list(numbers))
    say(f"{gap.series}〔{gap.year}〕缺 {len(gap.numbers)} 个号：{'、'.join(told)}")


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers as they are spoken of: 1、3、6—8."""
    for _, run in groupby(enumerate(numbers), lambda place: place[1] - place[0]):
        serials = [number for _, number in run]
        is_long = len(serials) >= LEAST_RANGE
        yield from [f"{serials[0]}—{serials[-1]}"] if is_long else map(str, serials)


def _coverage(part: Coverage) -> str:
    empty = f"，没有公文的年份 {'、'.join(map(str, part.empty_years))}" if part.empty_years else ""
    missing = f"，缺号 {part.missing} 个（已说明 {part.explained} 个）" if part.missing else ""
    return f"{PERIOD_TERMS[part.period]}：{part.documents} 件，本机关制发 {part.own} 件，已认定 {part.determined} 件{missing}{empty}"
