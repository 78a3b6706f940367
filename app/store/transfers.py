"""What transfer writes and reads again: archival descriptions, issued numbers, transfers."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Row, select, update
from sqlalchemy.dialects.sqlite import insert

from app.domain.archival import comparable_code
from app.domain.transfer_state import TransferState
from app.store.documents import documents_with_uuids
from app.store.tables.holdings import document
from app.store.tables.transfers import archival_description, issued_number, transfer, transfer_item
from app.store.transfer_candidates import StoredDescription, description_from


@dataclass(frozen=True, slots=True)
class StoredTransfer:
    """One transfer; ``items`` are (document UUID, code, reason of return) in order."""

    uuid: str
    name: str
    state: TransferState
    layout: str
    archives_name: str
    item_count: int
    byte_count: int
    manifests: tuple[str, ...]
    made_by: str
    made_at: str
    answered_by: str
    answered_at: str
    answer: str
    items: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NewTransfer:
    """A finished package to be recorded; ``items`` are (document UUID, code, medium)."""

    uuid: str
    name: str
    layout: str
    archives_name: str
    byte_count: int
    manifests: tuple[str, ...]
    items: Sequence[tuple[str, str, int]] = field(default_factory=tuple)


def put_description(
    connection: Connection, document_id: int, values: Mapping[str, object], *, by: str, at: str
) -> None:
    """Set some of a document's archival values; the others stay as they are."""
    stamped = {**values, "described_by": by, "described_at": at}
    statement = insert(archival_description).values(document_id=document_id, **stamped)
    connection.execute(statement.on_conflict_do_update(index_elements=["document_id"], set_=stamped))


def description_of(connection: Connection, document_id: int) -> StoredDescription:
    """What was determined about filing a document so far."""
    statement = select(archival_description).where(archival_description.c.document_id == document_id)
    row = connection.execute(statement).first()
    return description_from(row) if row else StoredDescription()


def issued_codes(connection: Connection) -> tuple[dict[str, str], tuple[str, ...]]:
    """Codes by document UUID, and codes of registers that no document here answers to."""
    statement = select(issued_number.c.code, document.c.uuid).outerjoin(
        document, document.c.id == issued_number.c.document_id
    )
    rows = list(connection.execute(statement.order_by(issued_number.c.id)))
    return {row.uuid: row.code for row in rows if row.uuid}, tuple(row.code for row in rows if not row.uuid)


def issue(
    connection: Connection, code: str, document_id: int | None, *, origin: str, by: str, at: str
) -> bool:
    """Record a number for good; ``False`` when the same code was recorded before."""
    statement = insert(issued_number).values(
        code=code,
        comparable_code=comparable_code(code),
        document_id=document_id,
        origin=origin,
        issued_by=by,
        issued_at=at,
    )
    done = connection.execute(statement.on_conflict_do_nothing(index_elements=["comparable_code"]))
    return done.rowcount == 1


def insert_transfer(connection: Connection, new: NewTransfer, *, by: str, at: str) -> None:
    """Record a finished package as prepared."""
    made = connection.execute(
        transfer.insert()
        .values(
            uuid=new.uuid,
            name=new.name,
            state=TransferState.PREPARED,
            layout=new.layout,
            archives_name=new.archives_name,
            item_count=len(new.items),
            byte_count=new.byte_count,
            manifest_sha256=json.dumps(new.manifests),
            made_by=by,
            made_at=at,
        )
        .returning(transfer.c.id)
    )
    identifier = made.scalar_one()
    ids = documents_with_uuids(connection, [item[0] for item in new.items])
    rows = [
        {"transfer_id": identifier, "ordinal": n, "document_id": ids[one], "code": code, "medium": medium}
        for n, (one, code, medium) in enumerate(new.items, start=1)
    ]
    connection.execute(transfer_item.insert(), rows)


def set_state(
    connection: Connection, uuid: str, state: TransferState, *, answer: str, by: str, at: str
) -> None:
    """Move a transfer on; ``answer`` is what the archives say."""
    connection.execute(
        update(transfer)
        .where(transfer.c.uuid == uuid)
        .values(state=state, answer=answer, answered_by=by, answered_at=at)
    )


def set_returned(connection: Connection, uuid: str, reasons: Iterable[tuple[str, str]]) -> None:
    """Mark items, by archival code, as sent back with a reason."""
    identifier = connection.scalar(select(transfer.c.id).where(transfer.c.uuid == uuid))
    for code, reason in reasons:
        connection.execute(
            update(transfer_item)
            .where(transfer_item.c.transfer_id == identifier, transfer_item.c.code == code)
            .values(return_reason=reason)
        )


def transfers(connection: Connection) -> list[StoredTransfer]:
    """All transfers, newest first, without their items."""
    return [_transfer(row, ()) for row in connection.execute(select(transfer).order_by(transfer.c.id.desc()))]


def transfer_with_uuid(connection: Connection, uuid: str) -> StoredTransfer | None:
    """One transfer with its items."""
    row = connection.execute(select(transfer).where(transfer.c.uuid == uuid)).first()
    if row is None:
        return None
    items = connection.execute(
        select(document.c.uuid, transfer_item.c.code, transfer_item.c.return_reason)
        .join(document, document.c.id == transfer_item.c.document_id)
        .where(transfer_item.c.transfer_id == row.id)
        .order_by(transfer_item.c.ordinal)
    )
    return _transfer(row, tuple((item.uuid, item.code, item.return_reason) for item in items))


def _transfer(row: Row[tuple[object, ...]], items: tuple[tuple[str, str, str], ...]) -> StoredTransfer:
    return StoredTransfer(
        uuid=row.uuid,
        name=row.name,
        state=TransferState(row.state),
        layout=row.layout,
        archives_name=row.archives_name,
        item_count=row.item_count,
        byte_count=row.byte_count,
        manifests=tuple(json.loads(row.manifest_sha256)),
        made_by=row.made_by,
        made_at=row.made_at,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        answer=row.answer,
        items=items,
    )
