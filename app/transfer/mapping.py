"""A customer's own template from an example sheet: columns recognised, the rest left for a person.

Headers are compared with an editable list of synonyms, the cells below show how dates, numbers and
vocabularies are written. What is not recognised stays an empty column that a person assigns.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.domain.archival import RETENTION_TERMS, STANDARD_RETENTION_CODES
from app.domain.terms import ATTRIBUTE_TERMS
from app.domain.transfer import ACCESS_TERMS
from app.errors import AppError
from app.formats.first_sheet import sheet_rows
from app.formats.reader import UnreadableError
from app.transfer.templates import TEMPLATE_FOLDER, Column, Template

SYNONYMS = TEMPLATE_FOLDER / "synonyms" / "headers.toml"
UNASSIGNED = "unassigned"
"""The source of a column nobody has assigned yet; it is written empty."""

_NOISE = re.compile(r"[\s\u3000()（）:：*＊/／、-]")
_EIGHT_DIGITS, _DOTTED = re.compile(r"\d{8}"), re.compile(r"\d{4}\.\d{2}\.\d{2}")
_DATE_SOURCES = frozenset(
    {"dated_on", "published_on", "described_on", "arranged_on", "checked_on", "digitised_on"}
)
_VOCABULARIES: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "retention": (
        {period.value: term for period, term in RETENTION_TERMS.items()},
        {period.value: code for period, code in STANDARD_RETENTION_CODES.items()},
    ),
    "disclosure_attribute": ({attribute.value: term for attribute, term in ATTRIBUTE_TERMS.items()},),
    "access_status": ({status.value: term for status, term in ACCESS_TERMS.items()},),
}


@dataclass(frozen=True, slots=True)
class ProposedTemplate:
    """A template as far as the sheet told it. ``open_headers`` wait for a person."""

    template: Template
    open_headers: tuple[str, ...]


@cache
def _headers() -> Mapping[str, list[str]]:
    """What a column can take → the words for it, the usual one first."""
    return tomllib.loads(SYNONYMS.read_text(encoding="utf-8"))


def source_names() -> Mapping[str, str]:
    """What a column can take, with the word people use for it most."""
    return {source: headers[0] for source, headers in _headers().items()}


@cache
def _sources_by_header() -> dict[str, str]:
    return {_plain(header): source for source, headers in _headers().items() for header in headers}


def _plain(header: str) -> str:
    return _NOISE.sub("", header).upper()


def template_from_sheet(path: Path, template_id: str, name: str) -> ProposedTemplate:
    """Propose a template from an example spreadsheet whose first row holds the headers.

    Raises:
        AppError: the file is no spreadsheet, or its first row is no head.
    """
    try:
        rows = sheet_rows(path)
    except (UnreadableError, OSError) as error:
        raise AppError(f"“{path.name}”不是可读的电子表格。", "请提供 xlsx 或 xls 样表。") from error
    return propose_template(rows, template_id, name)


def propose_template(rows: Sequence[Sequence[str]], template_id: str, name: str) -> ProposedTemplate:
    """Propose a template from rows of text, the head first.

    Raises:
        AppError: the head is empty or names a column twice.
    """
    headers = [header.strip() for header in rows[0]] if rows else []
    while headers and not headers[-1]:
        headers.pop()
    if not headers or not all(headers):
        raise AppError("样表第一行不是列名。", "请删去标题行和合并单元格，使第一行为列名。")
    if repeated := [header for header, count in Counter(headers).items() if count > 1]:
        raise AppError(f"样表的列名重复：{repeated[0]}。", "请修改样表后重试。")
    columns = tuple(
        _column(header, [row[n] for row in rows[1:] if n < len(row)]) for n, header in enumerate(headers)
    )
    template = Template(template_id, name, "接收单位样表", columns, file_name=name)
    return ProposedTemplate(template, tuple(c.header for c in columns if c.source == UNASSIGNED))


def _column(header: str, cells: Sequence[str]) -> Column:
    source = _sources_by_header().get(_plain(header), UNASSIGNED)
    told = [cell.strip() for cell in cells if cell.strip()]
    return Column(
        header,
        source,
        transform=_transform(source, told),
        required=bool(told) and len(told) == len(cells) and source != UNASSIGNED,
        values=_vocabulary(source, told),
    )


def _transform(source: str, told: Sequence[str]) -> str:
    if source in _DATE_SOURCES and told:
        if all(_EIGHT_DIGITS.fullmatch(cell) for cell in told):
            return "date8"
        if all(_DOTTED.fullmatch(cell) for cell in told):
            return "date_dotted"
    if source == "item_number" and told and all(not cell.startswith("0") for cell in told):
        return "plain_number"
    return ""


def _vocabulary(source: str, told: Sequence[str]) -> Mapping[str, str]:
    """The vocabulary that knows most of the cells; the first one without examples."""
    known = _VOCABULARIES.get(source, ())
    return max(known, key=lambda words: sum(cell in words.values() for cell in told), default={})
