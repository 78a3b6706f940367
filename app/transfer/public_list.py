"""可公开部分目录: the list of transferred information the public may know of (five-year plan, (三)2).

Only documents that are 主动公开 by a determination appear, on request those 依申请公开 by title. Titles
are scanned first; a title with a sensitive place keeps the row off the list until a person mends it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.classify.personal_information import find
from app.domain.disclosure import DisclosureAttribute
from app.domain.transfer import Place, TransferItem
from app.formats.write.web_page import WebTable, write_web_page
from app.formats.write.workbook import write_workbook
from app.transfer.catalogue_files import as_sheet
from app.transfer.catalogue_rows import CatalogueRows, catalogue_rows
from app.transfer.catalogue_values import CatalogueContext
from app.transfer.templates import load_templates

TEMPLATE = "public-list"


@dataclass(frozen=True, slots=True)
class PublicList:
    """The rows to publish; ``held_back`` names rows a person must look at, by archival code."""

    rows: CatalogueRows
    held_back: tuple[Place, ...]
    left_out_count: int


def public_list(
    items: Iterable[TransferItem], context: CatalogueContext, *, with_on_request: bool = False
) -> PublicList:
    """The list from transferred items; what is 不予公开, 未认定 or has a withheld title is only counted."""
    shown: list[TransferItem] = []
    held_back: list[Place] = []
    left_out = 0
    for item in items:
        if not _may_appear(item, with_on_request=with_on_request):
            left_out += 1
        elif kinds := sensitive_kinds(item):
            held_back.append(Place(item.archival_code, f"题名含敏感信息（{'、'.join(kinds)}），请人工处理"))
        else:
            shown.append(item)
    rows = catalogue_rows(load_templates()[TEMPLATE], shown, context)
    return PublicList(rows, tuple(held_back), left_out)


def _may_appear(item: TransferItem, *, with_on_request: bool) -> bool:
    allowed = {DisclosureAttribute.PROACTIVE} | (
        {DisclosureAttribute.ON_REQUEST} if with_on_request else set()
    )
    return item.disclosure_attribute in allowed and not item.title_is_withheld


def sensitive_kinds(item: TransferItem) -> tuple[str, ...]:
    """The kinds of sensitive places in what the list would show of an item."""
    shown = "\n".join((item.title, item.document_number, *item.creators))
    return tuple(dict.fromkeys(finding.kind for finding in find(shown, year=item.year)))


def write_public_list(made: PublicList, folder: Path, unit_name: str) -> Sequence[Path]:
    """Write the list as a spreadsheet and as a web page; returns both paths.

    Raises:
        OSError: the target cannot be written.
    """
    template = made.rows.template
    sheet, page = folder / f"{template.file_name}.xlsx", folder / f"{template.file_name}.html"
    write_workbook(sheet, [as_sheet(template, made.rows.rows)])
    heading = f"{unit_name}{template.name}"
    write_web_page(
        page, WebTable(heading, template.headers, made.rows.rows, "本目录只列可以公开的移交信息。")
    )
    return sheet, page
