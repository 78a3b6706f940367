"""Lists of natural persons: the strongest practical sign of private data (条例 711 art. 15)."""

import re
from collections.abc import Iterator, Sequence

from app.classify.personal_information.source import Source
from app.classify.personal_information.surnames import is_name
from app.classify.personal_information.tables import NAME_HEADERS, OFFICE_HEADERS, PRIVATE_HEADERS, Table
from app.classify.personal_information.word_lists import words
from app.domain.disclosure import Finding

LEAST_ROWS = 3
_MASKED_NAME = re.compile("[一-鿿][*×某○〇_]{1,3}[一-鿿]?")
_SHAPE_OF_NAME = re.compile("[一-鿿]{2,4}")
"""Rare surnames in a column of names count where every second cell is surely a name."""
_HARMLESS = words("性别 民族 联系电话 电话 联系方式 手机 手机号 手机号码 地址 金额 等级")
"""Headers that an office's own staff or contact list has too; alone they make no roster of private persons
unless an amount, an account or a paper stands beside them."""


def find_rosters(source: Source, tables: Sequence[Table], numbers: Sequence[Finding]) -> Iterator[Finding]:
    """Tables with names and something private in three rows or more, and such lines without a header."""
    covered: set[int] = set()
    for table in tables:
        if _is_roster(source.folded, table):
            covered.update(range(table.start, table.end))
            yield source.finding("roster", table.start, table.end, 0.9, f"{len(table.rows)}行")
    for start, end, count in _runs_of_lines(source.folded, numbers):
        if start not in covered:
            yield source.finding("roster", start, end, 0.85, f"{count}行")


def _is_roster(folded: str, table: Table) -> bool:
    if not table.has(NAME_HEADERS) or not _is_about_persons(table):
        return False
    names = shapes = 0
    for cell in table.column(NAME_HEADERS):
        word = re.sub(r"\s", "", folded[cell.start : cell.end])
        names += bool(is_name(word, certain_place=True) or _MASKED_NAME.fullmatch(word))
        shapes += bool(_SHAPE_OF_NAME.fullmatch(word))
    return max(names, shapes if 2 * names >= shapes else 0) >= LEAST_ROWS


def _is_about_persons(table: Table) -> bool:
    private = {header for header in table.headers if header in PRIVATE_HEADERS}
    if private - _HARMLESS:
        return True
    is_office_list = any(header in OFFICE_HEADERS for header in table.headers)
    return bool(private - {"性别", "民族", "等级"}) and not is_office_list


def _runs_of_lines(folded: str, numbers: Sequence[Finding]) -> Iterator[tuple[int, int, int]]:
    """Three or more neighbouring lines that each hold an identity number."""
    lines = sorted(
        {folded.rfind("\n", 0, finding.start) + 1 for finding in numbers if finding.kind == "resident_id"}
    )
    run: list[tuple[int, int]] = []
    for start in lines:
        end = folded.find("\n", start)
        end = len(folded) if end < 0 else end
        if run and start - run[-1][1] > 2:
            yield from _finished(run)
            run = []
        run.append((start, end))
    yield from _finished(run)


def _finished(run: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    if len(run) >= LEAST_ROWS:
        yield run[0][0], run[-1][1], len(run)
