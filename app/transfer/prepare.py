"""Use cases before a package: describing documents for filing, and issuing their numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from app.domain.archival import FondsProfile, RetentionPeriod, comparable_code
from app.domain.audit import Change
from app.domain.transfer import AccessStatus, Place, TransferItem
from app.errors import AppError
from app.store import registers, transfers
from app.store.audit import Record
from app.store.catalogue import Catalogue, Unit
from app.store.naming import known_document, known_documents
from app.transfer.numbering import Numbering, number_items
from app.transfer.select import NotReady


@dataclass(frozen=True, slots=True)
class Filing:
    """What a person determines for filing; ``None`` leaves a value as it is.

    ``access_status`` is the opinion on 开放标识, a person's own: it is never copied from 公开属性.
    ``declassification`` tells how a printed classification ended (document, date, authority).
    """

    year: int | None = None
    category: str | None = None
    retention: RetentionPeriod | None = None
    office: str | None = None
    access_status: AccessStatus | None = None
    access_reason: str | None = None
    declassification: str | None = None
    published_url: str | None = None
    published_on: str | None = None
    published_through: str | None = None
    index_number: str | None = None
    remarks: str | None = None
    title_is_withheld: bool | None = None

    def told(self) -> dict[str, object]:
        """The values that are to be set."""
        values = ((each.name, getattr(self, each.name)) for each in fields(self))
        return {name: value for name, value in values if value is not None}


def describe_documents(catalogue: Catalogue, uuids: Sequence[str], filing: Filing, *, by: str) -> None:
    """Set filing values of documents in the name of a person; one transaction.

    Raises:
        AppError: a document does not exist; nothing is changed.
    """
    if not filing.told() or not uuids:
        return
    with catalogue.write(by=by, action="transfer.describe") as unit:
        _describe(unit, [(uuid, filing) for uuid in uuids])
        unit.commit()


def adopt_proposals(catalogue: Catalogue, waiting: Sequence[NotReady], *, by: str) -> int:
    """Let a person adopt the proposed retention and opening opinion of documents that wait for no more.

    Returns:
        How many documents were described; the others wait for something else.
    """
    fit = [
        (one.document, Filing(retention=one.proposed_retention, access_status=one.proposed_access))
        for one in waiting
        if one.waits_only_for_filing and one.proposed_retention is not None
    ]
    if fit:
        with catalogue.write(by=by, action="transfer.describe") as unit:
            _describe(unit, fit)
            unit.commit()
    return len(fit)


def _describe(unit: Unit, wanted: Sequence[tuple[str, Filing]]) -> None:
    ids = known_documents(unit.connection, [uuid for uuid, _ in wanted])
    records: list[Record] = []
    for uuid, filing in wanted:
        values = filing.told()
        before = transfers.description_of(unit.connection, ids[uuid])
        stored = {name: int(value) if isinstance(value, bool) else value for name, value in values.items()}
        transfers.put_description(unit.connection, ids[uuid], stored, by=unit.by, at=unit.at)
        changes = [Change(name, _shown(getattr(before, name)), _shown(now)) for name, now in values.items()]
        records.append(Record(unit.action, uuid, changes))
    unit.record_all(records)


def _shown(value: object) -> str | None:
    return None if value is None else str(value)


def issue_numbers(
    catalogue: Catalogue, items: Sequence[TransferItem], profile: FondsProfile, *, by: str
) -> Numbering:
    """Number items and record the numbers for good, in one transaction.

    Numbers issued before stay; items that cannot be numbered are named in ``problems``.

    Raises:
        AppError: the fonds has no code yet.
    """
    if not profile.fonds_code:
        raise AppError(
            "还没有设置全宗号。",
            "请先在“设置”的“全宗”中填写（命令行：dishu transfer profile --set），再编制档号。",
        )
    with catalogue.write(by=by, action="transfer.number") as unit:
        known, registered = transfers.issued_codes(unit.connection)
        reserved = {f"register:{code}": code for code in registered}
        numbering = number_items(items, profile, {**reserved, **known})
        new = numbering.newly_issued
        ids = known_documents(unit.connection, list(new))
        for uuid, code in new.items():
            transfers.issue(unit.connection, code, ids[uuid], origin="issued", by=unit.by, at=unit.at)
        unit.record_all(
            [Record(unit.action, uuid, [Change("archival_code", None, code)]) for uuid, code in new.items()]
        )
        if new:
            unit.commit()
    return numbering


def import_register_numbers(catalogue: Catalogue, *, by: str) -> tuple[int, tuple[Place, ...]]:
    """Take over the codes that imported registers state; what is taken over already is passed over.

    Returns:
        How many codes were taken over; those that were not, and why.
    """
    with catalogue.read() as connection:
        known, unheld = transfers.issued_codes(connection)
        told = registers.archival_codes(connection)
    taken = {comparable_code(code) for code in (*known.values(), *unheld)}
    held = {(uuid, comparable_code(code)) for uuid, code in known.items()}
    new = [
        (code, uuid)
        for code, uuid in told
        if (uuid, comparable_code(code)) not in held and (uuid or comparable_code(code) not in taken)
    ]
    refused = import_numbers(catalogue, new, by=by) if new else ()
    return len(new) - len(refused), refused


def import_numbers(
    catalogue: Catalogue, codes: Sequence[tuple[str, str | None]], *, by: str
) -> tuple[Place, ...]:
    """Take over codes of a register: (code, document UUID or ``None``), in one transaction.

    Returns:
        Codes that were not taken over, and why.
    """
    refused: list[Place] = []
    with catalogue.write(by=by, action="transfer.import_numbers") as unit:
        known, _ = transfers.issued_codes(unit.connection)
        for code, uuid in codes:
            if uuid is not None and uuid in known:
                refused.append(Place(code, f"文件已有档号 {known[uuid]}"))
                continue
            document_id = known_document(unit.connection, uuid) if uuid is not None else None
            if not transfers.issue(
                unit.connection, code, document_id, origin="register", by=unit.by, at=unit.at
            ):
                refused.append(Place(code, "档号已存在"))
                continue
            if uuid is not None:
                known[uuid] = code
            unit.record(uuid or "register", [Change("archival_code", None, code)])
        if len(refused) < len(codes):
            unit.commit()
    return tuple(refused)
