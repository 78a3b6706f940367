"""How a person names a document: by its UUID, by the first characters of it, or by its number."""

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, or_, select

from app.domain.document import SHORT
from app.errors import AppError
from app.store import documents
from app.store.tables.holdings import document

_WHOLE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_BEGINNING = re.compile(r"[0-9a-f]{4,8}(?:-[0-9a-f-]*)?")
_MOST_TOLD = 5


def unknown_document() -> AppError:
    """What is said of a UUID that no document has."""
    return AppError("目录里没有这份公文。", "请核对公文编号（export 或 search 的 document 一栏）。")


def known_document(connection: Connection, uuid: str) -> int:
    """The id of the document with this UUID, or of the one it has become part of.

    Raises:
        AppError: there is none with this UUID.
    """
    found = documents.document_with_uuid(connection, uuid)
    if found is None:
        raise unknown_document()
    return found


def known_documents(connection: Connection, uuids: Sequence[str]) -> dict[str, int]:
    """The ids of the documents with these UUIDs, or of those they have become part of.

    Raises:
        AppError: there is none with one of them.
    """
    found = documents.documents_with_uuids(connection, uuids)
    if len(found) < len(set(uuids)):
        raise unknown_document()
    return found


def uuid_named(connection: Connection, typed: str) -> str:
    """The UUID of the document that is meant; a whole UUID is taken as it is.

    Raises:
        AppError: no document is named so, or several are; these are told with title and UUID.
    """
    name = typed.strip().lower()
    if _WHOLE.fullmatch(name):
        return name
    found = connection.execute(
        select(document.c.uuid, document.c.document_number, document.c.title)
        .where(document.c.merged_into.is_(None), or_(*_conditions(typed.strip(), name)))
        .order_by(document.c.id)
        .limit(_MOST_TOLD + 1)
    ).all()
    if not found:
        raise AppError(f"目录里没有公文“{typed}”。", "请写公文编号（前几位即可，见 search）或完整的文号。")
    if len(found) > 1:
        told = "；".join(
            f"{row.uuid[:SHORT]} {row.document_number or ''}《{row.title}》" for row in found[:_MOST_TOLD]
        )
        raise AppError(
            f"“{typed}”不止一件。", f"请写公文编号：{told}{'；等' if len(found) > _MOST_TOLD else ''}。"
        )
    uuid: str = found[0].uuid
    return uuid


def _conditions(typed: str, name: str) -> list[ColumnElement[bool]]:
    from app.text.document_number import canonical  # its patterns take long to make, and a search has none

    number = document.c.document_number == canonical(typed)
    return [number, document.c.uuid.startswith(name)] if _BEGINNING.fullmatch(name) else [number]
