"""A whole result list as a spreadsheet, not only the page that is shown."""

from collections.abc import Iterator
from pathlib import Path

from app.formats.write.workbook import Sheet, write_workbook
from app.progress import Progress
from app.search.explain import explain
from app.search.find import find_tree, understood
from app.store.catalogue import Catalogue
from app.store.fulltext_query import Order

PAGE = 500
HEADERS = ("序号", "标题", "文号", "发文机关", "成文日期", "命中片段", "文件", "识别文字")
WIDTHS = (6, 44, 22, 24, 12, 60, 48, 8)


def export_hits(
    catalogue: Catalogue, query: str, path: Path, progress: Progress, *, order: Order = Order.NEWEST
) -> int:
    """Write every hit of a query to an xlsx file.

    Returns:
        The number of rows.

    Raises:
        WrongUseError: the query has a mistake.
        OSError: the file cannot be written.
    """
    node = understood(query)
    rows = _rows(catalogue, query, order, progress)
    return write_workbook(path, [Sheet(f"检索结果 {explain(node)}", HEADERS, rows, WIDTHS)])


def _rows(catalogue: Catalogue, query: str, order: Order, progress: Progress) -> Iterator[tuple[str, ...]]:
    """Rows page by page, so that no read transaction stays open for the whole list."""
    node = understood(query)
    offset, number = 0, 0
    while True:
        result = find_tree(catalogue, node, order=order, limit=PAGE, offset=offset)
        progress.step("导出检索结果", offset, result.count)
        for hit in result.hits:
            number += 1
            yield (
                str(number),
                hit.title,
                hit.document_number or "",
                hit.issuing_body,
                hit.dated_on or "",
                hit.snippet.text,
                hit.path or "",
                "是" if hit.is_ocr else "",
            )
        offset += PAGE
        if offset >= result.count:
            return
