"""A listing from outside: a gazette's back issues or a website's pages, read from xlsx, csv or html."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.source import FileFormat, PartKind
from app.errors import AppError
from app.report.given_file import read_given
from app.report.templates import load_data
from app.text.dates import find_dates
from app.text.document_number import canonical

_HEAD_ROWS = 10
_LINK = re.compile(r"https?://[^\s\"'<>]+")
_DATE_AT_END = re.compile(
    r"^(?P<title>.{6,}?)[\s\t\[(（]*(?P<date>(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?)[\])）]?$"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of a listing, as printed there; ``row`` counts from 1 below the head."""

    row: int
    title: str
    document_number: str = ""
    dated_on: str = ""
    url: str = ""
    attribute: str = ""


def read_listing(paths: Sequence[Path]) -> list[Listed]:
    """The rows of all files, in order.

    Raises:
        AppError: a file cannot be read or shows no listing.
    """
    rows: list[Listed] = []
    for path in paths:
        found = list(_rows(path, len(rows)))
        if not found:
            raise AppError(f"“{path.name}”里没有找到目录。", "表格须有“标题”或“名称”列；网页须是列表页。")
        rows += found
    return rows


def _rows(path: Path, before: int) -> Iterator[Listed]:
    extraction = read_given(path)
    if extraction.format is FileFormat.HTML and not any(p.kind is PartKind.TABLE for p in extraction.parts):
        yield from _of_list_page(extraction.text, before)
    else:
        yield from _of_table([line.split("\t") for line in extraction.text.split("\n")], before)


def _of_list_page(text: str, before: int) -> Iterator[Listed]:
    """Lines of a list page that end with a date."""
    number = before
    for line in text.split("\n"):
        if found := _DATE_AT_END.match(line.strip()):
            number += 1
            yield Listed(number, found["title"].strip(" ·•\t"), dated_on=_date(found["date"]))


def _of_table(rows: Sequence[Sequence[str]], before: int) -> Iterator[Listed]:
    columns = load_data("report_templates", "listings")["columns"]
    places: dict[str, int] = {}
    number = before
    for index, cells in enumerate(rows):
        if not places:
            if index > _HEAD_ROWS * 5:
                return
            places = _places(cells, columns)
            continue
        values = {name: cells[place].strip() for name, place in places.items() if place < len(cells)}
        if title := re.sub(r"\s+", "", values.get("title", "")):
            number += 1
            link = _LINK.search(values.get("url", ""))
            yield Listed(
                number,
                title,
                canonical(values.get("document_number", "")),
                _date(values.get("dated_on", "")),
                link[0] if link else "",
                values.get("attribute", ""),
            )


def _places(cells: Sequence[str], columns: dict[str, list[str]]) -> dict[str, int]:
    """Which column holds what, from a head row; empty when the row is none."""
    bare = [re.sub(r"\s", "", cell) for cell in cells]
    found = {
        name: next(bare.index(header) for header in headers if header in bare)
        for name, headers in columns.items()
        if any(header in bare for header in headers)
    }
    return found if "title" in found else {}


def _date(text: str) -> str:
    if not text:
        return ""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return text
    return next((found.value for found in find_dates(text) if found.is_valid), "")
