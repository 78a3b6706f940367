"""Documents with their texts as plain rows, to be carried to another catalogue and read there."""

import base64
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.exc import CompileError, StatementError

from app.domain.document import MemberRole
from app.domain.review import DeterminationState
from app.store import codec, fulltext
from app.store.faults import known_fault
from app.store.many_rows import pages
from app.store.tables.classification import finding, suggestion
from app.store.tables.holdings import content, content_text, document, element, member
from app.store.tables.review import determination

Rows = Mapping[str, list[dict[str, Any]]]

_BY_CONTENT: tuple[Table, ...] = (content_text, element, finding)
_ORDER: tuple[Table, ...] = (content, content_text, element, finding, document, member, suggestion)
_BYTES = "base64:"


def rows_of(connection: Connection, document_ids: Sequence[int]) -> dict[str, list[dict[str, Any]]]:
    """The rows of these documents: contents with text, elements, findings, current suggestions."""
    found: dict[str, list[dict[str, Any]]] = {table.name: [] for table in _ORDER}
    for page in pages(document_ids):
        members = list(connection.execute(select(member).where(member.c.document_id.in_(page))))
        contents = [row.content_id for row in members]
        found[member.name] += [_plain(row) for row in members]
        found[document.name] += _selected(connection, document, document.c.id, page)
        wanted = select(suggestion).where(suggestion.c.document_id.in_(page), suggestion.c.is_current == 1)
        found[suggestion.name] += [_plain(row) for row in connection.execute(wanted)]
        for piece in pages(contents):
            found[content.name] += _selected(connection, content, content.c.id, piece)
            for table in _BY_CONTENT:
                found[table.name] += _selected(connection, table, table.c.content_id, piece)
    return found


def put_rows(connection: Connection, rows: Rows, in_force: Sequence[Mapping[str, Any]]) -> None:
    """Write carried rows into an empty catalogue and make their texts searchable.

    ``in_force`` are the determinations that hold at home, so that changes are judged against them.

    Raises:
        ValueError: a row has a value that its table or its reader cannot hold.
        KeyError, TypeError, AttributeError, OverflowError, zlib.error: what is there is no row of ours.
    """
    try:
        for table in _ORDER:
            values = [_restored(table, row) for row in rows[table.name]]
            if values:
                connection.execute(insert(table), values)
        for row in in_force:
            connection.execute(insert(determination).values(**{name: row[name] for name in row}))
    except (CompileError, StatementError) as error:
        if known_fault(error):
            raise  # a full disk, say, is not the rows' fault
        raise ValueError("a row that its table cannot hold") from error
    _require_read(connection)
    fulltext.index_contents(connection, [row["content_id"] for row in rows[content_text.name]])
    for row in rows[document.name]:
        if row["is_paper_only"]:
            fulltext.index_paper(connection, row["id"])


def _require_read(connection: Connection) -> None:
    """Read what was written as the program will: what no constraint of a table watches shows here."""
    for (role,) in connection.execute(select(member.c.role).distinct()):
        MemberRole(role)
    for (body,) in connection.execute(select(content_text.c.body)):
        codec.unpack_text(body)
    for (state,) in connection.execute(select(determination.c.state).distinct()):
        if state != DeterminationState.APPROVED:
            raise ValueError("a determination that is not in force")


def in_force_rows(connection: Connection, document_ids: Sequence[int]) -> list[dict[str, Any]]:
    """The determinations in force of these documents as plain rows."""
    found: list[dict[str, Any]] = []
    for page in pages(document_ids):
        statement = select(determination).where(
            determination.c.document_id.in_(page), determination.c.state == DeterminationState.APPROVED
        )
        found += [_plain(row) for row in connection.execute(statement)]
    return [
        {**row, "round_id": 1, "suggestion_id": None, "propagated_from": None, "job_id": None}
        for row in found
    ]


def _selected(connection: Connection, table: Table, key: Any, ids: Sequence[int]) -> list[dict[str, Any]]:  # noqa: ANN401
    return [_plain(row) for row in connection.execute(select(table).where(key.in_(ids)))]


def _plain(row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of any table
    return dict(_values(row._mapping.items()))  # noqa: SLF001 - SQLAlchemy's public name


def _values(items: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    for name, value in items:
        is_binary = isinstance(value, bytes)
        yield name, _BYTES + base64.b64encode(value).decode() if is_binary else value


def _restored(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    return {column.name: _restored_value(row[column.name]) for column in table.columns if column.name in row}


def _restored_value(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str) and value.startswith(_BYTES):
        return base64.b64decode(value[len(_BYTES) :])
    return value
