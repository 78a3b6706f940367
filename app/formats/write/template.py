"""Word templates of the customer filled with values: ``{{题名}}`` anywhere, table rows repeated for lists.

A table row with placeholders such as ``{{行.题名}}`` is repeated for every row of the list; everything else
of the document stays as the customer made it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from app.errors import AppError
from app.formats.write.workbook import clean_cell

ROW_PREFIX = "行."
_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")


def fill_template(
    template: Path, target: Path, values: Mapping[str, str], rows: Sequence[Mapping[str, str]] = ()
) -> None:
    """Write ``target`` from a template.

    Raises:
        AppError: the template cannot be read, or asks for something that does not exist.
        OSError: the target cannot be written.
    """
    document = _opened(template)
    wrong: set[str] = set()
    for table in document.tables:
        _repeat_rows(table, rows, wrong)
    for paragraph in _paragraphs(document):
        _fill(paragraph, values, wrong)
    if wrong:
        raise AppError(
            f"模板“{template.name}”里有不认识的填写项：{'、'.join(sorted(wrong))}。",
            f"可用的填写项有：{'、'.join(sorted(values))}。",
        )
    document.save(str(target))


def _opened(template: Path) -> DocumentObject:
    try:
        return Document(str(template))
    except (OSError, BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise AppError(f"模板“{template}”读不出来。", "请恢复程序自带的模板，或另存为 .docx。") from error


def _repeat_rows(table: Table, rows: Sequence[Mapping[str, str]], wrong: set[str]) -> None:
    for row in [row for row in table.rows if "{{" + ROW_PREFIX in _text(row)]:
        for values in rows:
            copied = deepcopy(row._tr)  # noqa: SLF001 - python-docx has no public way to copy a row
            row._tr.addprevious(copied)  # noqa: SLF001
            named = {ROW_PREFIX + name: value for name, value in values.items()}
            for cell in _Row(copied, table).cells:
                for paragraph in cell.paragraphs:
                    _fill(paragraph, named, wrong)
        row._tr.getparent().remove(row._tr)  # noqa: SLF001


def _text(row: _Row) -> str:
    return "".join(cell.text for cell in row.cells).replace("{{ ", "{{")


def _paragraphs(document: DocumentObject) -> Iterator[Paragraph]:
    yield from document.paragraphs
    for table in document.tables:
        yield from _in_table(table)
    for section in document.sections:
        for part in (section.header, section.footer):
            yield from part.paragraphs
            for table in part.tables:
                yield from _in_table(table)


def _in_table(table: Table) -> Iterator[Paragraph]:
    seen: set[object] = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc not in seen:  # noqa: SLF001 - merged cells come more than once
                seen.add(cell._tc)  # noqa: SLF001
                yield from _in_cell(cell)


def _in_cell(cell: _Cell) -> Iterator[Paragraph]:
    yield from cell.paragraphs
    for table in cell.tables:
        yield from _in_table(table)


def _fill(paragraph: Paragraph, values: Mapping[str, str], wrong: set[str]) -> None:
    """Word cuts a placeholder into several runs at will, so the paragraph's text moves into its first run."""
    if not _PLACEHOLDER.search(paragraph.text):
        return

    def value(match: re.Match[str]) -> str:
        if match[1] not in values:
            wrong.add(match[1])
        return clean_cell(values.get(match[1], ""))

    filled = _PLACEHOLDER.sub(value, paragraph.text)
    first, *others = paragraph.runs
    first.text = filled
    for run in others:
        run.text = ""
