"""Delimited text for import programs: every field quoted, lines end with CRLF (RFC 4180).

CSV has no cell types, so a value that begins like a formula is written as it is: an import program
stores it unchanged, whereas any escape (an apostrophe, a tab) would be stored with it. Whoever offers
such a file names those cells to the user, who then knows not to open it by double click.
"""

import csv
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path


class CsvEncoding(StrEnum):
    """GB18030 holds every Unicode character; UTF-8 is marked by a BOM, without which Excel misreads it."""

    GB18030 = "gb18030"
    UTF_8 = "utf-8-sig"


def write_csv(
    path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]], encoding: CsvEncoding
) -> int:
    """Write the table; returns the number of rows below the head.

    Raises:
        OSError: the target cannot be written.
    """
    count = 0
    with path.open("w", encoding=encoding.value, newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(headers)
        for row in rows:
            writer.writerow(row)
            count += 1
    return count
