"""Comma separated values, as Excel and old registers export them."""

import csv
import io

from app.domain.source import PartKind
from app.formats.encoding import decode
from app.formats.read.cells import add_rows
from app.formats.reader import TextBuilder

_DELIMITERS = ",;\t|"
_SAMPLE_LINES = 20
_LONGEST_FIELD = 10_000_000


def comma_separated(builder: TextBuilder, data: bytes) -> dict[str, str]:
    """Add the rows; returns the encoding and the delimiter as properties."""
    decoded = decode(data)
    text = decoded.text.replace("\x00", "")
    delimiter = guess_delimiter(text)
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    start = builder.length
    with builder.part(PartKind.SHEET):
        try:
            add_rows(builder, rows)
        except csv.Error:  # a quotation mark that never closes: the lines as they are
            if builder.length == start:
                add_rows(builder, (line.split(delimiter) for line in text.splitlines()))
    return {"encoding": decoded.encoding, "delimiter": delimiter}


def guess_delimiter(text: str) -> str:
    """The sign that cuts the first lines into the same number of fields, most often."""
    lines = [line for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        counts = [line.count(delimiter) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        score = counts.count(usual) * (1 + 0.01 * usual) if usual else 0.0
        if score > best_score:
            best, best_score = delimiter, score
    return best
