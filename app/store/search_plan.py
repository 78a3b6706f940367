"""How a query tree is answered: what the full-text table, the rowid and the columns each decide."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    and_,
    bindparam,
    false,
    func,
    literal_column,
    or_,
    select,
)

from app.domain.query import And, DateRange, Field, FieldEquals, Node, Not, Or, Phrase, Prefix, Word, texts
from app.store import fulltext
from app.store.match import is_textual, match_expression
from app.store.spellings import ways_to_print
from app.store.tables.holdings import location, root
from app.store.tables.index import (
    FULLTEXT,
    IS_DEAD,
    IS_LIVE,
    IS_SPILLED,
    facet_kind,
    facet_origin,
    index_entry,
)
from app.text.folding import fold
from app.text.frequent import place_of
from app.text.tokens import phrase_tokens, plain_name, runs

WORDS = fulltext.fulltext_table()

_EQUAL = {
    Field.ATTRIBUTE: facet_kind.c.attribute,
    Field.SUGGESTION: facet_kind.c.suggested_attribute,
    Field.STATE: facet_kind.c.review_state,
    Field.APPLICABILITY: facet_kind.c.applicability,
    Field.FORMAT: facet_kind.c.format,
}


_PECULIARITIES = select(
    select(index_entry.c.id).where(IS_DEAD).exists(), select(index_entry.c.id).where(IS_SPILLED).exists()
)
"""Whether there are superseded entries, and days with more texts than a day has ids."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a query is answered.

    ``match`` is the full-text expression, if there is one; ``first`` and ``last`` bound the entry ids;
    ``conditions`` are about columns of ``index_entry``; ``has_dead`` says that the full-text table holds
    superseded entries; ``words`` are the parts of the query that are not about a single frequent character.
    """

    match: str | None
    first: int | None
    last: int | None
    conditions: tuple[ColumnElement[bool], ...]
    has_dead: bool
    words: tuple[Node, ...]

    @property
    def title_match(self) -> str | None:
        """The part of :attr:`match` that may stand in title or number."""
        return _title_match(self.words) if self.match is not None else None

    @property
    def is_open(self) -> bool:
        """Whether a word ends in a single Han character, for which the lists of all pairs that begin with it
        are put together (half a second for the most frequent ones); such hits are not ranked.
        """
        return any(phrase_tokens(fold(piece.text)).is_open for part in self.words for piece in texts(part))

    @property
    def has_one_piece(self) -> bool:
        """Whether one word or number is searched for, so that a hit has it in its title or has not."""
        return sum(len(list(texts(part))) for part in self.words) == 1

    @property
    def id(self) -> ColumnElement[int]:
        """The column that holds an entry's id."""
        return WORDS.c.rowid if self.match is not None else index_entry.c.id

    @property
    def shape(self) -> "Shape | None":
        """What the statement of a page depends on where the full-text table alone answers, or ``None``."""
        if self.match is None or self.conditions:
            return None
        return Shape(self.first is not None, self.last is not None, self.has_dead)

    @property
    def values(self) -> dict[str, Any]:
        """What is filled into the statement of :attr:`shape`."""
        values = {"match": self.match, "first": self.first, "last": self.last}
        return {name: value for name, value in values.items() if value is not None}

    def select_words(self, *columns: ColumnElement[Any]) -> Select[tuple[Any, ...]]:
        """The columns for every hit, entries untouched where the full-text table knows enough."""
        shape = self.shape
        return self.select_entries(*columns) if shape is None else shape.select(*columns).params(self.values)

    def select_entries(self, *columns: ColumnElement[Any]) -> Select[tuple[Any, ...]]:
        """The columns for every hit, those of its entry included."""
        if self.match is None:
            statement = select(*columns).select_from(index_entry)
        else:
            statement = select(*columns).select_from(
                WORDS.join(index_entry, index_entry.c.id == WORDS.c.rowid)
            )
            statement = statement.where(matches(self.match))
        live = literal_column("+index_entry.live = 1") if self.match is not None else IS_LIVE
        return statement.where(live, *self._bounds(), *self.conditions)

    def _bounds(self) -> list[ColumnElement[bool]]:
        return bounds(self.id, self.first, self.last)


@dataclass(frozen=True, slots=True)
class Shape:
    """A search that the full-text table alone answers, without its words and bounds.

    Statements of one shape differ in values only, so that they can be kept: building one anew for
    every search costs more than finding fifty hits.
    """

    has_first: bool
    has_last: bool
    has_dead: bool

    def select(self, *columns: ColumnElement[Any]) -> Select[tuple[Any, ...]]:
        """The columns for every hit; :attr:`Plan.values` are still to be filled in."""
        statement = select(*columns).select_from(WORDS).where(matches(bindparam("match", type_=Text())))
        if self.has_first:
            statement = statement.where(WORDS.c.rowid >= bindparam("first", type_=Integer()))
        if self.has_last:
            statement = statement.where(WORDS.c.rowid <= bindparam("last", type_=Integer()))
        if self.has_dead:
            dead = select(index_entry.c.id).where(IS_DEAD)
            statement = statement.where(literal_column(f"+{FULLTEXT}.rowid").not_in(dead))
        return statement


def plan(connection: Connection, node: Node) -> Plan:
    """Decide how a query is answered; reads the catalogue only for names of bodies and folders."""
    parts = node.parts if isinstance(node, And) else (node,)
    words = [part for part in parts if _bit_of(part) is None]
    textual = [part for part in words if is_textual(part)]
    excluded = [part for part in words if isinstance(part, Not) and textual and _is_in_words(part.part)]
    ranges = [part for part in parts if isinstance(part, DateRange)]
    rest = [part for part in parts if part not in [*textual, *excluded, *ranges]]
    days = [day_bounds(part) for part in ranges]
    first = max((low for low, _ in days), default=None)
    last = min((high for _, high in days if high is not None), default=None)
    compiler = _Conditions(connection, has_driver=bool(textual))
    has_dead, has_spilled = connection.execute(_PECULIARITIES).one()
    return Plan(
        match=match_expression(And((*textual, *excluded))) if textual else None,
        first=None if first is None else fulltext.day_span(first)[0],
        last=None if last is None or has_spilled else fulltext.day_span(last)[1],
        conditions=tuple(compiler.condition(part) for part in [*rest, *(ranges if has_spilled else [])]),
        has_dead=bool(has_dead),
        words=tuple(words),
    )


def matches(expression: str | BindParameter[str]) -> ColumnElement[bool]:
    """That a row of the full-text table answers an expression."""
    name: ColumnElement[str] = literal_column(FULLTEXT)
    return name.bool_op("MATCH")(expression)


def day_bounds(part: DateRange) -> tuple[int, int | None]:
    """The day numbers of a range of dates; texts without a date are in no range."""
    first = part.first.toordinal() if part.first else fulltext.UNDATED + 1
    return first, part.last.toordinal() if part.last else None


def bounds(column: ColumnElement[int], low: int | None, high: int | None) -> list[ColumnElement[bool]]:
    """That a column lies between two values, ``None`` being open."""
    found: list[ColumnElement[bool]] = []
    if low is not None:
        found.append(column >= low)
    if high is not None:
        found.append(column <= high)
    return found


def issuing_bodies(connection: Connection) -> list[str]:
    """The different issuing bodies of what is indexed."""
    name = facet_origin.c.issuing_body
    return list(connection.scalars(select(name).where(name > "").distinct()))


def _is_in_words(node: Node) -> bool:
    """Whether the full-text table is what answers a part of a query."""
    return is_textual(node) and _bit_of(node) is None


def _bit_of(node: Node) -> tuple[int, int] | None:
    """For a single frequent character, wherever it stands, the number and the bit that entries keep of it."""
    if not isinstance(node, Word | Phrase | Prefix) or node.field is not None:
        return None
    pieces = runs(fold(node.text))
    return place_of(pieces[0]) if len(pieces) == 1 else None


def _title_match(parts: Sequence[Node]) -> str | None:
    """The expression for hits with one of the words in title or number."""
    pieces = [piece for part in parts for piece in texts(part)]
    wanted = [match_expression(piece) for piece in pieces if piece.field is not Field.TEXT]
    return "{title number} : (" + " OR ".join(wanted) + ")" if wanted else None


@dataclass(frozen=True, slots=True)
class _Conditions:
    """Turns parts of a query into conditions on ``index_entry``.

    ``has_driver``: a full-text expression leads. The columns' indexes must then stay unused (the
    unary plus), or SQLite might ask the full-text table once for every entry.
    """

    connection: Connection
    has_driver: bool

    def condition(self, node: Node) -> ColumnElement[bool]:
        """A part of a query as a condition."""
        if is_textual(node):
            return self._words(node)
        match node:
            case And(parts):
                return and_(*map(self.condition, parts))
            case Or(parts):
                return or_(*map(self.condition, parts))
            case Not(part):
                # a missing value is not the value, so its negation holds
                return func.coalesce(self.condition(part), literal_column("0")) == literal_column("0")
            case DateRange():
                return and_(*bounds(self._column("day"), *day_bounds(node)))
            case FieldEquals():
                return self._equals(node)
            case _:
                raise AssertionError(f"{type(node).__name__} is handled as text")

    def _words(self, node: Node) -> ColumnElement[bool]:
        place = _bit_of(node)
        if place is None:
            found = select(WORDS.c.rowid).where(matches(match_expression(node)))
            return self._column("id").in_(found)
        number, bit = place
        held = self._column(f"frequent_{number}").op("&")(literal_column(str(1 << bit)))
        return held != literal_column("0")

    def _equals(self, node: FieldEquals) -> ColumnElement[bool]:
        match node:
            case FieldEquals(Field.BODY, value):
                wanted = plain_name(value)
                bodies = [body for body in issuing_bodies(self.connection) if wanted in plain_name(body)]
                found = select(facet_origin.c.id).where(facet_origin.c.issuing_body.in_(bodies))
                return self._column("origin_id").in_(found)
            case FieldEquals(Field.FOLDER, value):
                return self._column("content_id").in_(_contents_below(self.connection, value))
            case FieldEquals(Field.GENRE, value):
                held = self.connection.scalars(select(facet_kind.c.genre).distinct())
                genres = facet_kind.c.genre.in_(ways_to_print(value, held))
                return self._column("kind_id").in_(select(facet_kind.c.id).where(genres))
            case FieldEquals(field, value):
                found = select(facet_kind.c.id).where(_EQUAL[field] == value)
                return self._column("kind_id").in_(found)

    def _column(self, name: str) -> ColumnElement[Any]:
        return literal_column(f"+index_entry.{name}") if self.has_driver else index_entry.c[name]


def _contents_below(connection: Connection, folder: str) -> Select[tuple[int | None]]:
    """The contents of files below a folder, given as its path under a root or with the root's label."""
    wanted = folder.strip("/")
    places = []
    for row in connection.execute(select(root.c.id, root.c.label)):
        places.append(_below(row.id, wanted))
        if wanted == row.label:
            places.append(location.c.root_id == row.id)
        elif wanted.startswith(f"{row.label}/"):
            places.append(_below(row.id, wanted[len(row.label) + 1 :]))
    return select(location.c.content_id).where(or_(false(), *places), location.c.content_id.is_not(None))


def _below(root_id: int, path: str) -> ColumnElement[bool]:
    low, high = os.fsencode(f"{path}/"), os.fsencode(f"{path}0")
    return and_(location.c.root_id == root_id, location.c.raw_path >= low, location.c.raw_path < high)
