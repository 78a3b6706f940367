"""依申请转主动: information given out on request, and what of it is to become public (条例 711, art. 44).

The register is a workbook or csv kept by the office; applicants are neither read nor kept.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.disclosure import DisclosureAttribute
from app.domain.terms import ATTRIBUTE_TERMS
from app.errors import AppError
from app.formats.write.workbook import Sheet, write_workbook
from app.report.given_file import read_given
from app.report.listing import Listed
from app.report.reconcile import reconciled
from app.report.tables import Report, Table, numbered
from app.report.templates import load_data
from app.store.report_rows import HeldDocument
from app.text.document_number import canonical

NAME = "requests"
_GIVEN = re.compile("予以公开|部分公开|提供|同意公开")
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Request:
    """One entry of the register; ``number`` is the office's own for the request."""

    number: str
    item: str
    document_number: str
    received_on: str
    result: str

    @property
    def was_given(self) -> bool:
        """Whether the information was given out, whole or in part."""
        return not self.result or bool(_GIVEN.search(self.result))


def read_requests(path: Path) -> list[Request]:
    """The entries of a register.

    Raises:
        AppError: the file cannot be read or has no column for the requested item.
    """
    columns = load_data("report_templates", "requests")["columns"]
    text = read_given(path).text
    found = list(_entries([line.split("\t") for line in text.split("\n")], columns))
    if not found:
        raise AppError(f"“{path.name}”不是依申请公开台账。", "表格须有“申请内容”或“信息名称”列。")
    return found


def _entries(rows: Sequence[Sequence[str]], columns: dict[str, list[str]]) -> Iterator[Request]:
    places: dict[str, int] = {}
    for cells in rows:
        if "item" not in places:
            places = {
                name: place
                for place, cell in enumerate(cells)
                for name, headers in columns.items()
                if cell.strip() in headers
            }
            continue
        values = {name: cells[place].strip() if place < len(cells) else "" for name, place in places.items()}
        if values["item"]:
            yield Request(
                values.get("number", ""),
                values["item"],
                canonical(values.get("document_number", "")),
                values.get("received_on", ""),
                values.get("result", ""),
            )


REGISTER_HEADERS = ("申请编号", "申请内容", "文号", "收到日期", "办理结果")


def request_cells(one: Request) -> tuple[str, str, str, str, str]:
    """A request as a line of a register."""
    return one.number, one.item, one.document_number, one.received_on, one.result


def request_of(cells: Sequence[str]) -> Request | None:
    """The request of a line of a register; ``None`` when it does not name what was asked for."""
    number, item, document_number, received_on, result = cells
    return Request(number, item, canonical(document_number), received_on, result) if item else None


def write_requests(path: Path, register: Sequence[Request]) -> None:
    """Write a register that :func:`read_requests` reads again.

    Raises:
        AppError: the file cannot be written.
    """
    rows = [request_cells(one) for one in register]
    try:
        write_workbook(path, [Sheet("依申请公开台账", REGISTER_HEADERS, rows, (14, 50, 22, 14, 18))])
    except OSError as error:
        raise AppError("台账没有写成。", "请检查存放处是否可写，文件是否正被打开。") from error


def requests_report(register: Sequence[Request], documents: Sequence[HeldDocument]) -> Report:
    """Items asked for several times, proposals to convert, and conversions that were decided."""
    rows = [Listed(n, one.item, one.document_number) for n, one in enumerate(register, start=1)]
    groups: dict[str, list[Request]] = defaultdict(list)
    held: dict[str, HeldDocument] = {}
    for request, pair in zip(register, reconciled(rows, documents), strict=True):
        key = pair.held.uuid if pair.held else request.document_number or request.item
        groups[key].append(request)
        if pair.held:
            held[key] = pair.held
    proposals = [
        _proposal(asked, held.get(key))
        for key, asked in groups.items()
        if any(one.was_given for one in asked) and not _is_public(held.get(key))
    ]
    several = [_several(asked, held.get(key)) for key, asked in groups.items() if len(asked) >= _SEVERAL]
    tables = (
        Table(
            "多次申请",
            ("序号", "信息", "文号", "申请次数", "申请编号", "现属性"),
            numbered(several),
            (6, 50, 22, 10, 24, 12),
            figures=("申请次数",),
        ),
        Table(
            "建议转为主动公开",
            ("序号", "信息", "文号", "现属性", "理由", "依据"),
            numbered(proposals),
            (6, 50, 22, 12, 34, 24),
        ),
        Table(
            "已转为主动公开",
            ("序号", "标题", "文号", "原属性", "认定日期"),
            numbered(_conversions(documents)),
            (6, 50, 22, 12, 12),
        ),
    )
    note = f"台账 {len(register)} 条，涉及 {len(groups)} 项信息。建议须经复审认定，申请人信息不读入。"
    return Report(NAME, "依申请转主动公开", tables, (note,))


def _is_public(document: HeldDocument | None) -> bool:
    return document is not None and document.attribute is DisclosureAttribute.PROACTIVE


def _several(asked: Sequence[Request], document: HeldDocument | None) -> tuple[str, ...]:
    numbers = "、".join(one.number for one in asked if one.number)
    return (*_named(asked[0], document), str(len(asked)), numbers, _attribute(document))


def _proposal(asked: Sequence[Request], document: HeldDocument | None) -> tuple[str, ...]:
    many = len(asked) >= _SEVERAL
    reason = f"同一信息有 {len(asked)} 次申请" if many else "已依申请提供，可以广泛知晓的应转为主动公开"
    basis = "条例第四十四条（A-44）" if many else "条例第十八条（A-18）"
    return (*_named(asked[0], document), _attribute(document), reason, basis)


def _named(request: Request, document: HeldDocument | None) -> tuple[str, str]:
    if document is None:
        return request.item, request.document_number
    return document.title, document.document_number


def _attribute(document: HeldDocument | None) -> str:
    return ATTRIBUTE_TERMS[document.attribute] if document else "未在册"


def _conversions(documents: Sequence[HeldDocument]) -> Iterator[tuple[str, ...]]:
    """Documents that became 主动公开 and were something else by a determination before."""
    for one in documents:
        before = one.previous_attribute
        if _is_public(one) and before in {DisclosureAttribute.ON_REQUEST, DisclosureAttribute.WITHHELD}:
            yield one.title, one.document_number, ATTRIBUTE_TERMS[before], one.decided_on
