"""主动公开目录, 政府信息公开目录 and their like, from approved attributes (条例 711, art. 12 and 20)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app.classify.personal_information import find
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.terms import ATTRIBUTE_TERMS
from app.report.index_numbers import IndexIssuer, proposed_numbers
from app.report.summary import summary_of
from app.report.tables import Report, Table
from app.report.templates import faulty, load_data
from app.report.themes import Theme, theme_of
from app.store import detail
from app.store.catalogue import Catalogue, Reading
from app.store.report_rows import HeldDocument, held_documents

_NOT_STATED = "（未注明机构）"


@dataclass(frozen=True, slots=True)
class CatalogueTemplate:
    """Which documents a catalogue lists, and its columns as (header, source, width)."""

    id: str
    name: str
    purpose: str
    attributes: frozenset[DisclosureAttribute]
    columns: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One document on its way into a row."""

    document: HeldDocument
    index_number: str
    summary: str
    theme: Theme


def templates() -> dict[str, CatalogueTemplate]:
    """Every catalogue of ``resources/report_templates/catalogues.toml`` by its id.

    Raises:
        AppError: the file cannot be used; names what is wrong.
    """
    data = load_data("report_templates", "catalogues")
    try:
        return {entry["id"]: _template(entry) for entry in data["catalogue"]}
    except (KeyError, TypeError, ValueError) as error:
        raise faulty("catalogues.toml", error) from error


def _template(entry: Mapping[str, object]) -> CatalogueTemplate:
    columns, attributes = entry["columns"], entry["attributes"]
    if not isinstance(columns, list) or not isinstance(attributes, list):
        raise TypeError(entry["id"])
    rows = tuple((str(one["header"]), str(one["source"]), float(one["width"])) for one in columns)
    if unknown := {source for _, source, _ in rows} - {"sequence", *_VALUES}:
        raise ValueError("、".join(sorted(unknown)))
    chosen = frozenset(DisclosureAttribute(name) for name in attributes)
    return CatalogueTemplate(str(entry["id"]), str(entry["name"]), str(entry["purpose"]), chosen, rows)


def listed(documents: Sequence[HeldDocument], template: CatalogueTemplate) -> list[HeldDocument]:
    """The documents a catalogue lists: decided so, and ours to decide."""
    return [
        one
        for one in documents
        if one.attribute in template.attributes and one.applicability is Applicability.OURS
    ]


def disclosure_catalogue(
    catalogue: Catalogue,
    template: CatalogueTemplate,
    issuer: IndexIssuer | None = None,
    year: int | None = None,
) -> tuple[Report, dict[str, str]]:
    """The catalogue whole, by body and by theme; also the index number of each listed document's UUID.

    A document whose title has a sensitive place is held back and named by its number only. ``year``:
    only documents dated in it.
    """
    with catalogue.read() as connection:
        every = listed(held_documents(connection), template)
        chosen = [one for one in every if year in (None, one.year)]
        shown = [one for one in chosen if not find(one.title, year=one.year)]
        numbers = proposed_numbers(shown, issuer) if issuer else {one.uuid: one.index_number for one in shown}
        entries = [_entry(connection, one, numbers.get(one.uuid, "")) for one in shown]
    held_back = [one for one in chosen if one not in shown]
    return _report(template, entries, held_back), numbers


def _entry(connection: Reading, document: HeldDocument, number: str) -> CatalogueEntry:
    content = document.content_id
    extraction = detail.extraction_of(connection, content) if content is not None else None
    summary = summary_of(extraction, document.title, year=document.year)
    return CatalogueEntry(document, number, summary, theme_of(document.title, document.subject_words))


def _report(
    template: CatalogueTemplate, entries: Sequence[CatalogueEntry], held_back: Sequence[HeldDocument]
) -> Report:
    headers = [header for header, _, _ in template.columns]
    widths = [width for *_, width in template.columns]
    by_body = sorted(entries, key=lambda entry: entry.document.issuing_body or _NOT_STATED)
    by_theme = sorted(entries, key=_theme_order)
    tables = (
        Table(template.name, headers, tuple(_rows(template, entries)), widths),
        Table("按机构", headers, tuple(_rows(template, by_body)), widths, is_long=True),
        Table("按主题", headers, tuple(_rows(template, by_theme)), widths, is_long=True),
        _counts("机构统计", "机构", [entry.document.issuing_body or _NOT_STATED for entry in by_body]),
        _counts("主题统计", "主题", [entry.theme.first for entry in by_theme]),
    )
    to_do = tuple(
        f"未列入：{one.document_number or one.uuid}，名称含敏感信息，请人工处理后再列。" for one in held_back
    )
    return Report(template.id, template.name, tables, (f"共 {len(entries)} 条。",), to_do)


def _counts(title: str, header: str, values: Sequence[str]) -> Table:
    counted = {value: values.count(value) for value in dict.fromkeys(values)}
    return Table(
        title,
        (header, "件数"),
        tuple((value, str(count)) for value, count in counted.items()),
        (40, 10),
        figures=("件数",),
    )


def _rows(template: CatalogueTemplate, entries: Sequence[CatalogueEntry]) -> Iterator[tuple[str, ...]]:
    for number, entry in enumerate(entries, start=1):
        yield tuple(
            str(number) if source == "sequence" else _VALUES[source](entry)
            for _, source, _ in template.columns
        )


def _theme_order(entry: CatalogueEntry) -> tuple[str, str]:
    return entry.theme.first, entry.theme.second


_VALUES: Mapping[str, Callable[[CatalogueEntry], str]] = MappingProxyType(
    {
        "index_number": lambda entry: entry.index_number,
        "title": lambda entry: entry.document.title,
        "summary": lambda entry: entry.summary,
        "dated_on": lambda entry: entry.document.dated_on,
        "document_number": lambda entry: entry.document.document_number,
        "issuing_body": lambda entry: entry.document.issuing_body,
        "genre": lambda entry: entry.document.genre,
        "theme": lambda entry: entry.theme.shown,
        "theme_reason": lambda entry: f"标题含“{entry.theme.word}”" if entry.theme.word else "",
        "attribute": lambda entry: ATTRIBUTE_TERMS[entry.document.attribute],
        "validity": lambda entry: entry.document.validity,
        "unified_number": lambda entry: entry.document.unified_number,
        "published_url": lambda entry: entry.document.published_url,
        "published_on": lambda entry: entry.document.published_on,
        "subject_words": lambda entry: entry.document.subject_words,
    }
)
"""Values a column may take, by source name."""
