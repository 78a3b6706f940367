"""Documents: made of contents, corrected by persons, shown in lists."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, Select, bindparam, func, insert, select, update

from app.domain.document import (
    Applicability,
    DocumentRole,
    Element,
    ElementName,
    Evidence,
    MemberRole,
    Origin,
)
from app.store import codec
from app.store.many_rows import Value, insert_rows, listed, tuples
from app.store.tables.holdings import content, correction, document, element, member
from app.text.pinyin import sort_key
from app.text.strokes import stroke_key

FROM_REGISTER = "register"
"""What stands as ``corrected_rule`` of values that come from a register's row, not from a person."""

_NUMBER = re.compile(r"(?P<series>.+)〔(?P<year>\d{4})〕(?P<serial>\d+)(?:-\d+)?号")


@dataclass(frozen=True, slots=True)
class CorrectedElement:
    """An element as it counts for a document, and what it was before a person corrected it."""

    name: ElementName
    element: Element
    replaced: Element | None = None


def create_document(connection: Connection, content_id: int, at: str) -> int:
    """A new document with this content as its only file."""
    document_id = create_empty(connection, content_id, at)
    connection.execute(_PUT_MEMBER, _only_file(document_id, content_id))
    return document_id


def create_empty(connection: Connection, content_id: int, at: str) -> int:
    """A new document that takes its text and elements from this content; its files are put in later."""
    values = {"uuid": str(uuid4()), "master_content_id": content_id, "created_at": at}
    document_id: int = connection.execute(_PUT_DOCUMENT, values).scalar_one()
    return document_id


def _only_file(document_id: int, content_id: int) -> dict[str, object]:
    return {
        "document_id": document_id,
        "content_id": content_id,
        "role": MemberRole.MASTER,
        "similarity": 1.0,
        "made_by": "ingest",
    }


def replace_master(connection: Connection, document_id: int, content_id: int) -> None:
    """The document's file was changed on disk: the new content leads, the earlier one stays as a draft."""
    connection.execute(
        update(member)
        .where(member.c.document_id == document_id, member.c.role == MemberRole.MASTER)
        .values(role=MemberRole.DRAFT)
    )
    connection.execute(_PUT_MEMBER, _only_file(document_id, content_id))
    connection.execute(
        update(document).where(document.c.id == document_id).values(master_content_id=content_id)
    )


def document_of_content(connection: Connection, content_id: int) -> int | None:
    """The document this content belongs to."""
    return connection.scalar(_OF_CONTENT, {"content": content_id})


def is_read_from(connection: Connection, document_id: int, content_id: int) -> bool:
    """Whether the document's text and elements are taken from this content."""
    return connection.scalar(_MASTER, {"document": document_id}) == content_id


def document_with_uuid(connection: Connection, uuid: str) -> int | None:
    """The id of the document with this UUID, or of the one it has become part of."""
    return documents_with_uuids(connection, [uuid]).get(uuid)


def documents_with_uuids(connection: Connection, uuids: Sequence[str]) -> dict[str, int]:
    """UUID → document, or the one it has become part of; unknown ones are left out."""
    living = func.coalesce(document.c.merged_into, document.c.id)
    statement = select(document.c.uuid, living).where(listed(document.c.uuid, uuids))
    found: dict[str, int] = dict(tuples(connection, statement))
    return {uuid: found[uuid] for uuid in uuids if uuid in found}


def names_of(connection: Connection, document_ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """The UUID and title of each of these documents."""
    statement = select(document.c.id, document.c.uuid, document.c.title)
    rows = tuples(connection, statement.where(listed(document.c.id, document_ids)))
    return {document_id: (uuid, title) for document_id, uuid, title in rows}


def content_elements(connection: Connection, content_id: int) -> dict[ElementName, Element]:
    """What recognition found in a content."""
    rows = connection.execute(select(element).where(element.c.content_id == content_id))
    return {ElementName(row.name): _element(row) for row in rows}


def effective_elements(connection: Connection, document_id: int) -> dict[ElementName, CorrectedElement]:
    """The elements that count for a document: recognised in its files, corrected by persons."""
    return effective_elements_of(connection, [document_id])[document_id]


def effective_elements_of(
    connection: Connection, document_ids: Sequence[int], *, only: ElementName | None = None
) -> dict[int, dict[ElementName, CorrectedElement]]:
    """The elements that count for each document; all of them, or one.

    The file that is read counts first; what it lacks is taken from the other files, without evidence,
    because that lies in another text. A person's value counts before all.
    """
    recognised = recognised_elements(connection, document_ids, only=only)
    effective: dict[int, dict[ElementName, CorrectedElement]] = {
        document_id: {
            name: CorrectedElement(name, value) for name, value in recognised.get(document_id, {}).items()
        }
        for document_id in document_ids
    }
    corrected = select(correction).where(
        listed(correction.c.document_id, document_ids), correction.c.is_current == 1
    )
    if only is not None:
        corrected = corrected.where(correction.c.name == only)
    for row in connection.execute(corrected):
        name, value = ElementName(row.name), codec.unpack_value(row.value)
        is_typed = row.corrected_rule != FROM_REGISTER
        rule = f"person:{row.by}" if is_typed else "register row"
        typed = Element(value, "", Origin.PERSON if is_typed else Origin.REGISTER, 1.0, None, rule)
        found = recognised.get(row.document_id, {}).get(name)
        effective[row.document_id][name] = CorrectedElement(name, typed, found)
    return effective


def recognised_elements(
    connection: Connection, document_ids: Sequence[int], *, only: ElementName | None = None
) -> dict[int, dict[ElementName, Element]]:
    """What recognition found in the files of each document, annexes aside; all elements, or one.

    A draft tells only the disclosure mark, which is often printed on the issue sheet alone; its
    title and date are not those of the document.
    """
    columns = (element, member.c.document_id, _IS_READ.label("is_read"))
    found: dict[int, dict[ElementName, Element]] = defaultdict(dict)
    for row in connection.execute(_telling(document_ids, columns, only)):
        elements, name = found[row.document_id], ElementName(row.name)
        if name not in elements:
            elements[name] = _element(row) if row.is_read else replace(_element(row), evidence=None)
    return found


def effective_texts_of(
    connection: Connection, document_ids: Sequence[int], *, only: ElementName | None = None
) -> dict[int, dict[ElementName, str]]:
    """What :func:`effective_elements_of` says as plain texts, for very many documents."""
    corrected = select(correction.c.document_id, correction.c.name, correction.c.value).where(
        listed(correction.c.document_id, document_ids), correction.c.is_current == 1
    )
    if only is not None:
        corrected = corrected.where(correction.c.name == only)
    recognised = _telling(document_ids, (member.c.document_id, element.c.name, element.c.value), only)
    packed: dict[int, dict[str, str]] = {document_id: {} for document_id in document_ids}
    for document_id, name, value in tuples(connection, corrected):
        packed[document_id][name] = value
    for document_id, name, value in tuples(connection, recognised):
        packed[document_id].setdefault(name, value)
    return {
        document_id: {ElementName(name): codec.text_of_value(value) for name, value in values.items()}
        for document_id, values in packed.items()
    }


def _telling(
    document_ids: Sequence[int], columns: Sequence[Any], only: ElementName | None
) -> Select[tuple[Any, ...]]:
    """Columns of the elements that tell something of documents, what counts first before the others."""
    tells_all = member.c.role.in_(_TELL_ALL)
    wanted = (
        select(*columns)
        .select_from(member)
        .join(element, element.c.content_id == member.c.content_id)
        .join(document, document.c.id == member.c.document_id)
        .where(
            listed(member.c.document_id, document_ids),
            _IS_READ | tells_all | (element.c.name == ElementName.DISCLOSURE_MARK),
            _IS_READ | (member.c.role != MemberRole.ANNEX),
        )
        .order_by(_IS_READ.desc(), tells_all.desc(), member.c.role, element.c.content_id)
    )
    return wanted if only is None else wanted.where(element.c.name == only)


_TELL_ALL = (MemberRole.MASTER, MemberRole.SCAN, MemberRole.COPY, MemberRole.WEB)
_IS_READ = element.c.content_id == document.c.master_content_id


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person says an element of a document is."""

    document_id: int
    name: ElementName
    value: str | tuple[str, ...]


def correct(connection: Connection, typed: Sequence[Typed], *, by: str, at: str) -> list[str | None]:
    """Let a person's values count from now on; each names another element or document.

    Returns:
        What counted before each, as text; ``None`` where nothing did.
    """
    by_name: dict[ElementName, list[int]] = defaultdict(list)
    for one in typed:
        by_name[one.name].append(one.document_id)
    found = {name: effective_elements_of(connection, ids, only=name) for name, ids in by_name.items()}
    before = [found[one.name][one.document_id].get(one.name) for one in typed]
    for name, ids in by_name.items():
        counts = listed(correction.c.document_id, ids) & (correction.c.name == name)
        connection.execute(
            update(correction).where(counts, correction.c.is_current == 1).values(is_current=0)
        )
    rows = [_correction(one, was, by, at) for one, was in zip(typed, before, strict=True)]
    insert_rows(connection, correction, _CORRECTION, rows)
    refresh_all(connection, list(dict.fromkeys(one.document_id for one in typed)))
    return [was.element.text if was else None for was in before]


_CORRECTION = ("document_id", "name", "value", "by", "at", "corrected_rule")


def _correction(typed: Typed, was: CorrectedElement | None, by: str, at: str) -> tuple[Value, ...]:
    recognised = was.replaced or was.element if was else None
    packed = codec.pack_value(typed.value)
    return (typed.document_id, typed.name.value, packed, by, at, recognised.rule if recognised else None)


def refresh(connection: Connection, document_id: int) -> None:
    """Bring the columns that lists show and sort by in line with the effective elements."""
    refresh_all(connection, [document_id])


def refresh_all(connection: Connection, document_ids: Sequence[int]) -> None:
    """The same for several documents in a few statements."""
    page_counts = _page_counts(connection, document_ids)
    rows = []
    for document_id, texts in effective_texts_of(connection, document_ids).items():
        values = {**_shown_columns(texts), "page_count": page_counts.get(document_id)}
        rows.append({"document": document_id, **values})
    if rows:
        columns: dict[str, object] = {name: bindparam(name) for name in rows[0] if name != "document"}
        statement = update(document).where(document.c.id == bindparam("document")).values(columns)
        connection.execute(statement, rows)


def _page_counts(connection: Connection, document_ids: Sequence[int]) -> dict[int, int]:
    """The pages of each document's master, or of a scan or copy where that has no pages."""
    roles = (MemberRole.MASTER, MemberRole.SCAN, MemberRole.COPY)
    rows = connection.execute(
        select(member.c.document_id, content.c.page_count)
        .join(content, content.c.id == member.c.content_id)
        .where(
            listed(member.c.document_id, document_ids),
            member.c.role.in_(roles),
            content.c.page_count.is_not(None),
        )
        .order_by(member.c.role == MemberRole.MASTER, member.c.role == MemberRole.SCAN, content.c.id.desc())
    )
    return {row.document_id: row.page_count for row in rows}


def set_role(
    connection: Connection, document_id: int, role: DocumentRole, applicability: Applicability
) -> None:
    """Whether our office made the document and may decide about it."""
    connection.execute(
        _SET_ROLE, {"document": document_id, "new_role": role, "new_applicability": applicability}
    )


def _shown_columns(texts: Mapping[ElementName, str]) -> dict[str, object]:
    title = texts.get(ElementName.TITLE, "")
    number = texts.get(ElementName.DOCUMENT_NUMBER)
    dated_on = texts.get(ElementName.DATED_ON)
    parsed = _NUMBER.fullmatch(number or "")
    number_year = int(parsed["year"]) if parsed else None
    return {
        "title": title,
        "title_key": sort_key(title),
        "title_strokes": stroke_key(title),
        "document_number": number,
        "number_series": parsed["series"] if parsed else None,
        "number_year": number_year,
        "number_serial": int(parsed["serial"]) if parsed else None,
        "issuing_body": texts.get(ElementName.ISSUING_BODY_FULL) or texts.get(ElementName.ISSUING_BODY, ""),
        "dated_on": dated_on,
        "year": int(dated_on[:4]) if dated_on else number_year,
        "genre": texts.get(ElementName.GENRE),
        "main_recipients": texts.get(ElementName.MAIN_RECIPIENTS),
        "disclosure_mark": texts.get(ElementName.DISCLOSURE_MARK),
    }


def _element(row: Row[Any]) -> Element:
    evidence = None if row.start is None else Evidence(row.start, row.end, row.page)
    return Element(
        codec.unpack_value(row.value), row.printed, Origin(row.origin), row.confidence, evidence, row.rule
    )


# Statements that run for every file, built once.

_PUT_DOCUMENT = insert(document).returning(document.c.id)
_PUT_MEMBER = insert(member)
_OF_CONTENT = select(member.c.document_id).where(member.c.content_id == bindparam("content"))
_MASTER = select(document.c.master_content_id).where(document.c.id == bindparam("document"))
_SET_ROLE = (
    update(document)
    .where(document.c.id == bindparam("document"))
    .values(role=bindparam("new_role"), applicability=bindparam("new_applicability"))
)
