"""How the texts that answer a query spread over years, issuing bodies, genres and other values.

An entry carries two numbers of combinations of values (see ``tables.index``), so that a hundred thousand
hits are counted by two small integers each and only the combinations that occur are looked up.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, select

from app.store.search_plan import Plan
from app.store.spellings import NAMES, merged
from app.store.tables.index import facet_kind, facet_origin, index_entry

FEW_COMBINATIONS = 200
"""Up to so many rows of a facet dictionary are looked up; for more the whole of it is read."""

Combinations = Counter[tuple[int, ...]]
"""How often rows of a dictionary, given by their numbers, occur together."""


def facets(connection: Connection, wanted: Plan, *, is_grouped: bool = False) -> dict[str, Counter[Any]]:
    """How many of the texts found have which year, issuing body, genre, attribute, state and format.

    Unknown values are empty or 0; a name that is printed in several ways is one value. When grouped,
    items (件) are counted; one whose files have several formats counts for each of them.
    """
    origin, kind = index_entry.c.origin_id, index_entry.c.kind_id
    if is_grouped:
        rows = connection.execute(wanted.select_entries(index_entry.c.document_id, origin, kind))
        origins, kinds = _by_item(rows)
    else:
        cursor = connection.execute(wanted.select_entries(origin, kind)).cursor
        assert cursor is not None
        # the driver's own tuples: making a row object of each costs as much as finding them
        found = cursor.fetchall()
        origins, kinds = (_alone(map(itemgetter(place), found)) for place in (0, 1))
    return _by_value(connection, facet_origin, origins) | _by_value(connection, facet_kind, kinds)


def _alone(numbers: Iterable[int]) -> Combinations:
    return Counter({(one,): count for one, count in Counter(numbers).items()})


def _by_item(rows: Iterable[Any]) -> tuple[Combinations, Combinations]:
    """For how many items their entries have which numbers in the two dictionaries."""
    origins: dict[int, set[int]] = defaultdict(set)
    kinds: dict[int, set[int]] = defaultdict(set)
    for item, origin, kind in rows:
        if item is not None:
            origins[item].add(origin)
            kinds[item].add(kind)
    return Counter(map(tuple, origins.values())), Counter(map(tuple, kinds.values()))


def _by_value(connection: Connection, dictionary: Table, counted: Combinations) -> dict[str, Counter[Any]]:
    """Counts of combinations, added up for each column of their dictionary."""
    names = [column.name for column in dictionary.columns if column.name != "id"]
    found: dict[str, Counter[Any]] = {name: Counter() for name in names}
    statement = select(dictionary)
    if len(counted) <= FEW_COMBINATIONS:
        statement = statement.where(dictionary.c.id.in_({one for together in counted for one in together}))
    held = {identifier: values for identifier, *values in connection.execute(statement)}
    for together, count in counted.items():
        rows = [held[one] for one in together]
        for place, name in enumerate(names):
            for value in {row[place] for row in rows}:
                found[name][value] += count
    return {name: merged(counts) if name in NAMES else counts for name, counts in found.items()}
