"""The values a template's column may name, as plain strings of the program.

Vocabularies appear as their identifiers (``permanent``, ``proactive``); the template says which word
the receiver wants. Dates are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from app.domain.archival import RetentionPeriod
from app.domain.disclosure import DisclosureAttribute
from app.domain.terms import ATTRIBUTE_TERMS
from app.domain.transfer import TransferFile, TransferItem

LIST_SEPARATOR = "；"
PAGE_NUMBER = "page_number"


@dataclass(frozen=True, slots=True)
class CatalogueContext:
    """What every row shares: the fonds, who prepared the transfer, and when.

    ``digits`` is the width of item numbers. ``access_route`` tells readers where to look a record up.
    """

    fonds_name: str = ""
    archives_name: str = ""
    archives_code: str = ""
    transferred_on: str = ""
    arranged_by: str = ""
    arranged_on: str = ""
    checked_by: str = ""
    checked_on: str = ""
    described_by: str = ""
    described_on: str = ""
    digitised_on: str = ""
    contractor: str = ""
    access_route: str = ""
    digits: int = 4
    volume_titles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def _flag(value: bool) -> str:
    return "yes" if value else "no"


def _file_name(file: TransferFile) -> str:
    return file.path.rpartition("/")[2] or file.name


ITEM_VALUES: Mapping[str, Callable[[TransferItem, CatalogueContext], str]] = MappingProxyType(
    {
        "archival_code": lambda item, _: item.archival_code,
        "fonds_code": lambda item, _: item.fonds_code,
        "fonds_name": lambda item, context: item.fonds_name or context.fonds_name,
        "category": lambda item, _: item.category,
        "year": lambda item, _: str(item.year),
        "retention": lambda item, _: item.retention.value,
        "office": lambda item, _: item.office,
        "office_name": lambda item, _: item.office_name,
        "office_or_subject": lambda item, _: item.office_name or item.office,
        "item_number": lambda item, context: (
            f"{item.item_number:0{context.digits}d}" if item.item_number else ""
        ),
        "catalogue_number": lambda item, _: item.catalogue_number,
        "volume_number": lambda item, _: item.volume_number,
        "document_number": lambda item, _: item.document_number,
        "creators": lambda item, _: LIST_SEPARATOR.join(item.creators),
        "title": lambda item, _: item.title,
        "dated_on": lambda item, _: item.dated_on,
        "security_classification": lambda item, _: item.security_classification,
        "classification_period": lambda item, _: item.classification_period,
        "page_count": lambda item, _: "" if item.page_count is None else str(item.page_count),
        "extent": lambda item, _: "" if item.page_count is None else f"{item.page_count}页",
        "genre": lambda item, _: item.genre,
        "urgency": lambda item, _: item.urgency,
        "main_recipients": lambda item, _: item.main_recipients,
        "copy_recipients": lambda item, _: item.copy_recipients,
        "subject_words": lambda item, _: item.subject_words,
        "abstract": lambda item, _: item.abstract,
        "draft_stage": lambda item, _: item.draft_stage,
        "remarks": lambda item, _: item.remarks,
        "notes": lambda item, _: notes(item),
        "disclosure_attribute": lambda item, _: item.disclosure_attribute.value,
        "disclosure_basis": lambda item, _: LIST_SEPARATOR.join(item.disclosure_basis),
        "withholding_reason": lambda item, _: item.withholding_reason,
        "published_url": lambda item, _: item.published_url,
        "published_on": lambda item, _: item.published_on,
        "published_through": lambda item, _: item.published_through,
        "access_status": lambda item, _: item.access_status.value,
        "access_reason": lambda item, _: item.access_reason,
        "validity": lambda item, _: item.validity,
        "expires_on": lambda item, _: item.expires_on,
        "index_number": lambda item, _: item.index_number,
        "index_or_code": lambda item, _: item.index_number or item.archival_code,
        "is_joint": lambda item, _: _flag(item.is_joint),
        "is_normative": lambda item, _: _flag(item.is_normative),
        "is_major_decision": lambda item, _: _flag(item.is_major_decision),
        "is_party": lambda _, __: _flag(value=False),
        "is_document": lambda item, _: _flag(bool(item.genre)),
        "theme_one": lambda item, _: item.theme[0] if item.theme else "",
        "theme_two": lambda item, _: item.theme[1] if len(item.theme) > 1 else "",
        "information_group": lambda item, _: item.information_group,
        "file_names": lambda item, _: LIST_SEPARATOR.join(_file_name(file) for file in item.files),
        "file_formats": lambda item, _: LIST_SEPARATOR.join(
            dict.fromkeys(f.format for f in item.files if f.format)
        ),
        "byte_count": lambda item, _: str(item.byte_count),
        "description_level": lambda _, __: "文件级",
        PAGE_NUMBER: lambda _, __: "",
    }
)

CONTEXT_VALUES = (
    "archives_name",
    "archives_code",
    "transferred_on",
    "arranged_by",
    "arranged_on",
    "checked_by",
    "checked_on",
    "described_by",
    "described_on",
    "digitised_on",
    "contractor",
    "access_route",
)

FILE_VALUES: Mapping[str, Callable[[TransferFile], str]] = MappingProxyType(
    {
        "file_name": _file_name,
        "file_title": lambda file: file.name.rpartition(".")[0] or file.name,
        "file_part": lambda file: file.part.value,
        "file_size": lambda file: str(file.size),
        "file_sha256": lambda file: file.sha256,
    }
)

ITEM_SOURCES = ("sequence", *ITEM_VALUES, *CONTEXT_VALUES)
KNOWN_SOURCES = frozenset({"sequence", "date_range", *ITEM_VALUES, *CONTEXT_VALUES, *FILE_VALUES})


def notes(item: TransferItem) -> str:
    """备注: collects what the receiver's columns have no place for (公开属性, 网址)."""
    told: list[str] = []
    if item.disclosure_attribute is not DisclosureAttribute.UNDETERMINED:
        told.append(f"公开属性：{ATTRIBUTE_TERMS[item.disclosure_attribute]}")
    if item.published_url:
        told.append(f"公开网址：{item.published_url}")
    if item.remarks:
        told.append(item.remarks)
    return LIST_SEPARATOR.join(told)


def item_values(
    item: TransferItem, context: CatalogueContext, sequence: int, sources: Iterable[str] = ITEM_SOURCES
) -> dict[str, str]:
    """The values of an item by source name; only those asked for are made."""
    return {source: _item_value(source, item, context, sequence) for source in sources}


def _item_value(source: str, item: TransferItem, context: CatalogueContext, sequence: int) -> str:
    if (value := ITEM_VALUES.get(source)) is not None:
        return value(item, context)
    if source in CONTEXT_VALUES:
        return str(getattr(context, source))
    return str(sequence) if source == "sequence" else ""


def file_values(
    item: TransferItem, file: TransferFile, context: CatalogueContext, sequence: int
) -> dict[str, str]:
    """Every value of one file of an item."""
    own = {name: value(file) for name, value in FILE_VALUES.items()}
    return {**item_values(item, context, sequence), **own}


def page_numbers(items: Sequence[TransferItem]) -> list[str]:
    """页号 of a 卷内目录: the first page of each item in its volume, of the last one first and last page.

    Empty without a volume, and after an item whose page count is not known: it would be guessed.
    """
    volumes = [(item.fonds_code, item.catalogue_number, item.volume_number) for item in items]
    last_of = {volume: number for number, volume in enumerate(volumes)}
    following: dict[tuple[str, str, str], int | None] = {}
    found: list[str] = []
    for number, (item, volume) in enumerate(zip(items, volumes, strict=True)):
        first = following.get(volume, 1) if item.volume_number else None
        following[volume] = first + item.page_count if first and item.page_count else None
        end = following[volume]
        found.append(f"{first}-{end - 1}" if end and last_of[volume] == number else str(first or ""))
    return found


def volume_values(items: Iterable[TransferItem], context: CatalogueContext) -> list[dict[str, str]]:
    """One row of values per volume (案卷), in the order of their codes."""
    volumes: dict[str, list[TransferItem]] = defaultdict(list)
    for item in items:
        code = "-".join(part for part in (item.fonds_code, item.catalogue_number, item.volume_number) if part)
        volumes[code].append(item)
    return [
        _volume(code, volumes[code], context, number) for number, code in enumerate(sorted(volumes), start=1)
    ]


def _volume(code: str, items: list[TransferItem], context: CatalogueContext, sequence: int) -> dict[str, str]:
    dates = sorted(item.dated_on for item in items if item.dated_on)
    longest = min((item.retention for item in items), key=list(RetentionPeriod).index)
    shown = [date.replace("-", "") for date in (dates[:1] + dates[-1:])]
    return {
        "sequence": str(sequence),
        "archival_code": code,
        "fonds_code": items[0].fonds_code,
        "volume_number": items[0].volume_number,
        "title": context.volume_titles.get(code, items[0].title),
        "date_range": "-".join(shown),
        "page_count": str(sum(item.page_count or 0 for item in items)),
        "retention": longest.value,
        "remarks": "",
    }
