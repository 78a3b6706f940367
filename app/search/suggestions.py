"""“Did you mean”: other queries when a document number or an issuing body finds nothing."""

import re
from difflib import get_close_matches

from app.domain.query import And, DocumentNumber, Field, FieldEquals, Node, Not, Or, texts
from app.store import near
from app.store.catalogue import Reading
from app.store.search_plan import issuing_bodies
from app.text.folding import fold

MOST = 5
REACH = 3
LEAST_LIKENESS = 0.5

_NUMBER = re.compile(r"(?P<series>.+)〔(?P<year>\d{4})〕(?P<serial>\d+)号")


def suggestions(connection: Reading, node: Node) -> tuple[str, ...]:
    """Queries that are near to what was asked and find something; at most five."""
    found: list[str] = []
    for piece in texts(node):
        if isinstance(piece, DocumentNumber):
            found += _numbers(connection, piece.text)
    for value in _bodies(node):
        held = issuing_bodies(connection)
        found += [f"发文机关:{name}" for name in _likely(value, held)]
    return tuple(dict.fromkeys(found))[:MOST]


def _numbers(connection: Reading, number: str) -> list[str]:
    """Near numbers: of series that look like the typed one, and of the same series in another year."""
    parts = _NUMBER.fullmatch(number)
    if parts is None:
        return []
    year, serial = int(parts["year"]), int(parts["serial"])
    series = _likely(parts["series"], near.number_series(connection))
    found = near.numbers_of(connection, series, year, serial, reach=0)
    for one in series[:1]:
        found += near.same_serial(connection, one, serial)
    return found + near.numbers_of(connection, series[:1], year, serial, reach=REACH)


def _likely(typed: str, held: list[str]) -> list[str]:
    by_folded = {fold(name): name for name in held}
    return [by_folded[name] for name in get_close_matches(fold(typed), by_folded, MOST, LEAST_LIKENESS)]


def _bodies(node: Node) -> list[str]:
    match node:
        case FieldEquals(Field.BODY, value):
            return [value]
        case And(parts) | Or(parts):
            return [value for part in parts for value in _bodies(part)]
        case Not(part):
            return _bodies(part)
        case _:
            return []
