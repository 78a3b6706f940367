"""Values of spreadsheet cells as text, and rows of them as lines."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from app.formats import refusals
from app.formats.reader import TextBuilder

MAX_CELLS = 5_000_000
MAX_CHARACTERS = 50_000_000
_MAX_IDLE_ROWS = 2_000_000
_LARGEST = 1e24
_BLANKS = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\v": " ", "\f": " "})

Value = str | float | bool | datetime.date | datetime.time | datetime.timedelta | None


def cell_text(value: Value) -> str:
    """A cell as a person reads it: whole numbers without a point, dates in ISO, one line."""
    if isinstance(value, str):
        return value.replace("\r\n", " ").translate(_BLANKS)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return _number(value)
    return "" if value is None else _time(value)


def _time(value: datetime.date | datetime.time | datetime.timedelta) -> str:
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time(0)
        return value.date().isoformat() if is_day else value.isoformat(" ", "seconds")
    if isinstance(value, datetime.time):
        return value.isoformat("seconds")
    return str(value)


def _number(value: float) -> str:
    """The 15 digits a spreadsheet keeps; long numbers (identity, bank) never get an exponent."""
    shown = f"{value:.15g}"
    return f"{Decimal(shown):f}" if abs(value) < _LARGEST else shown


def _filled(row: Sequence[Value]) -> list[str]:
    """The cells of a row up to the last one that holds something."""
    blanks = row.count("")  # of every cell in most rows of wide sheets
    if blanks == len(row) or blanks + row.count(None) == len(row):
        return []
    texts = [cell_text(value) for value in row]
    while texts and not texts[-1].strip():
        texts.pop()
    return texts


def add_rows(
    builder: TextBuilder,
    rows: Iterable[Sequence[Value]],
    on_row: Callable[[int, int, list[str]], None] | None = None,
) -> None:
    """Add rows as lines with tabs between the cells; several empty rows shrink to one.

    ``on_row`` is told of each row that was added and holds something: its place among ``rows``, where it
    begins in the text, and its cells.

    Raises:
        UnreadableError: too large.
    """
    idle = cells = 0
    for index, row in enumerate(rows):
        texts = _filled(row)
        idle = 0 if texts else idle + 1
        cells += len(texts)
        start = builder.length
        if texts or idle == 1:
            builder.add("\t".join(texts) + "\n")
        if texts and on_row is not None:
            on_row(index, start, texts)
        if cells > MAX_CELLS or builder.length > MAX_CHARACTERS:
            raise refusals.too_large("表格超过五百万个单元格或五千万字。")
        if idle > _MAX_IDLE_ROWS:
            return
