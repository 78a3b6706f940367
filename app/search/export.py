"""A whole result list as a spreadsheet, not only the page that is shown."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.domain.query import Node
from app.formats.write.workbook import Sheet, write_workbook
from app.progress import Progress
from app.search.explain import explain
from app.search.find import Hit, found_entries, hits_of, understood
from app.store.catalogue import Catalogue
from app.store.fulltext_query import Order

PAGE = 500
HEADERS = ("序号", "标题", "文号", "发文机关", "成文日期", "命中片段", "文件", "识别文字")
WIDTHS = (6, 44, 22, 24, 12, 60, 48, 8)


def export_hits(
    catalogue: Catalogue,
    query: str,
    path: Path,
    progress: Progress,
    *,
    order: Order = Order.NEWEST,
    group: bool = False,
) -> int:
    """Write every hit of a query to an xlsx file; ``group``: one row for each item, newest first.

    Returns:
        The number of rows.

    Raises:
        WrongUseError: the query has a mistake.
        OSError: the file cannot be written.
    """
    node = understood(query)
    hits = _hits(catalogue, node, Order.NEWEST if group else order, progress)
    rows = (_row(number, hit) for number, hit in enumerate(_newest(hits) if group else hits, start=1))
    return write_workbook(path, [Sheet(f"检索结果 {explain(node)}", HEADERS, rows, WIDTHS)])


def _hits(catalogue: Catalogue, node: Node, order: Order, progress: Progress) -> Iterator[Hit]:
    """Hits page by page, so that no read transaction stays open for the whole list."""
    entries = found_entries(catalogue, node, order=order)
    for done in range(0, len(entries), PAGE):
        progress.step("导出检索结果", done, len(entries))
        yield from hits_of(catalogue, node, entries[done : done + PAGE])


def _newest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Of each item the first hit."""
    seen: set[str | None] = set()
    for hit in hits:
        if hit.document not in seen:
            seen.add(hit.document)
            yield hit


def _row(number: int, hit: Hit) -> tuple[str, ...]:
    return (
        str(number),
        hit.title,
        hit.document_number or "",
        hit.issuing_body,
        hit.dated_on or "",
        hit.snippet.text,
        hit.path or "",
        "是" if hit.is_ocr else "",
    )
