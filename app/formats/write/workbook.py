"""Spreadsheets of text cells (ECMA-376), streamed row by row.

Every cell is a string cell in text format, so a reader stores exactly what was given: leading zeros,
long digits and dates stay as they are, and a value that begins like a formula is not one. Such values
also carry ``quotePrefix``, which keeps Excel from reading them anew when a person edits the cell.
Only columns named as figures hold numbers, for sums and charts.

The rows are written as XML by hand: openpyxl's write-only mode needs 46 seconds for 100,000 styled
rows of nine columns, this module three, and both keep no rows in memory.
"""

import re
from collections.abc import Collection, Iterable, Sequence, Sized
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from app.formats.write.charts import chart_overrides, chart_parts

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LONGEST_CELL = 32767
"""Excel's limit, in characters."""

MOST_ROWS = 1_048_575
"""Rows of one sheet below its head."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORBIDDEN_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_FIGURE = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?")
_STYLE_PLAIN, _STYLE_QUOTED, _STYLE_HEAD, _STYLE_FIGURE = 1, 2, 3, 4
_ROWS_PER_WRITE = 500


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to write. ``widths`` in characters; ``rows`` may be a generator and is read once.

    Printed on A4 with the head repeated on every page, ``heading`` above and page n of m below.
    ``figures``: headers of the columns whose whole numbers and decimals are written as numbers;
    ``chart``: those of them drawn as bars over the first column (``rows`` then has a length).
    """

    title: str
    headers: Sequence[str]
    rows: Iterable[Sequence[str]]
    widths: Sequence[float] = ()
    is_landscape: bool = True
    heading: str = ""
    figures: Sequence[str] = ()
    chart: Sequence[str] = ()

    @property
    def drawn_rows(self) -> int:
        """How many rows its chart draws; 0 without a chart."""
        return len(self.rows) if self.chart and isinstance(self.rows, Sized) else 0


def begins_like_formula(value: str) -> bool:
    """Whether a spreadsheet program could take the value for a formula."""
    return value.startswith(FORMULA_STARTS)


def clean_cell(value: str) -> str:
    """The value without control characters, which no spreadsheet can hold."""
    return _ILLEGAL.sub("", value)


def write_workbook(path: Path, sheets: Sequence[Sheet]) -> int:
    """Write the sheets to ``path``; returns the number of rows below the heads.

    Raises:
        ValueError: a cell or a sheet is longer than Excel allows.
        OSError: the target cannot be written.
    """
    names = [_FORBIDDEN_IN_SHEET_NAME.sub("_", sheet.title)[:31] for sheet in sheets]
    charted = [n for n, sheet in enumerate(sheets, start=1) if sheet.drawn_rows]
    parts = _frame(names, charted)
    for n in charted:
        sheet = sheets[n - 1]
        parts |= chart_parts(n, names[n - 1], sheet.headers, sheet.drawn_rows, sheet.chart)
    count = 0
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=4) as archive:
        for name, text in parts.items():
            archive.writestr(name, _DECLARATION + text)
        for index, sheet in enumerate(sheets, start=1):
            with archive.open(f"xl/worksheets/sheet{index}.xml", "w", force_zip64=True) as target:
                count += _write_sheet(target, sheet)
    return count


def _frame(names: Sequence[str], charted: Sequence[int]) -> dict[str, str]:
    """The parts of the package beside the sheets."""
    numbers = range(1, len(names) + 1)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        for n in numbers
    ) + "".join(map(chart_overrides, charted))
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET_TYPE}.styles+xml"/>{overrides}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": _workbook(names),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
            f'<Relationship Id="rId{len(names) + 1}" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>'
        ),
        "xl/styles.xml": _STYLES,
    }


def _workbook(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(names, start=1)
    )
    titles = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{n}">{escape(_quoted(name))}!$1:$1</definedName>'
        for n, name in enumerate(names)
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{sheets}</sheets>'
        f"<definedNames>{titles}</definedNames></workbook>"
    )


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


_CELL_FORMAT = (
    '<xf numFmtId="49" fontId="{font}" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" '
    'applyBorder="1" applyAlignment="1"{quote}><alignment {place}vertical="center" wrapText="1"/></xf>'
)
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="10"/><name val="宋体"/></font>'
    '<font><b/><sz val="10"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/>'
    '<right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    + _CELL_FORMAT.format(font=0, quote="", place="")
    + _CELL_FORMAT.format(font=0, quote=' quotePrefix="1"', place="")
    + _CELL_FORMAT.format(font=1, quote="", place='horizontal="center" ')
    + _CELL_FORMAT.format(font=0, quote="", place='horizontal="right" ').replace(
        'numFmtId="49"', 'numFmtId="0"'
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def _write_sheet(target: IO[bytes], sheet: Sheet) -> int:
    target.write((_DECLARATION + _sheet_head(sheet)).encode())
    target.write(_row(1, sheet.headers, _STYLE_HEAD).encode())
    figures = {place for place, header in enumerate(sheet.headers) if header in sheet.figures}
    pending: list[str] = []
    number = 1
    for number, values in enumerate(sheet.rows, start=2):
        pending.append(_row(number, values, None, figures))
        if len(pending) >= _ROWS_PER_WRITE:
            target.write("".join(pending).encode())
            pending.clear()
    if number - 1 > MOST_ROWS:
        raise ValueError(number)
    target.write(("".join(pending) + _sheet_foot(sheet)).encode())
    return number - 1


def _sheet_head(sheet: Sheet) -> str:
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" style="{_STYLE_PLAIN}" customWidth="1"/>'
        for n, width in enumerate(sheet.widths, start=1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'
        '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews>{columns and f'<cols>{columns}</cols>'}<sheetData>"
    )


def _sheet_foot(sheet: Sheet) -> str:
    way = "landscape" if sheet.is_landscape else "portrait"
    heading = escape(clean_cell(sheet.heading).replace("&", "&&"))
    above = f"<oddHeader>&amp;C&amp;14{heading}</oddHeader>" if heading else ""
    drawing = '<drawing r:id="rId1"/>' if sheet.drawn_rows else ""
    return (
        '</sheetData><pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>'
        f'<pageSetup paperSize="9" orientation="{way}" fitToHeight="0"/>'
        f"<headerFooter>{above}<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>"
        f"{drawing}</worksheet>"
    )


def _row(
    number: int, values: Sequence[str], style: int | None, figures: Collection[int] = frozenset()
) -> str:
    cells = (
        _figure(value) if place in figures and _FIGURE.fullmatch(value) else _cell(value, style)
        for place, value in enumerate(values)
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def _figure(value: str) -> str:
    return f'<c s="{_STYLE_FIGURE}"><v>{value}</v></c>'


def _cell(value: str, style: int | None) -> str:
    if not value:
        return f'<c s="{style or _STYLE_PLAIN}"/>'
    if len(value) > LONGEST_CELL:
        raise ValueError(len(value))
    kind = style or (_STYLE_QUOTED if value.startswith(FORMULA_STARTS) else _STYLE_PLAIN)
    text = escape(_LOOKS_ESCAPED.sub("_x005F_", _ILLEGAL.sub("", value)))
    return f'<c s="{kind}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
