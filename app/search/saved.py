"""Saved searches with live counts, and what is new since they were last looked at."""

from dataclasses import dataclass

from app.domain.audit import Change
from app.domain.query import Mistake
from app.errors import AppError, WrongUseError
from app.search.find import understood
from app.store import fulltext_query, searches
from app.store.catalogue import Catalogue
from app.store.search_plan import plan
from app.store.searches import SavedSearch


@dataclass(frozen=True, slots=True)
class SavedCount:
    """A saved search with its number of texts now, and how many of them are new since the last look.

    Punctuation in phrases does not matter for either.
    """

    search: SavedSearch
    count: int
    new: int


def save(catalogue: Catalogue, name: str, query: str, *, by: str) -> str:
    """Keep a search under a name.

    Returns:
        Its UUID.

    Raises:
        WrongUseError: no name, or a mistake in the query.
    """
    if not name.strip():
        raise WrongUseError("请给保存的检索起一个名称。")
    understood(query)
    with catalogue.write(by=by, action="search.save") as unit:
        uuid = searches.save_search(unit.connection, name.strip(), query, by=by, at=unit.at)
        unit.record(uuid, [Change("name", None, name.strip()), Change("query", None, query)])
        unit.commit()
    return uuid


def overview(catalogue: Catalogue) -> list[SavedCount]:
    """All saved searches with what they find now."""
    with catalogue.read() as connection:
        kept = searches.saved_searches(connection)
    return [_counted(catalogue, search) for search in kept]


def named(catalogue: Catalogue, name: str) -> SavedSearch:
    """The saved search with a name.

    Raises:
        AppError: there is none.
    """
    with catalogue.read() as connection:
        kept = {search.name: search for search in searches.saved_searches(connection)}
    if name.strip() not in kept:
        held = f"已保存的有：{'、'.join(kept)}。" if kept else "目前没有保存的检索。"
        raise AppError(f"没有名为“{name}”的检索。", held)
    return kept[name.strip()]


def looked(catalogue: Catalogue, uuid: str, *, by: str) -> None:
    """A person has seen the hits of a saved search; only later ones are new."""
    with catalogue.write(by=by, action="search.look") as unit:
        searches.mark_looked(unit.connection, uuid, at=unit.at)
        unit.record(uuid)
        unit.commit()


def forget(catalogue: Catalogue, uuid: str, *, by: str) -> None:
    """Remove a saved search."""
    with catalogue.write(by=by, action="search.forget") as unit:
        searches.forget_search(unit.connection, uuid)
        unit.record(uuid)
        unit.commit()


def _counted(catalogue: Catalogue, search: SavedSearch) -> SavedCount:
    from app.search.language import understand

    node = understand(search.query)
    if isinstance(node, Mistake):
        # saved by an older version whose language allowed it
        return SavedCount(search, 0, 0)
    with catalogue.read() as connection:
        wanted = plan(connection, node)
        total = fulltext_query.count(connection, wanted)
        new = fulltext_query.count_added_after(connection, wanted, search.seen_number)
    return SavedCount(search, total, new)
