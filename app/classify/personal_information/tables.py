"""Tables in text: a header line and the rows below it, cells parted by tabs or blanks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.classify.personal_information.word_lists import words

NAME_HEADERS = words(
    "姓名 户主姓名 户主 学生姓名 患者姓名 申请人 申请人姓名 被征收人 权利人 权利人姓名 承包方 承包方代表 受助人 救助对象 补贴对象 "
    "对象姓名 家庭成员 残疾人姓名 老人姓名 考生姓名 职工姓名 人员姓名 户名 持卡人 联系人 家长 监护人 家长姓名 监护人姓名 农户姓名 农户 姓名1 机主 车主"
)
PRIVATE_HEADERS = words(
    "身份证 身份证号 身份证号码 身份证件号码 公民身份号码 公民身份证号码 证件号码 证件号 电话 联系电话 手机 手机号 手机号码 联系方式 电话号码 住址 家庭住址 户籍地址 地址 "
    "居住地址 家庭地址 银行账号 银行卡号 卡号 账号 帐号 银行帐号 一卡通账号 出生年月 出生日期 年龄 病种 残疾等级 残疾类别 残疾证号 金额 补助金额 补贴金额 发放金额 救助金额 "
    "等级 疾病 诊断 学籍号 班级 家庭人口 致贫原因 低保金 保障金额 补偿金额 房屋面积 房产证号 性别 民族 户籍地 信用卡号 社保卡号 开户行"
)
ADDRESS_HEADERS = words("住址 家庭住址 户籍地址 地址 居住地址 家庭地址 户籍地 现住址 住所 居住地")
OFFICE_HEADERS = words(
    "职务 职位 单位 部门 工作单位 处室 科室 职称 单位及职务 单位职务 联络员 单位名称 办公电话"
)
"""Headers of lists of offices and their staff."""

MOST_HEADER_LENGTH = 14
_ANY_NAME_HEADER = re.compile("|".join(r"[ \u3000\xa0]{0,4}".join(header) for header in sorted(NAME_HEADERS)))
_CELL = re.compile(r"[^\t \u3000\xa0|]+")
_BLANKS = re.compile(r"[\s]+")
_HEADER_NOTE = re.compile(r"〔[^〕]{0,8}〕$|[/(（].{0,6}$")


@dataclass(frozen=True, slots=True)
class Cell:
    """Characters ``start`` to ``end`` of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A header at ``start``, the header's names without blanks, and the rows below."""

    start: int
    end: int
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, names: frozenset[str]) -> Iterator[Cell]:
        """The cells below every header of these names."""
        wanted = [index for index, header in enumerate(self.headers) if header in names]
        for row in self.rows:
            for index in wanted:
                if index < len(row):
                    yield row[index]

    def has(self, names: frozenset[str]) -> bool:
        """Whether a header has one of these names."""
        return any(header in names for header in self.headers)


def has_name_header(folded: str) -> bool:
    """Whether a header of a column of names occurs at all; most texts have none, and no such table."""
    return _ANY_NAME_HEADER.search(folded) is not None


def find_tables(folded: str) -> Iterator[Table]:
    """Tables whose header names a person's name or something private about one."""
    header: tuple[int, bool, tuple[str, ...]] | None = None
    rows: list[tuple[Cell, ...]] = []
    end = 0
    for start, line in _lines(folded):
        named = _header(line) if header is not None or has_name_header(line) else None
        if named is not None or not _continues(line, header):
            if header is not None:
                yield Table(header[0], end, header[2], tuple(rows))
            header, rows = (None, []) if named is None else ((start, "\t" in line, named), [])
            end = start + len(line)
        elif header is not None and line.strip():
            rows.append(_cells(line, start, tabbed=header[1]))
            end = start + len(line)
    if header is not None:
        yield Table(header[0], end, header[2], tuple(rows))


def _lines(folded: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in folded.split("\n"):
        yield start, line
        start += len(line) + 1


def _header(line: str) -> tuple[str, ...] | None:
    if len(line) > 400 or not (
        "名" in line or "人" in line or "户" in line or "对象" in line or "证" in line or "方" in line
    ):
        return None
    pieces = line.split("\t") if "\t" in line else _CELL.findall(line)
    if len(pieces) < 2:
        return None
    names = tuple(_HEADER_NOTE.sub("", _BLANKS.sub("", piece)) for piece in pieces)
    if any(len(name) > MOST_HEADER_LENGTH for name in names):
        return None
    known = sum(name in NAME_HEADERS or name in PRIVATE_HEADERS for name in names)
    return names if known >= 2 else None


def _continues(line: str, header: tuple[int, bool, tuple[str, ...]] | None) -> bool:
    """Whether the line can be a row of the open table; blank lines do not end a table."""
    if header is None:
        return True
    return not line.strip() or ("\t" in line if header[1] else len(_CELL.findall(line)) >= 2)


def _cells(line: str, start: int, *, tabbed: bool) -> tuple[Cell, ...]:
    if not tabbed:
        return tuple(Cell(start + match.start(), start + match.end()) for match in _CELL.finditer(line))
    cells = []
    for piece in line.split("\t"):
        inner = len(piece) - len(piece.lstrip())
        cells.append(Cell(start + inner, start + inner + len(piece.strip())))
        start += len(piece) + 1
    return tuple(cells)
