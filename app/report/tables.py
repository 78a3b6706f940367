"""What a report is: tables with a heading, written as a workbook, a Word document and JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.formats.write.report_document import DocumentTable, write_report
from app.formats.write.workbook import Sheet, write_workbook

Row = tuple[str, ...]
MOST_ROWS_TO_READ = 200
"""Rows of one table in a Word document; nobody reads more on paper, and the workbook has them all."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table. ``widths`` in characters; ``is_long``: kept out of the Word document, which is for reading.

    ``chart``: headers of the columns to draw as bars over the first column; empty for no chart.
    ``figures``: headers of the columns that hold numbers, in a workbook to be summed.
    """

    title: str
    headers: Sequence[str]
    rows: tuple[Row, ...]
    widths: Sequence[float] = ()
    chart: Sequence[str] = ()
    is_long: bool = False
    figures: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a report. ``path`` is relative to the report's folder, with ``/``."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Report:
    """A finished report. ``notes`` stand above the tables, ``to_do`` asks for a person."""

    name: str
    heading: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    to_do: tuple[str, ...] = field(default=())
    attachments: tuple[Attachment, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The report for JSON."""
        return {
            "report": self.name,
            "heading": self.heading,
            "notes": list(self.notes),
            "to_do": list(self.to_do),
            "tables": [
                {
                    "title": table.title,
                    "headers": list(table.headers),
                    "rows": [list(row) for row in table.rows],
                }
                for table in self.tables
            ],
            "attachments": [one.path for one in self.attachments],
        }


def write_files(report: Report, folder: Path) -> tuple[Path, ...]:
    """Write the report as ``<heading>.xlsx`` and ``<heading>.docx`` with its attachments.

    Returns the paths: workbook, document, then the attachments' files or folders.

    Raises:
        OSError: the target cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    workbook, document = (folder / f"{report.heading}{suffix}" for suffix in (".xlsx", ".docx"))
    write_workbook(workbook, [_sheet(report, table) for table in report.tables])
    shown = [table for table in report.tables if not table.is_long]
    write_report(
        document,
        report.heading,
        [_shortened(table) for table in shown],
        (*report.notes, *report.to_do),
    )
    return workbook, document, *_write_attachments(report, folder)


def _write_attachments(report: Report, folder: Path) -> list[Path]:
    written: dict[Path, None] = {}
    for one in report.attachments:
        path = folder.joinpath(*one.path.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.data)
        written[folder / one.path.partition("/")[0]] = None
    return list(written)


def _sheet(report: Report, table: Table) -> Sheet:
    return Sheet(
        table.title,
        table.headers,
        table.rows,
        _widths(table),
        heading=f"{report.heading}　{table.title}",
        figures=(*table.figures, *table.chart),
        chart=table.chart,
    )


def _shortened(table: Table) -> DocumentTable:
    """The table for reading; of a very long one its beginning, and where the whole of it stands."""
    rows = table.rows[:MOST_ROWS_TO_READ]
    left_out = len(table.rows) - len(rows)
    title = f"{table.title}（前 {len(rows)} 行，其余 {left_out} 行见同名表格）" if left_out else table.title
    return DocumentTable(title, table.headers, rows, _widths(table))


def _widths(table: Table) -> Sequence[float]:
    return table.widths or [max(10.0, 2.0 * len(header) + 2) for header in table.headers]


def numbered(rows: Iterable[Sequence[str]]) -> tuple[Row, ...]:
    """The rows with a running number in front."""
    return tuple((str(number), *row) for number, row in enumerate(rows, start=1))
