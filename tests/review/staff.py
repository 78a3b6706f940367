"""Persons who review in the tests, and decisions they make."""

from app.domain.disclosure import DisclosureAttribute
from app.domain.people import PersonRole
from app.domain.review import Decision
from app.review import people
from app.store import documents, queries
from app.store.catalogue import Catalogue

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
    """Everybody, the approver with a PIN."""
    for name, role in ROLES.items():
        people.add_person(catalogue, name, {role}, by="系统")
    people.set_pin(catalogue, APPROVER, PIN, by=APPROVER)


def shown(catalogue: Catalogue, uuid: str) -> queries.DocumentRow:
    """The document as lists show it now."""
    with catalogue.read() as connection:
        document_id = documents.document_with_uuid(connection, uuid)
        assert document_id is not None
        return queries.document_row(connection, document_id)
