"""Which column of a register holds what: guessed from its headings, or from what stands below them."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.registers import RegisterField, RegisterRow
from app.text.dates import parse_date
from app.text.document_number import parse_number
from app.text.folding import fold

ROWS_FOR_HEADINGS = 20
SAMPLE = 50
_MONTH_OR_YEAR = re.compile("((?:19|20)[0-9]{2})(?:年|[-./](1[0-2]|0?[1-9]))?")
_NOT_LETTERS = re.compile(r"[\s()〔〕\[\]:/、*._-]|〔.*?〕")

Columns = Mapping[RegisterField, int]

_NAMES: dict[RegisterField, tuple[str, ...]] = {
    RegisterField.DOCUMENT_NUMBER: (
        "文号", "发文字号", "文件编号", "发文号", "文件字号", "公文字号", "发文文号", "来文字号", "来文文号",
        "来文号", "字号", "wh", "wjbh",
    ),
    RegisterField.TITLE: (
        "题名", "标题", "文件标题", "文件题名", "公文标题", "来文标题", "文件名称", "案卷题名", "事由", "内容", "文件内容",
        "tm", "wjbt", "bt",
    ),
    RegisterField.ISSUING_BODY: ("责任者", "发文机关", "发文单位", "来文机关", "来文单位", "制发机关", "作者", "zrz"),
    RegisterField.DATED_ON: (
        "日期", "成文日期", "发文日期", "文件日期", "文件形成时间", "形成时间", "印发日期", "签发日期", "发文时间", "rq",
    ),
    RegisterField.MAIN_RECIPIENTS: ("主送", "主送机关", "主送单位", "发往单位", "受文单位", "发送单位"),
    RegisterField.SIGNATORY: ("签发人", "签发", "签发领导"),
    RegisterField.ARCHIVAL_CODE: ("档号", "室编档号", "馆编档号", "dh"),
    RegisterField.ITEM_NUMBER: ("件号", "室编件号", "馆编件号", "顺序号", "序号", "jh", "jnsxh"),
    RegisterField.PAGE_COUNT: ("页数", "总页数", "页次", "ys"),
    RegisterField.RETENTION: ("保管期限", "期限", "bgqx"),
    RegisterField.CLASSIFICATION: ("密级", "保密级别", "mj"),
    RegisterField.ATTRIBUTE: ("公开属性", "信息公开", "公开方式", "政府信息属性", "公开类别", "公开形式"),
    RegisterField.REMARKS: ("备注", "附注", "说明", "bz"),
}  # fmt: skip
"""Headings as they occur in registers and catalogues, without blanks and brackets; earlier ones win."""


@dataclass(frozen=True, slots=True)
class RegisterMapping:
    """The place of each field, and the row of the headings, from 1 (0: there are none)."""

    columns: Columns
    heading_row: int
    headings: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """What registers of the same lay-out share."""
        return hashlib.sha256("\n".join(map(_bare, self.headings)).encode()).hexdigest()

    @property
    def is_usable(self) -> bool:
        """Whether rows can be told apart: by a number or a title."""
        return bool({RegisterField.DOCUMENT_NUMBER, RegisterField.TITLE} & self.columns.keys())


def guess(rows: Sequence[Sequence[str]]) -> RegisterMapping:
    """The lay-out of a table."""
    best = RegisterMapping({}, 0)
    for index, row in enumerate(rows[:ROWS_FOR_HEADINGS]):
        found = RegisterMapping(_by_headings(row), index + 1, tuple(row))
        if found.is_usable and len(found.columns) >= 2 and len(found.columns) > len(best.columns):
            best = found
    return best if best.is_usable else RegisterMapping(_by_contents(rows[:SAMPLE]), 0)


def read_rows(rows: Sequence[Sequence[str]], mapping: RegisterMapping) -> list[RegisterRow]:
    """The rows below the headings that name a document; repeated headings and sums are left out."""
    found = []
    for number, row in enumerate(rows[mapping.heading_row :], start=mapping.heading_row + 1):
        fields = {
            field: row[column].strip()
            for field, column in mapping.columns.items()
            if column < len(row) and row[column].strip()
        }
        if _names_a_document(fields) and tuple(row) != mapping.headings:
            found.append(RegisterRow(number, _tidied(fields)))
    return found


def _names_a_document(fields: Mapping[RegisterField, str]) -> bool:
    title = fields.get(RegisterField.TITLE, "")
    return bool(fields.get(RegisterField.DOCUMENT_NUMBER)) or len(_bare(title)) >= _SHORTEST_TITLE


def _tidied(fields: dict[RegisterField, str]) -> dict[RegisterField, str]:
    day = fields.get(RegisterField.DATED_ON)
    if day:
        fields[RegisterField.DATED_ON] = iso_date(day) or day
    return fields


def iso_date(text: str) -> str | None:
    """A date of a register as ISO, as exact as it is: 20080307, 2008.3.7, 2008-03-07 00:00:00, 2008.3, 2008年."""
    parsed = parse_date(text.split(" ", maxsplit=1)[0]) or parse_date(text)
    if parsed is not None:
        return parsed.value
    inexact = _MONTH_OR_YEAR.fullmatch(text)
    if inexact is None:
        return None
    year, month = inexact.groups()
    return f"{year}-{int(month):02d}" if month else year


def _by_headings(row: Sequence[str]) -> dict[RegisterField, int]:
    found: dict[RegisterField, int] = {}
    names = [_bare(cell) for cell in row]
    for field, known in _NAMES.items():
        places = [names.index(name) for name in known if name in names]
        taken = set(found.values())
        free = [place for place in places if place not in taken]
        if free:
            found[field] = free[0]
    return found


def _by_contents(rows: Sequence[Sequence[str]]) -> dict[RegisterField, int]:
    """Without headings: the column of numbers, the one of dates, and the one with the longest texts."""
    width = max((len(row) for row in rows), default=0)
    columns = [[row[place] for row in rows if place < len(row) and row[place]] for place in range(width)]
    found: dict[RegisterField, int] = {}
    for field, holds in (
        (RegisterField.DOCUMENT_NUMBER, lambda text: parse_number(text) is not None),
        (RegisterField.DATED_ON, lambda text: iso_date(text) is not None),
        (RegisterField.TITLE, lambda text: len(_bare(text)) >= _SHORTEST_TITLE),
    ):
        shares = [
            (sum(map(holds, cells)) / max(len(cells), 1), sum(map(len, cells)), -place)
            for place, cells in enumerate(columns)
            if place not in found.values()
        ]
        if shares and max(shares)[0] > _MOST_CELLS:
            found[field] = -max(shares)[2]
    return found


_SHORTEST_TITLE = 4
_MOST_CELLS = 0.6


def _bare(text: str) -> str:
    return _NOT_LETTERS.sub("", fold(text)).lower()
