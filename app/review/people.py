"""Local accounts: adding persons, giving PINs, proving an identity."""

from collections.abc import Iterable

from app.domain.audit import Change
from app.domain.people import Person, PersonRole, are_compatible
from app.errors import AppError
from app.store import people
from app.store.catalogue import Catalogue, Unit

SHORTEST_PIN = 4


def add_person(catalogue: Catalogue, name: str, roles: Iterable[PersonRole], *, by: str) -> Person:
    """A new account.

    Raises:
        AppError: the name is empty or taken, or the roles do not go together.
    """
    name = name.strip()
    if not name:
        raise AppError("姓名不能为空。", "请填写姓名。")
    wanted = _fitting(roles)
    with catalogue.write(by=by, action="people.add") as unit:
        if people.with_name(unit.connection, name):
            raise AppError(f"已有名为“{name}”的人员。", "同名的两个人请在姓名后加科室以示区别。")
        person = people.add(unit.connection, name, wanted, unit.at)
        unit.record(
            person.uuid, [Change("name", None, name), Change("roles", None, ",".join(sorted(wanted)))]
        )
        unit.commit()
    return person


def change_roles(catalogue: Catalogue, name: str, roles: Iterable[PersonRole], *, by: str) -> Person:
    """Let a person act in these roles from now on; what he signed before stays.

    Raises:
        AppError: unknown person, roles that do not go together, the last administrator, or ``by`` may not.
    """
    wanted = _fitting(roles)
    with catalogue.write(by=by, action="people.roles") as unit:
        person = _require_changeable(unit, name, by)
        if PersonRole.ADMINISTRATOR not in wanted:
            _require_another_administrator(unit, person)
        people.set_roles(unit.connection, person.id, wanted)
        changed = Change("roles", ",".join(sorted(person.roles)), ",".join(sorted(wanted)))
        unit.record(person.uuid, [changed])
        unit.commit()
    return person_named(catalogue, name)


def set_active(catalogue: Catalogue, name: str, *, is_active: bool, by: str, reason: str = "") -> Person:
    """Put an account out of use (somebody left), or in use again; nothing he did is lost.

    Raises:
        AppError: unknown person, the last administrator, or ``by`` may not.
    """
    with catalogue.write(by=by, action="people.active") as unit:
        person = _require_changeable(unit, name, by)
        if not is_active:
            _require_another_administrator(unit, person)
        people.set_active(unit.connection, person.id, is_active=is_active)
        words = {True: "yes", False: "no"}
        changes = [Change("active", words[person.is_active], words[is_active])]
        unit.record(person.uuid, [*changes, *([Change("reason", None, reason)] if reason else [])])
        unit.commit()
    return person_named(catalogue, name)


def reset_pin(catalogue: Catalogue, name: str, *, by: str) -> None:
    """Take a forgotten PIN away; the person sets a new one himself.

    Raises:
        AppError: unknown person, or ``by`` is no administrator.
    """
    with catalogue.write(by=by, action="people.pin_reset") as unit:
        require(unit, by, PersonRole.ADMINISTRATOR)
        person = _known(unit, name)
        people.clear_pin(unit.connection, person.id)
        unit.record(person.uuid)
        unit.commit()


def _fitting(roles: Iterable[PersonRole]) -> frozenset[PersonRole]:
    wanted = frozenset(roles)
    if not wanted:
        raise AppError("没有写明角色。", "请至少写明一种角色。")
    if not are_compatible(wanted):
        raise AppError("管理员和审计不能兼任初审、保密审查或审定。", "请分别设立账户，由不同的人担任。")
    return wanted


def _require_changeable(unit: Unit, name: str, by: str) -> Person:
    """The person whose account may be changed by ``by``: by an administrator, once there is one."""
    if _administrators(unit):
        require(unit, by, PersonRole.ADMINISTRATOR)
    return _known(unit, name)


def _known(unit: Unit, name: str) -> Person:
    person = people.with_name(unit.connection, name)
    if person is None:
        raise AppError(f"没有名为“{name}”的人员。", "请先在“设置—人员”中添加（dishu people add）。")
    return person


def _administrators(unit: Unit) -> list[Person]:
    return [one for one in people.everyone(unit.connection) if one.may(PersonRole.ADMINISTRATOR)]


def _require_another_administrator(unit: Unit, person: Person) -> None:
    if [one.id for one in _administrators(unit)] == [person.id]:
        raise AppError(f"“{person.name}”是唯一的管理员。", "请先添加另一名管理员。")


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
        raise AppError(f"没有名为“{name}”的人员。", "请先在“设置—人员”中添加（dishu people add）。")
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
    person = _known(unit, name)
    if not person.is_active:
        raise AppError(f"“{name}”的账户已停用。", "请换在用的人员办理，或由管理员重新启用。")
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
