"""公文备案 (Shanghai): one XML for each decided document, checked against the schema before it counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from app.domain.archival import RetentionPeriod
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.transfer import TransferItem
from app.report.index_numbers import IndexIssuer, proposed_numbers
from app.report.tables import Attachment, Report, Table, numbered
from app.report.themes import theme_of
from app.report.validity import expiry_of, is_normative
from app.store.report_rows import HeldDocument
from app.transfer.catalogue_files import safe_parser, write_catalogue
from app.transfer.catalogue_rows import CatalogueRows, catalogue_rows
from app.transfer.catalogue_values import CatalogueContext
from app.transfer.templates import CatalogueFormat, load_templates
from app.transfer.verify.authenticity import load_schema

NAME = "filing"
TEMPLATE = "shanghai-filing-xml"
_TERMS = {
    "syId": "索引号",
    "docTitle": "标题",
    "authNo": "文号",
    "authUnit": "发文单位",
    "authDate": "成文日期",
    "openType": "公开属性",
    "openUrl": "网址",
    "docSecret": "密级",
    "briefContent": "摘要",
    "note": "备注",
}
"""What the elements of the filing format are called by people."""


@dataclass(frozen=True, slots=True)
class FilingFault:
    """Why the schema or the template refuses a document's record."""

    document: HeldDocument
    message: str


def filing_items(
    documents: Sequence[HeldDocument], issuer: IndexIssuer
) -> list[tuple[HeldDocument, TransferItem]]:
    """Every decided document of ours with the values its record needs."""
    decided = [
        one
        for one in documents
        if one.attribute is not DisclosureAttribute.UNDETERMINED and one.applicability is Applicability.OURS
    ]
    numbers = proposed_numbers(decided, issuer)
    return [(one, _item(one, numbers.get(one.uuid, ""))) for one in decided]


def _item(one: HeldDocument, number: str) -> TransferItem:
    theme = theme_of(one.title, one.subject_words)
    creators = tuple(name for name in one.issuing_body.split("；") if name)
    return TransferItem(
        document=one.uuid,
        title=one.title,
        year=one.year or 0,
        retention=RetentionPeriod.PERMANENT,  # an item needs one; the filing record does not show it
        document_number=one.document_number,
        creators=creators,
        dated_on=one.dated_on,
        genre=one.genre,
        disclosure_attribute=one.attribute,
        published_url=one.published_url,
        published_through=one.published_through,
        index_number=number,
        is_joint=len(creators) > 1,
        is_normative=is_normative(one),
        theme=(theme.first, theme.second),
        expires_on=expiry_of(one),
    )


def filing(documents: Sequence[HeldDocument], issuer: IndexIssuer) -> Report:
    """The batch as a report with one XML for each document attached, and what was refused."""
    pairs = filing_items(documents, issuer)
    rows = catalogue_rows(load_templates()[TEMPLATE], [item for _, item in pairs], CatalogueContext())
    records = _records(rows)
    faults = [
        FilingFault(pairs[one.row - 1][0], f"{_TERMS.get(one.column, one.column)}：{one.message}")
        for one in rows.blocking
    ]
    named = {fault.document.uuid for fault in faults}
    faults += [
        one for one in _schema_faults(records, [one for one, _ in pairs]) if one.document.uuid not in named
    ]
    table = Table(
        "备案校验",
        ("序号", "标题", "文号", "索引号", "校验"),
        numbered(
            (one.title, one.document_number, item.index_number, _verdict(one, faults)) for one, item in pairs
        ),
        (6, 50, 22, 26, 50),
    )
    good = len(pairs) - len({fault.document.uuid for fault in faults})
    to_do = tuple(
        f"{fault.document.document_number or fault.document.title}：{fault.message}" for fault in faults
    )
    note = f"备案 {len(pairs)} 件，校验合格 {good} 件。"
    return Report(NAME, "公文备案", (table,), (note,), to_do, records)


def _records(rows: CatalogueRows) -> tuple[Attachment, ...]:
    """One XML for each row, in the order of the rows."""
    with TemporaryDirectory() as place:
        path, _ = write_catalogue(rows, Path(place), CatalogueFormat.XML)
        return tuple(
            Attachment(f"{path.name}/{one.name}", one.read_bytes()) for one in sorted(path.iterdir())
        )


def _schema_faults(records: Sequence[Attachment], documents: Sequence[HeldDocument]) -> list[FilingFault]:
    schema = load_schema("shanghai-filing.xsd")
    if schema is None:
        return []
    return [
        FilingFault(one, "不符合备案格式（XML 模式校验）")
        for one, record in zip(documents, records, strict=True)
        if not schema.validate(etree.fromstring(record.data, safe_parser()))
    ]


def _verdict(one: HeldDocument, faults: Sequence[FilingFault]) -> str:
    return "；".join(fault.message for fault in faults if fault.document.uuid == one.uuid) or "合格"
