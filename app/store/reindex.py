"""Building the full-text index anew beside the old one, which answers until the new one is whole.

Needed when another version of the tokeniser made the index, when too many entries are dead, and to
get rid of the words of a purged content. The work goes on in slices, each a short transaction; it
may be stopped after any of them and goes on where it stopped. Entries go in by date, which is the
quickest way to fill the table and leaves the smallest one.
"""

import sqlite3
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    bindparam,
    column,
    delete,
    func,
    literal_column,
    select,
    table,
    text,
    update,
)

from app.progress import Progress
from app.store import codec, fulltext
from app.store.catalogue import Catalogue, put_setting
from app.store.tables.holdings import content, content_text, document, member, setting
from app.store.tables.index import (
    FULLTEXT,
    FULLTEXT_NEXT,
    IS_DEAD,
    IS_LIVE,
    frequent_columns,
    fulltext_ddl,
    index_entry,
)
from app.text.tokens import TOKENISER_VERSION

SLICE = 500
"""Texts per transaction: about half a second, so that others who write wait no longer."""

MERGE_PAGES = 2000
_HASH_BYTES = 32 << 20
_AUTOMERGE, _CRISISMERGE = 4, 16
_MOST_SEGMENTS = 1999
"""While the table is filled its segments stay apart, so that every word is merged once, at the end."""

_STAGE = "重建全文索引"


def needs_rebuild(connection: Connection) -> bool:
    """Whether the index was made by another tokeniser, holds too many dead entries or is half rebuilt."""
    return is_outdated(connection) or fulltext.has_too_many_dead(connection)


def is_outdated(connection: Connection) -> bool:
    """Whether another tokeniser made the index, or part of it, so that a search may miss something."""
    return _is_under_way(connection) or _is_of_other_edition(connection)


def _is_of_other_edition(connection: Connection) -> bool:
    other = select(index_entry.c.id).where(IS_LIVE, index_entry.c.tokeniser_version != TOKENISER_VERSION)
    return connection.scalar(other.limit(1)) is not None


@dataclass(frozen=True, slots=True)
class IndexState:
    """What a search may miss: whether another edition made the index or part of it, whether a rebuild was
    begun and not finished, and how many texts and records on paper have no entry.
    """

    is_of_other_edition: bool
    is_half_rebuilt: bool
    missing_count: int

    @property
    def is_whole(self) -> bool:
        """Whether a search finds everything that is held."""
        return not (self.is_of_other_edition or self.is_half_rebuilt or self.missing_count)


def state(connection: Connection) -> IndexState:
    """How the index stands; reads the key of every text, a tenth of a second at 100,000."""
    missing = sum(connection.scalar(statement) or 0 for statement in (_MISSING_TEXTS, _MISSING_PAPERS))
    return IndexState(_is_of_other_edition(connection), _is_under_way(connection), missing)


def bring_up_to_date(catalogue: Catalogue, progress: Progress, *, by: str) -> None:
    """Do what :func:`state` says is to be done: rebuild, finish a rebuild, index what has no entry.

    Raises:
        Cancelled: as :func:`rebuild`; what was indexed stays.
    """
    rebuild_if_needed(catalogue, progress, by=by)
    index_missing(catalogue, progress, by=by)


def rebuild_if_needed(catalogue: Catalogue, progress: Progress, *, by: str) -> bool:
    """Build the index anew if :func:`needs_rebuild` says so; returns whether it was.

    Raises:
        Cancelled: as :func:`rebuild`.
    """
    with catalogue.read() as connection:
        is_needed = needs_rebuild(connection)
    if is_needed:
        rebuild(catalogue, progress, by=by)
    return is_needed


def rebuild(catalogue: Catalogue, progress: Progress, *, by: str) -> None:
    """Build the index anew, or finish a rebuild that was stopped.

    Raises:
        Cancelled: the user asked to stop; the old index answers, and the next call goes on.
    """
    with catalogue.write(by=by, action="index.rebuild") as unit:
        if not _is_under_way(unit.connection):
            _begin(unit.connection)
        unit.record("fulltext")
        unit.commit()
    _fill(catalogue, progress, by=by)
    _merge(catalogue, progress, by=by)
    _fill(catalogue, progress, by=by)  # what came in while merging, which takes a minute of a large index
    with catalogue.write(by=by, action="index.rebuilt") as unit:
        while _slice(unit.connection):
            pass  # and since then: in this transaction nothing more comes in
        _replace(unit.connection)
        unit.record("fulltext")
        unit.commit()


def _fill(catalogue: Catalogue, progress: Progress, *, by: str) -> None:
    """Write the entries in slices, from where the last run stopped."""
    with catalogue.read() as connection:
        entries = select(func.count()).where(IS_LIVE)
        total = connection.scalar(entries) or 0
        done = connection.scalar(entries.where(index_entry.c.id <= _reached(connection))) or 0
    written = -1
    while written:
        progress.step(_STAGE, done, total)
        with catalogue.write(by=by, action="index.rebuild") as unit:
            written = _slice(unit.connection)
            if written:
                unit.record("fulltext")
                unit.commit()
        done += written


def index_missing(catalogue: Catalogue, progress: Progress, *, by: str) -> int:
    """Index the texts and records on paper that have no entry, such as after a catalogue was loaded
    from a dump.

    Returns:
        How many were added.
    """
    texts, papers = _missing_texts(catalogue), _missing_papers(catalogue)
    missing = len(texts) + len(papers)
    for start in range(0, missing, SLICE):
        progress.step("补建全文索引", start, missing)
        with catalogue.write(by=by, action="index.complete") as unit:
            fulltext.index_contents(unit.connection, texts[start : start + SLICE])
            after_texts = max(0, start - len(texts)), max(0, start + SLICE - len(texts))
            for document_id in papers[slice(*after_texts)]:
                fulltext.index_paper(unit.connection, document_id)
            unit.record("fulltext")
            unit.commit()
    return missing


def _missing_papers(catalogue: Catalogue) -> list[int]:
    missing = select(document.c.id).where(_IS_ON_PAPER, ~_OF_PAPER.exists())
    with catalogue.read() as connection:
        return list(connection.scalars(missing))


def _missing_texts(catalogue: Catalogue) -> list[int]:
    entry = select(index_entry.c.id).where(index_entry.c.content_id == content_text.c.content_id, IS_LIVE)
    belongs = select(member.c.id).where(member.c.content_id == content_text.c.content_id)
    is_searched = (content.c.text_length > 0) | belongs.exists()  # a container has neither text nor document
    missing = select(content_text.c.content_id).join(content, content.c.id == content_text.c.content_id)
    with catalogue.read() as connection:
        return list(connection.scalars(missing.where(~entry.exists(), is_searched)))


_OF_TEXT = select(index_entry.c.id).where(index_entry.c.content_id == member.c.content_id, IS_LIVE)
_WITH_TEXT = select(content_text.c.content_id).where(content_text.c.content_id == member.c.content_id)
_MISSING_TEXTS = select(func.count()).select_from(member).where(~_OF_TEXT.exists(), _WITH_TEXT.exists())
_OF_PAPER = select(index_entry.c.id).where(index_entry.c.document_id == document.c.id, IS_LIVE)
_IS_ON_PAPER = (document.c.is_paper_only == literal_column("1")) & document.c.merged_into.is_(None)
_MISSING_PAPERS = select(func.count()).select_from(document).where(_IS_ON_PAPER, ~_OF_PAPER.exists())


def _is_under_way(connection: Connection) -> bool:
    return connection.scalar(fulltext.REBUILT_UP_TO) is not None


def _begin(connection: Connection) -> None:
    connection.execute(text(f"DROP TABLE IF EXISTS {FULLTEXT_NEXT}"))
    connection.execute(text(fulltext_ddl(FULLTEXT_NEXT)))
    _configure(connection, "hashsize", _HASH_BYTES)
    _configure(connection, "automerge", 0)
    _configure(connection, "crisismerge", _MOST_SEGMENTS)
    put_setting(connection, fulltext.REBUILT_KEY, "-1")


def _slice(connection: Connection) -> int:
    """Write the next entries into the new table; 0 when there are none left."""
    rows = connection.execute(_next_entries(_reached(connection))).all()
    if not rows:
        return 0
    made = fulltext.tokens_of([_texts(row) for row in rows])
    tokens = list(zip([row.id for row in rows], made, strict=True))
    fulltext.write_words(connection, FULLTEXT_NEXT, tokens)
    outdated = {row.id for row in rows if row.tokeniser_version != TOKENISER_VERSION}
    renewed = [{"entry": entry} | words.bits for entry, words in tokens if entry in outdated]
    if renewed:
        connection.execute(_RENEW, renewed)
    last = rows[-1].id
    put_setting(connection, fulltext.REBUILT_KEY, str(last))
    return len(rows)


def _texts(row: Row[tuple[Any, ...]]) -> fulltext.IndexedText:
    body = codec.unpack_text(row.body) if row.body is not None else ""
    return fulltext.IndexedText(row.title or "", row.document_number or "", body)


def _next_entries(reached: int) -> Select[tuple[Any, ...]]:
    return (
        select(
            index_entry.c.id,
            index_entry.c.tokeniser_version,
            document.c.title,
            document.c.document_number,
            content_text.c.body,
        )
        .select_from(index_entry)
        .outerjoin(document, document.c.id == index_entry.c.document_id)
        .outerjoin(content_text, content_text.c.content_id == index_entry.c.content_id)
        .where(index_entry.c.id > reached, literal_column("+index_entry.live = 1"))
        .order_by(index_entry.c.id)
        .limit(SLICE)
    )


_RENEW = (
    update(index_entry)
    .where(index_entry.c.id == bindparam("entry"))
    .values(
        tokeniser_version=TOKENISER_VERSION,
        **{column.name: bindparam(column.name) for column in frequent_columns},
    )
)
"""What a new edition of the tokeniser changes of an entry itself."""


def _merge(catalogue: Catalogue, progress: Progress, *, by: str) -> None:
    """Merge the new table's segments into one, a few pages at a time."""
    pages = -MERGE_PAGES
    while True:
        progress.step("合并全文索引", 0)
        with catalogue.write(by=by, action="index.merge") as unit:
            before = _changes(unit.connection)
            _configure(unit.connection, "merge", pages)
            # SQLite counts fewer than two changes when nothing was left to merge
            is_done = _changes(unit.connection) - before < 2
            unit.record("fulltext")
            unit.commit()
        if is_done:
            return
        pages = MERGE_PAGES


def _replace(connection: Connection) -> None:
    """Let the new table answer, and forget the entries whose words it does not hold."""
    sizes = table(f"{FULLTEXT_NEXT}_docsize", column("id"))
    connection.execute(delete(index_entry).where(IS_DEAD, index_entry.c.id.not_in(select(sizes.c.id))))
    _configure(connection, "automerge", _AUTOMERGE)
    _configure(connection, "crisismerge", _CRISISMERGE)
    connection.execute(text(f"DROP TABLE {FULLTEXT}"))
    connection.execute(text(f"ALTER TABLE {FULLTEXT_NEXT} RENAME TO {FULLTEXT}"))
    connection.execute(delete(setting).where(setting.c.key == fulltext.REBUILT_KEY))


def _reached(connection: Connection) -> int:
    return int(connection.scalar(fulltext.REBUILT_UP_TO) or -1)


def _configure(connection: Connection, name: str, value: int) -> None:
    """Give FTS5 a command, which is written as an insert into the table's own column."""
    statement = f"INSERT INTO {FULLTEXT_NEXT}({FULLTEXT_NEXT}, rank) VALUES (:name, :value)"  # noqa: S608 - our own name
    connection.execute(text(statement), {"name": name, "value": value})


def _changes(connection: Connection) -> int:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw.total_changes
