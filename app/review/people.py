"""Local accounts: adding persons, giving PINs, proving an identity."""

from collections.abc import Iterable

from app.domain.audit import Change
from app.domain.people import Person, PersonRole
from app.errors import AppError
from app.store import people
from app.store.catalogue import Catalogue, Unit

SHORTEST_PIN = 4


def add_person(catalogue: Catalogue, name: str, roles: Iterable[PersonRole], *, by: str) -> Person:
    """A new account.

    Raises:
        AppError: the name is empty or taken.
    """
    name = name.strip()
    if not name:
        raise AppError("姓名不能为空。", "请填写姓名。")
    wanted = frozenset(roles)
    with catalogue.write(by=by, action="people.add") as unit:
        if people.with_name(unit.connection, name):
            raise AppError(f"已有名为“{name}”的人员。", "同名的两个人请在姓名后加科室以示区别。")
        person = people.add(unit.connection, name, wanted, unit.at)
        unit.record(
            person.uuid, [Change("name", None, name), Change("roles", None, ",".join(sorted(wanted)))]
        )
        unit.commit()
    return person


def set_pin(catalogue: Catalogue, name: str, pin: str, *, by: str, present_pin: str | None = None) -> None:
    """Give a person a PIN; who has one already must name it.

    Raises:
        AppError: unknown person, too short, or the present PIN is wrong.
    """
    if len(pin) < SHORTEST_PIN:
        raise AppError(f"口令至少 {SHORTEST_PIN} 位。", "请换一个更长的口令。")
    person = person_named(catalogue, name)
    if person.has_pin:
        prove(catalogue, person, present_pin or "")
    with catalogue.write(by=by, action="people.pin") as unit:
        people.set_pin(unit.connection, person.id, pin)
        unit.record(person.uuid)
        unit.commit()


def everyone(catalogue: Catalogue) -> list[Person]:
    """All accounts."""
    with catalogue.read() as connection:
        return people.everyone(connection)


def person_named(catalogue: Catalogue, name: str) -> Person:
    """The account with this name.

    Raises:
        AppError: there is none.
    """
    with catalogue.read() as connection:
        person = people.with_name(connection, name)
    if person is None:
        raise AppError(f"没有名为“{name}”的人员。", "请先在“设置—人员”中添加(dishu people add)。")
    return person


def prove(catalogue: Catalogue, person: Person, pin: str) -> None:
    """Check a PIN; wrong ones are counted and lock the account for a while.

    Raises:
        AppError: wrong PIN, or the account is locked.
    """
    with catalogue.write(by=person.name, action="people.prove") as unit:
        until = people.locked_until(unit.connection, person.id, unit.at)
        is_right = until is None and people.proves_identity(unit.connection, person.id, pin, unit.at)
        unit.record(person.uuid, [Change("proved", None, "yes" if is_right else "no")])
        unit.commit()
    if until is not None:
        raise AppError("口令多次输错，账户已暂时锁定。", f"请在 {until[11:16]} 之后再试。")
    if not is_right:
        raise AppError("口令不对。", "请重新输入；连续输错五次将锁定一刻钟。")


def require(unit: Unit, name: str, role: PersonRole) -> Person:
    """The person who may act in this role.

    Raises:
        AppError: there is no such person, or he does not hold the role.
    """
    person = people.with_name(unit.connection, name)
    if person is None:
        raise AppError(f"没有名为“{name}”的人员。", "请先在“设置—人员”中添加(dishu people add)。")
    if not person.may(role):
        raise AppError(f"“{name}”没有{ROLE_NAMES[role]}权限。", "请换有权限的人员办理，或由管理员调整角色。")
    return person


def require_any(unit: Unit, name: str, *roles: PersonRole) -> Person:
    """The person who may act in one of these roles.

    Raises:
        AppError: there is no such person, or he holds none of them.
    """
    held = people.with_name(unit.connection, name)
    role = next((role for role in roles if held is not None and held.may(role)), roles[0])
    return require(unit, name, role)


ROLE_NAMES = {
    PersonRole.REVIEWER: "初审",
    PersonRole.SECRECY_REVIEWER: "保密审查",
    PersonRole.APPROVER: "审定",
    PersonRole.ADMINISTRATOR: "管理员",
    PersonRole.AUDITOR: "审计",
}
