"""What can be wrong with a workbook that comes back: where, which rule, what, and how to mend it."""

from dataclasses import dataclass

from app.formats.read.exchange_sheet import Unreadable
from app.review.proposing import Outcome


@dataclass(frozen=True, slots=True)
class RowFault:
    """One fault. ``row`` counts as spreadsheet programs do, 0 for the whole file."""

    row: int
    column: str
    rule: str
    message: str
    fix: str

    @property
    def sentence(self) -> str:
        """The fault on one line."""
        place = f"第 {self.row} 行“{self.column}”：" if self.row else ""
        return f"{place}{self.message}{self.fix}"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row that is right in itself but meets something else; a person decides. ``row`` 0: no sheet."""

    row: int
    document: str
    title: str
    message: str


def conflicts_of(outcome: Outcome) -> list[Conflict]:
    """What was refused in the end, although nothing was wrong with the row itself."""
    rows = {document: outcome.standings[document].row for document in outcome.refused}
    return [
        Conflict(0, row.uuid, row.title, outcome.refused[document].message) for document, row in rows.items()
    ]


_FAULTS = {
    "missing": ("找不到这个文件。", "请核对文件名。"),
    "not_a_workbook": ("这不是 Excel 工作簿，或者文件已损坏。", "请导入由本程序导出、填好的 .xlsx 文件。"),
    "old_format": ("这是旧格式（.xls）或加了密码的文件。", "请取消密码，另存为 .xlsx 后导入。"),
    "too_large": ("文件过大，不是本程序导出的表格。", "请重新导出这一批再填写。"),
    "foreign": ("这不是由本程序导出的复审表。", "请用“导出表格”导出后填写。"),
    "no_sheet": ("找不到“复审”工作表。", "请勿删除工作表或改表名；请在原表中填写。"),
    "edition": ("表格的版本“{value}”与本程序不符。", "请用本版程序重新导出。"),
    "other_catalogue": ("这份表格来自另一个目录。", "请打开导出它的目录后导入。"),
    "wrong_batch": ("目录里没有表格所属的批次（{value}）。", "请核对是否选错了目录或文件。"),
    "extra_column": ("多出一列。", "请删除自行增加的列。"),
    "changed_heading": ("表头被改为“{value}”。", "请恢复原来的表头和列的次序。"),
    "missing_column": ("这一列不见了。", "请勿删除列；请重新导出后填写。"),
    "merged_cells": ("有合并的单元格（{value}）。", "请取消合并，逐行填写。"),
    "missing_rows": ("少了 {value} 行。", "请勿删除行，暂不认定的整行留空即可。"),
    "changed_id": ("公文编号被改动，或者这一行不属于这一批。", "请恢复原来的编号，或删去自行增加的行。"),
    "duplicate_row": ("同一份公文出现了不止一次。", "请只保留一行。"),
    "formula": ("填的是公式“{value}”。", "请改为直接填写文字。"),
    "error_value": ("单元格是错误值“{value}”。", "请清除后重新填写。"),
    "too_long": ("文字超过 {value} 字。", "请缩短。"),
    "changed_cell": ("锁定的内容被改为“{value}”。", "请恢复原来的内容；要素有误请在程序中更正。"),
    "missing_attribute": ("填了依据或理由，却没有选公开属性。", "请从下拉列表中选择，或清空整行。"),
    "unknown_attribute": ("没有“{value}”这种公开属性。", "请从下拉列表中选择。"),
    "unknown_code": ("没有依据代码“{value}”。", "请从“代码”表中照抄，多个代码用顿号隔开。"),
    "bad_date": ("日期“{value}”不对。", "请写成 2027-01-31 这样的形式。"),
    "past_date": ("下次复审日期“{value}”不在今天之后。", "请填今后的日期。"),
}
"""Rule → what is wrong, and how to mend it."""

STATEMENTS = {
    "basis": "请从“代码”表中选取与公开属性相符的代码。",
    "reason": "请填写理由。",
    "state_secret": "请删去这一行的内容，按保密规定处理。",
    "findings": "请在程序中逐处遮盖后认定，本行留空。",
    "third_party": "请在“补充说明”中写明第三方意见。",
    "changed_circumstances": "请在“补充说明”中写明情势变化。",
    "takedown": "请在“补充说明”中写明下线安排。",
    "head_approval": "请在“补充说明”中写明单位负责人批准意见。",
}
"""Rule of the transition table → how to mend it in the workbook."""


def fault(rule: str, row: int = 0, column: str = "", *, value: str = "") -> RowFault:
    """The fault of a rule at a place; ``value`` is what stands there."""
    message, fix = _FAULTS[rule]
    return RowFault(row, column, rule, message.format(value=value), fix)


UNREADABLE = {reason: fault(reason) for reason in Unreadable}
