"""复审清单, 依申请转主动公开目录 and 复审情况汇总表, each as Excel and as Word to sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.domain.disclosure import DisclosureAttribute
from app.domain.review import Act
from app.domain.terms import ATTRIBUTE_TERMS
from app.errors import AppError
from app.formats.write.forms import SigningTable, write_signing_table
from app.formats.write.workbook import Sheet, write_workbook
from app.review.papers.forms import require_new, signed
from app.review.rounds import known_round
from app.review.trail import head_line
from app.store import review_figures
from app.store.catalogue import Catalogue, Reading
from app.store.review_figures import ReviewedDocument, YearFigures


class Paper(StrEnum):
    """A list of the review."""

    REVIEW_LIST = "list"
    CONVERTED = "converted"
    FIGURES = "figures"


PAPER_TERMS = {
    Paper.REVIEW_LIST: "公开属性复审清单",
    Paper.CONVERTED: "依申请转主动公开目录",
    Paper.FIGURES: "复审情况汇总表",
}
_LIST = (
    "序号",
    "题名",
    "文号",
    "成文日期",
    "原公开属性",
    "复审属性",
    "依据代码",
    "理由",
    "初审",
    "审定",
    "下次复审",
)
_CONVERTED = ("序号", "索引号", "题名", "文号", "发文机关", "成文日期", "依据代码", "审定日期")
_FIGURES = (
    "年度", "总数", "原主动", "原依申请", "原不予", "未认定", "转主动数", "转依申请数", "转不予数", "维持数", "待审数",
)  # fmt: skip
_WIDTHS = {
    Paper.REVIEW_LIST: (6, 40, 22, 12, 12, 12, 14, 30, 18, 18, 12),
    Paper.CONVERTED: (6, 38, 44, 22, 24, 12, 14, 12),
    Paper.FIGURES: (10, 8, 8, 10, 8, 8, 10, 10, 10, 8, 8),
}
_ATTRIBUTES = (
    DisclosureAttribute.PROACTIVE,
    DisclosureAttribute.ON_REQUEST,
    DisclosureAttribute.WITHHELD,
)


@dataclass(frozen=True, slots=True)
class _Table:
    headers: Sequence[str]
    rows: list[tuple[str, ...]]


def write_paper(catalogue: Catalogue, paper: Paper, path: Path, *, round_name: str | None = None) -> int:
    """Write a list, as its ending says (``.xlsx`` or ``.docx``); returns the number of rows.

    Raises:
        AppError: another ending, no such round, or the file exists or cannot be written.
    """
    require_new(path)
    if path.suffix.lower() not in {".xlsx", ".docx"}:
        raise AppError("只能写成 .xlsx 或 .docx。", "请改文件名的后缀。")
    with catalogue.read() as connection:
        round_id = known_round(connection, round_name).id if round_name else None
        table = _TABLES[paper](connection, round_id)
    office = catalogue.settings().get("office", "")
    caption = f"单位：{office}　　{round_name or '全部'}　　审计校验值：{head_line(catalogue)}"
    try:
        _write(path, paper, table, caption)
    except OSError as error:
        raise AppError(f"不能写入“{path}”。", "请检查磁盘空间和写权限，并确认文件没有被打开。") from error
    return len(table.rows)


def _write(path: Path, paper: Paper, table: _Table, caption: str) -> None:
    title, widths = PAPER_TERMS[paper], _WIDTHS[paper]
    if path.suffix.lower() == ".docx":
        write_signing_table(path, SigningTable(title, table.headers, table.rows, widths, caption))
        return
    about = Sheet("说明", ("说明",), [(caption,)], (100,))
    write_workbook(path, [Sheet(title, table.headers, table.rows, widths), about])


def _review_list(connection: Reading, round_id: int | None) -> _Table:
    rows = [
        _list_row(number, each)
        for number, each in enumerate(review_figures.reviewed(connection, round_id=round_id), 1)
    ]
    return _Table(_LIST, rows)


def _list_row(number: int, each: ReviewedDocument) -> tuple[str, ...]:
    row, made = each.row, each.determination
    described = (str(number), row.title, row.document_number or "", row.dated_on or "")
    if made is None:
        return (*described, ATTRIBUTE_TERMS[row.attribute], "未审", "", "", "", "", "")
    return (
        *described,
        ATTRIBUTE_TERMS[made.previous_attribute],
        ATTRIBUTE_TERMS[made.decision.attribute] + ("" if made.is_in_force else "（待审定）"),
        "、".join(made.decision.basis),
        made.decision.reason,
        signed(made, Act.PROPOSE),
        signed(made, Act.APPROVE) if made.is_in_force else "",
        made.decision.next_review_on or "",
    )


def _converted(connection: Reading, round_id: int | None) -> _Table:
    """Documents that were 依申请公开 and are 主动公开 now (条例 711, art. 18, 44)."""
    rows: list[tuple[str, ...]] = []
    for each in review_figures.reviewed(connection, round_id=round_id):
        row, made = each.row, each.determination
        if made is None or not made.is_in_force or not _is_conversion(each):
            continue
        decided_on = made.signatures[-1].at[:10]
        rows.append(
            (
                str(len(rows) + 1),
                row.uuid,
                row.title,
                row.document_number or "",
                row.issuing_body,
                row.dated_on or "",
                "、".join(made.decision.basis),
                decided_on,
            )
        )
    return _Table(_CONVERTED, rows)


def _is_conversion(each: ReviewedDocument) -> bool:
    made = each.determination
    return (
        made is not None
        and made.previous_attribute is DisclosureAttribute.ON_REQUEST
        and made.decision.attribute is DisclosureAttribute.PROACTIVE
    )


def _figures(connection: Reading, round_id: int | None) -> _Table:
    years = review_figures.by_year(connection, round_id=round_id)
    rows = [_figures_row(str(year or "无日期"), figures) for year, figures in years.items()]
    return _Table(_FIGURES, [*rows, tuple(_sums(rows))])


def _figures_row(year: str, figures: YearFigures) -> tuple[str, ...]:
    before = [figures.before[each] for each in (*_ATTRIBUTES, DisclosureAttribute.UNDETERMINED)]
    changed = [figures.changed_to[each] for each in _ATTRIBUTES]
    numbers = (figures.total, *before, *changed, figures.kept, figures.waiting)
    return (year, *(str(number) for number in numbers))


def _sums(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    yield "合计"
    for column in range(1, len(_FIGURES)):
        yield str(sum(int(row[column]) for row in rows))


_TABLES = {Paper.REVIEW_LIST: _review_list, Paper.CONVERTED: _converted, Paper.FIGURES: _figures}
