"""Local accounts: adding persons, giving PINs, proving an identity."""

import secrets
from collections.abc import Iterable

from app.domain.audit import Change
from app.domain.people import DECIDING_ROLES, Person, PersonRole, are_compatible
from app.domain.terms import PERSON_ROLE_TERMS
from app.errors import AppError
from app.store import people
from app.store.catalogue import Catalogue, Reading, Unit

SHORTEST_PIN = 4
ONE_TIME_DIGITS = 6


def add_person(
    catalogue: Catalogue, name: str, roles: Iterable[PersonRole], *, by: str, pin: str | None = None
) -> Person:
    """A new account. ``pin``: the administrator's, where :func:`needs_proof`; so everywhere below.

    Raises:
        AppError: the name is empty or taken, the roles do not go together, or ``by`` may not.
    """
    name = name.strip()
    if not name:
        raise AppError("姓名不能为空。", "请填写姓名。")
    wanted = _fitting(roles)
    _require_proof(catalogue, by, pin)
    with catalogue.write(by=by, action="people.add") as unit:
        if any(one.has_pin for one in _administrators(unit)):
            require(unit, by, PersonRole.ADMINISTRATOR)
        if people.with_name(unit.connection, name):
            raise AppError(f"已有名为“{name}”的人员。", "同名的两个人请在姓名后加科室以示区别。")
        person = people.add(unit.connection, name, wanted, unit.at)
        unit.record(
            person.uuid, [Change("name", None, name), Change("roles", None, ",".join(sorted(wanted)))]
        )
        unit.commit()
    return person


def change_roles(
    catalogue: Catalogue, name: str, roles: Iterable[PersonRole], *, by: str, pin: str | None = None
) -> Person:
    """Let a person act in these roles from now on; what he signed before stays.

    Raises:
        AppError: unknown person, roles that do not go together, the last administrator, or ``by`` may not.
    """
    wanted = _fitting(roles)
    _require_proof(catalogue, by, pin)
    with catalogue.write(by=by, action="people.roles") as unit:
        person = _require_changeable(unit, name, by)
        if PersonRole.ADMINISTRATOR not in wanted:
            _require_another_administrator(unit, person)
        people.set_roles(unit.connection, person.id, wanted)
        changed = Change("roles", ",".join(sorted(person.roles)), ",".join(sorted(wanted)))
        unit.record(person.uuid, [changed])
        unit.commit()
    return person_named(catalogue, name)


def set_active(
    catalogue: Catalogue, name: str, *, is_active: bool, by: str, reason: str = "", pin: str | None = None
) -> Person:
    """Put an account out of use (somebody left), or in use again; nothing he did is lost.

    Raises:
        AppError: unknown person, the last administrator, or ``by`` may not.
    """
    _require_proof(catalogue, by, pin)
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
    return _known(unit.connection, name)


def _known(connection: Reading, name: str) -> Person:
    person = people.with_name(connection, name)
    if person is None:
        raise AppError(f"没有名为“{name}”的人员。", "请先在“设置—人员”中添加（dishu people add）。")
    return person


def _administrators(unit: Unit) -> list[Person]:
    return [one for one in people.everyone(unit.connection) if one.may(PersonRole.ADMINISTRATOR)]


def _require_another_administrator(unit: Unit, person: Person) -> None:
    """One must remain, and one with a PIN if there was one: otherwise nobody could give PINs any more."""
    everyone = _administrators(unit)
    fit = [one for one in everyone if _is_known(one)] or everyone
    if [one.id for one in fit] == [person.id]:
        raise AppError(
            f"“{person.name}”是唯一的管理员{'（有口令的）' if _is_known(person) else ''}。",
            "请先添加另一名管理员，并给他口令。",
        )


def _is_known(person: Person) -> bool:
    return person.has_pin and not person.must_change_pin


def set_pin(catalogue: Catalogue, name: str, pin: str, *, by: str, present_pin: str | None = None) -> None:
    """Let a person choose his own PIN in place of his present or one-time one, which he must name.

    Who has none is not known to the program yet. So only the very first PIN of a catalogue is chosen
    freely, by an administrator where there is one; everybody else begins with :func:`give_pin`.

    Raises:
        AppError: somebody else's account, too short, or the present PIN is missing or wrong.
    """
    if by != name:
        raise AppError("口令只能由本人设置。", "没有口令或忘了口令的，请管理员给一个一次性口令。")
    if len(pin) < SHORTEST_PIN:
        raise AppError(f"口令至少 {SHORTEST_PIN} 位。", "请换一个更长的口令。")
    person = person_named(catalogue, name)
    if person.has_pin:
        if pin == present_pin:
            raise AppError("新口令与原口令相同。", "请换一个口令。")
        _compare(catalogue, person, present_pin or "")
    with catalogue.write(by=by, action="people.pin") as unit:
        person = _known(unit.connection, name)
        if not person.has_pin:
            _require_nobody_known(unit, person)
        people.set_pin(unit.connection, person.id, pin)
        unit.record(person.uuid)
        unit.commit()


def give_pin(catalogue: Catalogue, name: str, *, by: str, pin: str) -> str:
    """Give somebody a one-time PIN, for his first day or because he forgot his own.

    An administrator gives it. Where there is none, another person who decides may give a first one. The
    giver proves himself with his own PIN, and the trail names him; the one-time PIN proves nothing until
    the person has replaced it.

    Returns:
        Six digits, to be told face to face; they are not kept in readable form.

    Raises:
        AppError: one's own account, ``by`` may not give PINs, has none himself, or named a wrong one.
    """
    if by == name:
        raise AppError("一次性口令不能给自己。", "自己的口令请用“设置口令”更换。")
    _prove_named(catalogue, by, pin)
    once = f"{secrets.randbelow(10**ONE_TIME_DIGITS):0{ONE_TIME_DIGITS}}"
    with catalogue.write(by=by, action="people.pin_given") as unit:
        person = _known(unit.connection, name)
        if _administrators(unit) or _is_known(person):
            require(unit, by, PersonRole.ADMINISTRATOR)
        else:
            require_any(unit, by, *sorted(DECIDING_ROLES))
        people.set_pin(unit.connection, person.id, once, is_one_time=True)
        unit.record(person.uuid)
        unit.commit()
    return once


def _require_nobody_known(unit: Unit, person: Person) -> None:
    """A PIN out of nothing: only while nobody could have given it, and not past an administrator."""
    may_begin = not _administrators(unit) or person.may(PersonRole.ADMINISTRATOR)
    if not may_begin or any(one.has_pin for one in people.everyone(unit.connection)):
        raise AppError(
            f"“{person.name}”的第一个口令要由别人当面给。",
            "请管理员（没有管理员时请另一位有口令的人）给一个一次性口令，再换成自己的。",
        )


def needs_proof(catalogue: Catalogue) -> bool:
    """Whether accounts are changed with an administrator's PIN only: as soon as one of them has a PIN."""
    with catalogue.read() as connection:
        everyone = people.everyone(connection)
    return any(one.has_pin and PersonRole.ADMINISTRATOR in one.roles for one in everyone)


def _require_proof(catalogue: Catalogue, by: str, pin: str | None) -> None:
    if needs_proof(catalogue):
        _prove_named(catalogue, by, pin or "")


def _prove_named(catalogue: Catalogue, name: str, pin: str) -> None:
    person = person_named(catalogue, name)
    if not person.has_pin:
        raise AppError(f"“{name}”还没有口令，不能证明身份。", "请先设置自己的口令，或换有口令的管理员办理。")
    prove(catalogue, person, pin)


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
        return _known(connection, name)


def prove(catalogue: Catalogue, person: Person, pin: str) -> None:
    """Check a PIN; wrong ones are counted and lock the account for a while.

    Raises:
        AppError: wrong PIN, one that another person gave and still knows, or the account is locked.
    """
    _compare(catalogue, person, pin)
    if person.must_change_pin:
        raise AppError(
            "这是别人给的一次性口令，不能用来签署。",
            "请先在“设置—人员”中换成自己的口令（dishu people pin）。",
        )


def _compare(catalogue: Catalogue, person: Person, pin: str) -> None:
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
    person = _known(unit.connection, name)
    if not person.is_active:
        raise AppError(f"“{name}”的账户已停用。", "请换在用的人员办理，或由管理员重新启用。")
    if not person.may(role):
        raise AppError(
            f"“{name}”没有{PERSON_ROLE_TERMS[role]}权限。", "请换有权限的人员办理，或由管理员调整角色。"
        )
    return person


def require_any(unit: Unit, name: str, *roles: PersonRole) -> Person:
    """The person who may act in one of these roles.

    Raises:
        AppError: there is no such person, or he holds none of them.
    """
    held = people.with_name(unit.connection, name)
    role = next((role for role in roles if held is not None and held.may(role)), roles[0])
    return require(unit, name, role)
