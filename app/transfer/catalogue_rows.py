"""Rows of a catalogue from items and a template, and back again.

Nothing is cut or changed silently: what a column refuses is a finding with its row, and the writer of
a package does not go on while a finding blocks.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from types import MappingProxyType

from app.domain.transfer import TransferItem
from app.formats.write.workbook import begins_like_formula
from app.transfer.catalogue_values import (
    PAGE_NUMBER,
    CatalogueContext,
    file_values,
    item_values,
    page_numbers,
    volume_values,
)
from app.transfer.templates import Column, RowLevel, Template

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowFinding:
    """What a column refuses in row ``row`` (from 1). ``blocks``: the archive would reject the row."""

    row: int
    column: str
    message: str
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class CatalogueRows:
    """The rows of one catalogue and what was found in them."""

    template: Template
    rows: tuple[Row, ...]
    findings: tuple[RowFinding, ...] = ()

    @property
    def blocking(self) -> tuple[RowFinding, ...]:
        """The findings that must be mended before the catalogue is handed over."""
        return tuple(finding for finding in self.findings if finding.blocks)


@dataclass(frozen=True, slots=True)
class Transform:
    """A way of writing a value, and the way back."""

    write: Callable[[str], str]
    read: Callable[[str], str]


def _date8(value: str) -> str:
    digits = value.replace("-", "")
    return digits.ljust(8, "0") if digits else ""


def _date_of_8(value: str) -> str:
    if not re.fullmatch(r"\d{8}", value):
        return value
    parts = [part for part in (value[:4], value[4:6], value[6:]) if part.strip("0")]
    return "-".join(parts)


def _square_brackets(value: str) -> str:
    return re.sub(r"[\[(（﹝【](\d{4})[\])）﹞】]", r"〔\1〕", value)


TRANSFORMS: Mapping[str, Transform] = MappingProxyType(
    {
        "": Transform(str, str),
        "date8": Transform(_date8, _date_of_8),
        "date_dotted": Transform(lambda v: v.replace("-", "."), lambda v: v.replace(".", "-")),
        "square_brackets": Transform(_square_brackets, str),
        "space_separated": Transform(lambda v: v.replace("；", " "), lambda v: v.replace(" ", "；")),
        "plain_number": Transform(lambda v: v.lstrip("0"), lambda v: v and f"{v:0>4}"),
        "backslashes": Transform(lambda v: v.replace("/", "\\"), lambda v: v.replace("\\", "/")),
        "full_stop_dots": Transform(lambda v: v.replace("·", "."), lambda v: v.replace(".", "·")),
    }
)


def catalogue_rows(
    template: Template, items: Sequence[TransferItem], context: CatalogueContext
) -> CatalogueRows:
    """Every row of the catalogue with what its columns refuse."""
    findings: list[RowFinding] = []
    rows: list[Row] = []
    for number, values in enumerate(_values(template, items, context), start=1):
        rows.append(tuple(write_cell(column, values.get(column.source, "")) for column in template.columns))
        findings.extend(_row_findings(template, number, values, rows[-1]))
    return CatalogueRows(template, tuple(rows), tuple(findings))


def stream_rows(
    template: Template, items: Iterable[TransferItem], context: CatalogueContext
) -> Iterator[Row]:
    """The rows of an item catalogue one by one, unchecked, for catalogues too long to hold."""
    for number, item in enumerate(items, start=1):
        values = item_values(item, context, number, template.sources)
        yield tuple(write_cell(column, values.get(column.source, "")) for column in template.columns)


def _values(
    template: Template, items: Sequence[TransferItem], context: CatalogueContext
) -> Iterator[dict[str, str]]:
    if template.level is RowLevel.VOLUME:
        yield from volume_values(items, context)
    elif template.level is RowLevel.FILE:
        pairs = ((item, file) for item in items for file in item.files)
        for number, (item, file) in enumerate(pairs, start=1):
            yield file_values(item, file, context, number)
    else:
        pages = page_numbers(items) if PAGE_NUMBER in template.sources else repeat("")
        for number, (item, page) in enumerate(zip(items, pages, strict=False), start=1):
            yield {**item_values(item, context, number, template.sources), PAGE_NUMBER: page}


def write_cell(column: Column, value: str) -> str:
    """The value as the receiver wants it: word of the template, transform, replaced characters."""
    written = TRANSFORMS[column.transform].write(column.values.get(value, value)).strip()
    for character, substitute in column.replace.items():
        written = written.replace(character, substitute)
    return written


def read_cell(column: Column, written: str) -> str:
    """The program's value of a cell; the way back of :func:`write_cell`."""
    value = TRANSFORMS[column.transform].read(written)
    back = {word: own for own, word in reversed(list(column.values.items()))}
    return back.get(value, value)


def values_of_row(template: Template, row: Row) -> dict[str, str]:
    """The values of a row read from a catalogue, by source name."""
    return {
        column.source: read_cell(column, cell) for column, cell in zip(template.columns, row, strict=True)
    }


def _row_findings(
    template: Template, number: int, values: Mapping[str, str], row: Row
) -> Iterator[RowFinding]:
    for column, cell in zip(template.columns, row, strict=True):
        for message in _refusals(column, values.get(column.source, ""), cell):
            yield RowFinding(number, column.header, message)
        if begins_like_formula(cell):
            yield RowFinding(
                number, column.header, f"以“{cell[:1]}”开头，导出为 CSV 时请勿双击打开", blocks=False
            )


def _refusals(column: Column, value: str, cell: str) -> Iterator[str]:
    if column.required and not cell:
        yield "必填项为空"
    if column.values and cell and value not in column.values and cell not in column.values.values():
        yield f"“{cell}”不在接收方的取值范围内"
    if column.max_length and len(cell) > column.max_length:
        yield f"长度 {len(cell)} 超过 {column.max_length}"
    if found := sorted(set(cell) & set(column.forbidden)):
        yield f"含有接收系统不允许的字符：{' '.join(found)}"
    if column.pattern and cell and not re.fullmatch(column.pattern, cell):
        yield "格式不符合要求"
