"""Writing the full-text index, in the same transaction as the documents it finds.

Only live entries count. A new text or date supersedes the entry of a content; when more than five
in a hundred entries are dead, :mod:`app.store.reindex` builds the index anew. A record on paper has
no content; its entry names the document and has no text but title and number.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    TableClause,
    bindparam,
    column,
    func,
    insert,
    select,
    table,
    update,
)

from app.domain.document import ElementName
from app.store import codec
from app.store.many_rows import listed
from app.store.tables.holdings import content, content_text, document, member, setting
from app.store.tables.index import (
    FULLTEXT,
    FULLTEXT_NEXT,
    IS_DEAD,
    IS_LIVE,
    SEQUENCE_BITS,
    frequent_columns,
    index_entry,
)
from app.text import frequent
from app.text.folding import fold_each
from app.text.tokens import TOKENISER_VERSION, index_tokens_of_each

UNDATED = 0
"""The day number of texts without a date; they come last when the newest come first."""

MOST_DEAD = 0.05
LEAST_DEAD = 200
"""Fewer dead entries cost nothing that a person would notice, whatever their share."""

_MOST_CHARACTERS = 12_000_000
"""So many characters of words, three times the text's, are held while they are written together."""

_TOGETHER = 32_000
"""So many characters are cut into words as one: more would not fit into the processor's cache."""

REBUILT_KEY = "fulltext.rebuilt_up_to"
REBUILT_UP_TO = select(setting.c.value).where(setting.c.key == REBUILT_KEY)
"""The highest entry in the table that is to replace the index; no row when none is being built."""

_COLUMNS = ("body", "title", "number")


@dataclass(frozen=True, slots=True)
class IndexedText:
    """What is searched of one content: the title and number that count for it, and its text.

    ``words``: the text's tokens, where a worker process has made them already.
    """

    title: str
    number: str
    body: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a content for each column of the full-text table, and the numbers of its frequent characters."""

    body: str
    title: str
    number: str
    frequent: tuple[int, ...]

    @property
    def bits(self) -> dict[str, int]:
        """The numbers of the frequent characters by their columns."""
        return {column.name: number for column, number in zip(frequent_columns, self.frequent, strict=True)}


def tokens_of(texts: Sequence[IndexedText]) -> list[Tokens]:
    """What the index stores of texts; some of them together take half the time that they take alone."""
    found: list[Tokens] = []
    group: list[IndexedText] = []
    held = 0
    for one in texts:
        group.append(one)
        held += len(one.body) + len(one.title)
        if held > _TOGETHER:
            found += _tokens_of_group(group)
            group, held = [], 0
    return found + _tokens_of_group(group)


def _tokens_of_group(group: Sequence[IndexedText]) -> list[Tokens]:
    if not group:
        return []
    searched = fold_each([part for one in group for part in (one.body, one.title, one.number)])
    words = index_tokens_of_each(searched)
    for place, one in enumerate(group):
        if one.words is not None:
            words[len(_COLUMNS) * place] = searched[len(_COLUMNS) * place] = one.words
    held = frequent.held_in_each(searched)
    columns = [range(place, place + len(_COLUMNS)) for place in range(0, len(words), len(_COLUMNS))]
    return [
        Tokens(
            words[body], words[title], words[number], frequent.united([held[body], held[title], held[number]])
        )
        for body, title, number in columns
    ]


def fulltext_table(name: str = FULLTEXT) -> TableClause:
    """The virtual table, whose columns can be written and matched but not read."""
    return table(name, column("rowid"), *map(column, _COLUMNS))


def index_content(connection: Connection, content_id: int) -> None:
    """Bring the index in line with what the catalogue holds of a content.

    Call it in the transaction that wrote the text, or that changed title, number or date.
    """
    index_contents(connection, [content_id])


def index_contents(
    connection: Connection, content_ids: Iterable[int], words: Mapping[int, str] | None = None
) -> None:
    """The same for several contents, their words being written together.

    With every other statement in between, FTS5 would write what it has gathered to the file.
    ``words`` are the tokens of texts, where they are known.
    """
    entered: list[_Entered] = []
    for content_id in content_ids:
        row = connection.execute(_HELD, {"content": content_id}).one()
        known = words.get(content_id) if words else None
        body = codec.unpack_text(row.body) if row.body is not None and known is None else ""
        texts = IndexedText(row.title or "", row.document_number or "", body, known)
        entered.append(_enter(connection, Found(content_id), texts, sort_day(row.dated_on, row.year)))
        if sum(len(one.tokens.body) for one in entered) > _MOST_CHARACTERS:
            _write(connection, entered)
            entered.clear()
    _write(connection, entered)


SEARCHED = frozenset({ElementName.TITLE, ElementName.DOCUMENT_NUMBER, ElementName.DATED_ON})
"""The elements that an entry is made of; correcting others leaves the index as it is."""


def index_documents(connection: Connection, document_ids: Sequence[int]) -> None:
    """Index every file of documents again, after their title, number or date was corrected."""
    held = select(member.c.document_id, member.c.content_id).where(listed(member.c.document_id, document_ids))
    files = connection.execute(held).all()
    index_contents(connection, [row.content_id for row in files])
    for document_id in set(document_ids) - {row.document_id for row in files}:
        index_paper(connection, document_id)


def index_paper(connection: Connection, document_id: int) -> None:
    """Bring the index in line with a record on paper, which is found by its title and its number.

    One that has files by now, or has become part of another document, is found no more.
    """
    found = Found(document_id=document_id)
    row = connection.execute(_ON_PAPER, {"document": document_id}).first()
    if row is None:
        supersede(connection, found)
        return
    texts = IndexedText(row.title, row.document_number or "", "")
    _write(connection, [_enter(connection, found, texts, sort_day(row.dated_on, row.year))])


@dataclass(frozen=True, slots=True)
class Found:
    """What an entry finds: a content, or a document that has none and exists on paper only."""

    content_id: int | None = None
    document_id: int | None = None

    @property
    def entries(self) -> ColumnElement[bool]:
        """Its entries, of which one at most is live."""
        if self.content_id is not None:
            return index_entry.c.content_id == self.content_id
        return index_entry.c.content_id.is_(None) & (index_entry.c.document_id == self.document_id)


@dataclass(frozen=True, slots=True)
class _Entered:
    """An entry whose words are still to be written; ``is_rebuilt``: also into the index being built."""

    entry_id: int
    tokens: Tokens
    is_rebuilt: bool


def _enter(connection: Connection, found: Found, texts: IndexedText, day: int) -> _Entered:
    """Write an entry; the one that was there before stops being live. ``day``: see :func:`sort_day`."""
    (tokens,) = tokens_of([texts])
    place = next_place(connection, found, day)
    if place.previous is not None:
        supersede(connection, found)
    entry = {
        "id": place.entry_id,
        "day": day,
        "content_id": found.content_id,
        "document_id": found.document_id,
        "tokeniser_version": TOKENISER_VERSION,
        "number": place.previous or place.next_number,
    }
    connection.execute(_PUT_ENTRY, entry | tokens.bits)
    return _Entered(place.entry_id, tokens, place.entry_id <= place.rebuilt_up_to)


def _write(connection: Connection, entered: Sequence[_Entered]) -> None:
    """Write the words of entries."""
    write_words(connection, FULLTEXT, ((one.entry_id, one.tokens) for one in entered))
    rebuilt = [(one.entry_id, one.tokens) for one in entered if one.is_rebuilt]
    if rebuilt:
        write_words(connection, FULLTEXT_NEXT, rebuilt)


def supersede(connection: Connection, found: Found) -> None:
    """Let an entry count no more; it stays in the index until that is built anew."""
    connection.execute(update(index_entry).where(found.entries, IS_LIVE).values(live=0))


def write_words(connection: Connection, name: str, entries: Iterable[tuple[int, Tokens]]) -> None:
    """Put the tokens of entries, each given with its id, into a full-text table."""
    rows = [(entry_id, words.body, words.title, words.number) for entry_id, words in entries]
    if not rows:
        return
    columns = ", ".join(_COLUMNS)
    # written for the driver: building the statement anew would cost a third of the whole
    connection.exec_driver_sql(f"INSERT INTO {name}(rowid, {columns}) VALUES (?, ?, ?, ?)", rows)  # noqa: S608 - our own names


def sort_day(dated_on: str | None, year: int | None = None) -> int:
    """The day number by which a text is ordered; a missing month or day counts as the first.

    Args:
        dated_on: ``2008``, ``2008-03`` or ``2008-03-07``; dates that do not exist fall to the month.
        year: used when there is no date, such as the year of the document number.
    """
    parts = [int(part) for part in dated_on.split("-")] if dated_on else []
    if not parts and year:
        parts = [year]
    for length in range(len(parts), 0, -1):
        try:
            return date(*[*parts[:length], 1, 1][:3]).toordinal()
        except ValueError:
            continue
    return UNDATED


def day_span(day: int) -> tuple[int, int]:
    """The lowest and the highest entry id of a day; texts without date share all days before 1900."""
    last = day if day > UNDATED else _FIRST_DAY - 1
    return day << SEQUENCE_BITS, ((last + 1) << SEQUENCE_BITS) - 1


def has_too_many_dead(connection: Connection) -> bool:
    """Whether entries that do not count any more are worth a rebuild."""
    dead = connection.scalar(select(func.count()).where(IS_DEAD)) or 0
    live = connection.scalar(select(func.count()).where(IS_LIVE)) or 0
    return dead >= LEAST_DEAD and dead > MOST_DEAD * (dead + live)


_OF_CONTENT = content.outerjoin(member, member.c.content_id == content.c.id).outerjoin(
    document, document.c.id == member.c.document_id
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a new entry goes; ``previous`` is the number of the entry that it supersedes.

    ``rebuilt_up_to``: entries up to this one stand in the index that is being built, too.
    """

    entry_id: int
    previous: int | None
    next_number: int
    rebuilt_up_to: int


def next_place(connection: Connection, found: Found, day: int) -> Place:
    """Find the next free id of a day, or of the next one when it is full."""
    first, last = day_span(day)
    statement, wanted = (
        (_PLACE, found.content_id) if found.content_id is not None else (_PAPER_PLACE, found.document_id)
    )
    row = connection.execute(statement, {"found": wanted, "first": first, "last": last}).one()
    highest = row.highest
    while highest == last:
        first, last = day_span(last + 1 >> SEQUENCE_BITS)
        highest = connection.scalar(_HIGHEST, {"first": first, "last": last})
    entry_id = first + 1 if highest is None else highest + 1
    return Place(entry_id, row.previous, (row.number or 0) + 1, int(row.rebuilt_up_to or -1))


def _place_statement(entries: ColumnElement[bool]) -> Select[tuple[Any, ...]]:
    """Everything that a new entry's place depends on in one statement: it runs for every text."""
    previous = select(index_entry.c.number).where(entries, IS_LIVE)
    # of dead entries too: the condition would make SQLite read all live ones
    number = select(func.max(index_entry.c.number))
    return select(
        previous.scalar_subquery().label("previous"),
        _HIGHEST.scalar_subquery().label("highest"),
        number.scalar_subquery().label("number"),
        REBUILT_UP_TO.scalar_subquery().label("rebuilt_up_to"),
    )


_FIRST_DAY = date(1900, 1, 1).toordinal()
_HIGHEST = select(func.max(index_entry.c.id)).where(
    index_entry.c.id.between(bindparam("first"), bindparam("last"))
)
_PLACE = _place_statement(index_entry.c.content_id == bindparam("found"))
_PAPER_PLACE = _place_statement(
    index_entry.c.content_id.is_(None) & (index_entry.c.document_id == bindparam("found"))
)
_ON_PAPER = select(document.c.title, document.c.document_number, document.c.dated_on, document.c.year).where(
    document.c.id == bindparam("document"), document.c.is_paper_only == 1, document.c.merged_into.is_(None)
)
_PUT_ENTRY = insert(index_entry)
_HELD = (
    select(
        content_text.c.body,
        document.c.title,
        document.c.document_number,
        document.c.dated_on,
        document.c.year,
    )
    .select_from(_OF_CONTENT.outerjoin(content_text, content_text.c.content_id == content.c.id))
    .where(content.c.id == bindparam("content"))
)
"""What is searched of a content, as the catalogue holds it."""
