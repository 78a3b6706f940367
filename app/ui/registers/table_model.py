"""The lists of what an inventory brings to light."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain import terms
from app.domain.completeness import GAP_REASON_TERMS, ExplainedNumber, SeriesGap
from app.domain.source import FileStatus
from app.inventory.completeness import Completeness
from app.store.queries import FileRow
from app.ui import words
from app.ui.language import tr
from app.ui.widgets.lazy_table import Column

MOST_NUMBERS = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: three texts and, where there is one, the query that leads to its documents.

    ``gap``: the numbers that are missing; ``reasons``: why, as far as a person has said.
    """

    first: str
    second: str
    third: str
    query: str = ""
    gap: SeriesGap | None = None
    reasons: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Register:
    """One list with its headings and lines."""

    name: str
    title: str
    headings: tuple[str, str, str]
    lines: tuple[Line, ...]


def columns(register: Register) -> tuple[Column[Line], ...]:
    """The three columns under this list's headings."""
    return (
        Column("first", register.headings[0], _first, 320),
        Column("second", register.headings[1], _second, 240),
        Column("third", register.headings[2], _third, 420),
    )


def gap_register(found: Completeness) -> Register:
    """Numbers that no document bears, those without a reason first."""
    lines = (_gap_line(gap, _reasons(gap, found.explained)) for gap in found.gaps)
    ordered = sorted(
        lines, key=lambda line: line.gap is not None and len(line.reasons) == len(line.gap.numbers)
    )
    return Register("gaps", tr("缺号"), (tr("发文机关"), tr("文号系列"), tr("缺少的号")), tuple(ordered))


def _gap_line(gap: SeriesGap, reasons: Mapping[int, str]) -> Line:
    series = f"{gap.series}〔{gap.year}〕"
    still = [number for number in gap.numbers if number not in reasons]
    told = [f"{number}（{reason}）" for number, reason in reasons.items()]
    shown = "、".join(part for part in (numbers_in_words(still), *told[:MOST_NUMBERS]) if part)
    return Line(gap.body, series, shown, series, gap, reasons)


def _reasons(gap: SeriesGap, explained: Sequence[ExplainedNumber]) -> dict[int, str]:
    return {
        one.serial: "，".join(part for part in (tr(GAP_REASON_TERMS[one.reason]), one.note) if part)
        for one in explained
        if (one.series, one.year) == (gap.series, gap.year)
    }


def duplicate_register(found: Completeness) -> Register:
    """Numbers that several documents bear."""
    lines = tuple(
        Line(
            double.document_number, tr("{count} 件", count=len(double.documents)), "", double.document_number
        )
        for double in found.duplicates
    )
    return Register("duplicates", tr("重号"), (tr("文号"), tr("件数"), tr("说明")), lines)


def file_register(name: str, status: FileStatus, files: Sequence[FileRow]) -> Register:
    """Files of one outcome; of quarantined ones the place is all that is known."""
    lines = tuple(
        Line(
            file.path.rpartition("/")[2], words.size(file.size), f"{file.root}/{file.path.rpartition('/')[0]}"
        )
        for file in files
    )
    headings = (tr("文件"), tr("大小"), tr("所在文件夹"))
    return Register(name, tr(terms.STATUS_TERMS[status]), headings, lines)


def numbers_in_words(numbers: Sequence[int]) -> str:
    """Numbers with runs drawn together: 3、5—8、12."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [str(low) if low == high else f"{low}—{high}" for low, high in runs[:MOST_NUMBERS]]
    return "、".join(shown) + ("……" if len(runs) > MOST_NUMBERS else "")


def _first(line: Line) -> str:
    return line.first


def _second(line: Line) -> str:
    return line.second


def _third(line: Line) -> str:
    return line.third
