"""Persons who review in the tests, and decisions they make."""

from app.domain.disclosure import DisclosureAttribute, Suggestion
from app.domain.document import Applicability
from app.domain.grouping import RelationKind
from app.domain.people import PersonRole
from app.domain.review import Decision
from app.review import people
from app.store import documents, queries, suggestions
from app.store.catalogue import Catalogue
from app.store.tables.grouping import relation

PIN = "2468"
REVIEWER, SECOND, SECRECY, APPROVER, ADMINISTRATOR, AUDITOR = (
    "王示例",
    "孙初审",
    "周保密",
    "李复核",
    "钱管理",
    "吴审计",
)
OPEN = Decision(DisclosureAttribute.PROACTIVE, ("A-20-1",), "属于规范性文件")
CLOSED = Decision(DisclosureAttribute.WITHHELD, ("N-16-1",), "内部管理事项")
ON_REQUEST = Decision(DisclosureAttribute.ON_REQUEST, ("R-13/27",), "不在主动公开范围")

ROLES = {
    REVIEWER: PersonRole.REVIEWER,
    SECOND: PersonRole.REVIEWER,
    SECRECY: PersonRole.SECRECY_REVIEWER,
    APPROVER: PersonRole.APPROVER,
    ADMINISTRATOR: PersonRole.ADMINISTRATOR,
    AUDITOR: PersonRole.AUDITOR,
}


def hire(catalogue: Catalogue) -> None:
    """Everybody, the approver with a PIN: he chose it before there was an administrator."""
    for name, role in ROLES.items():
        people.add_person(catalogue, name, {role}, by="系统")
        if name == APPROVER:
            people.set_pin(catalogue, APPROVER, PIN, by=APPROVER)


def suggest(
    catalogue: Catalogue,
    uuid: str,
    attribute: DisclosureAttribute,
    edition: str = "2026.1",
    basis: tuple[str, ...] = (),
) -> None:
    """What the rules of an edition say of a document."""
    made = Suggestion(attribute, Applicability.OURS, basis=basis, rule_edition=edition)
    with catalogue.write(by="系统", action="test") as unit:
        identifier = documents.document_with_uuid(unit.connection, uuid)
        assert identifier is not None
        row = queries.document_row(unit.connection, identifier)
        assert row.master_content_id is not None
        found = suggestions.findings_of(unit.connection, row.master_content_id)
        one = suggestions.Classified(identifier, row.master_content_id, found, made)
        suggestions.put_classified(unit.connection, [one], at=unit.at)
        unit.record(uuid)
        unit.commit()


def relate(
    catalogue: Catalogue, one: str, other: str, kind: RelationKind = RelationKind.NEAR_DUPLICATE
) -> None:
    """Let grouping say that two documents are nearly the same."""
    with catalogue.write(by="系统", action="test") as unit:
        ids = [documents.document_with_uuid(unit.connection, uuid) for uuid in (one, other)]
        unit.connection.execute(
            relation.insert().values(kind=kind, document_id=ids[0], other_id=ids[1], similarity=0.97)
        )
        unit.record("test")
        unit.commit()


def shown(catalogue: Catalogue, uuid: str) -> queries.DocumentRow:
    """The document as lists show it now."""
    with catalogue.read() as connection:
        document_id = documents.document_with_uuid(connection, uuid)
        assert document_id is not None
        return queries.document_row(connection, document_id)
