"""What is to be read of the documents a round finds: how long each takes, and what stands together."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from app.domain.batching import Grouping, ToRead, reading_minutes
from app.domain.document import Applicability
from app.store import codec, relatives
from app.store.many_rows import pages
from app.store.tables.holdings import content, document, element


def to_read(connection: Connection, ids: Sequence[int], grouping: Grouping) -> list[ToRead]:
    """What must be read of these documents, our own to decide only, ordered so that groups stand together."""
    keys: dict[int, str] = {}
    if grouping is Grouping.SUBJECT:
        keys = _subjects(connection, ids)
    elif grouping is Grouping.NEAR_DUPLICATES:
        keys = {each: f"{lead:012d}" for each, lead in relatives.leads(connection).items()}
    found = [_to_read(row, grouping, keys) for row in _rows(connection, ids)]
    return [item for _, item in sorted(found, key=lambda pair: (pair[1].key, pair[0], pair[1].document_id))]


def _rows(connection: Connection, ids: Sequence[int]) -> Iterator[Any]:
    for page in pages(ids):
        statement = (
            select(
                document.c.id,
                document.c.issuing_body,
                document.c.dated_on,
                document.c.year,
                document.c.number_series,
                document.c.title_key,
                document.c.page_count,
                content.c.text_length,
            )
            .outerjoin(content, content.c.id == document.c.master_content_id)
            .where(document.c.id.in_(page), document.c.applicability == Applicability.OURS)
        )
        yield from connection.execute(statement)


def _to_read(row: Row[Any], grouping: Grouping, keys: dict[int, str]) -> tuple[str, ToRead]:
    """A document with what orders it inside its group."""
    if grouping is Grouping.DATE:
        key = str(row.year or "无日期")
    elif grouping is Grouping.BODY:
        key = row.issuing_body or "无发文机关"
    elif grouping is Grouping.SUBJECT:
        key = keys.get(row.id, "无主题词")
    else:
        key = keys.get(row.id, f"{row.id:012d}")
    within = row.title_key if grouping is Grouping.NEAR_DUPLICATES else row.dated_on or ""
    return within, ToRead(row.id, key, reading_minutes(row.text_length or 0, row.page_count))


def _subjects(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    """The first subject word (主题词) of each document that has any."""
    found: dict[int, str] = {}
    for page in pages(ids):
        statement = (
            select(document.c.id, element.c.value)
            .join(element, element.c.content_id == document.c.master_content_id)
            .where(document.c.id.in_(page), element.c.name == "subject_words")
        )
        for row in connection.execute(statement):
            words = codec.unpack_value(row.value)
            found[row.id] = words.split()[0] if isinstance(words, str) else next(iter(words), "")
    return found
