"""``dishu people``: accounts and PINs."""

import argparse
import getpass
import sys

from app import wiring
from app.cli import options
from app.cli.output import say, say_json, say_none
from app.domain.people import Person
from app.domain.terms import PERSON_ROLE_TERMS
from app.review import people


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(metavar="操作", required=True)
    add = acts.add_parser("add", help="添加人员")
    options.add_catalogue(add)
    add.add_argument("name", metavar="姓名", help="账户的姓名")
    _add_roles(add)
    options.add_by(add)
    add.set_defaults(run=_add)
    listing = acts.add_parser("list", help="列出人员")
    options.add_catalogue(listing)
    options.add_json(listing)
    listing.set_defaults(run=_list)
    pin = acts.add_parser(
        "pin",
        help="本人（--by 与姓名相同）设置口令；或由管理员给一次性口令。口令都从标准输入读取，先原口令或经办人口令",
    )
    options.add_catalogue(pin)
    pin.add_argument("name", metavar="姓名", help="账户的姓名")
    options.add_by(pin)
    pin.set_defaults(run=_pin)
    roles = acts.add_parser("roles", help="更改角色")
    options.add_catalogue(roles)
    roles.add_argument("name", metavar="姓名", help="账户的姓名")
    _add_roles(roles)
    options.add_by(roles)
    roles.set_defaults(run=_roles)
    for name, summary, is_active in (("deactivate", "停用账户", False), ("activate", "重新启用账户", True)):
        act = acts.add_parser(name, help=summary)
        options.add_catalogue(act)
        act.add_argument("name", metavar="姓名", help="账户的姓名")
        act.add_argument("--reason", default="", metavar="理由", help="停用或启用的原因")
        options.add_by(act)
        act.set_defaults(run=_set_active, is_active=is_active)


def _add_roles(parser: argparse.ArgumentParser) -> None:
    role = options.one_of(PERSON_ROLE_TERMS, "角色", "可多次")
    parser.add_argument("--role", dest="roles", action="append", required=True, **role)


def read_pin(prompt: str) -> str:
    """A PIN typed unseen at the terminal, or the next line of standard input."""
    if sys.stdin.isatty():
        return getpass.getpass(prompt)
    return sys.stdin.readline().rstrip("\r\n")


def _add(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        person = people.add_person(
            session.catalogue, given.name, given.roles, by=given.by, pin=_proof(session)
        )
    say(f"已添加：{person.name}")
    return 0


def _list(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        everyone = people.everyone(session.catalogue)
    for person in everyone:
        if given.json:
            say_json(_record(person))
        else:
            roles = "、".join(PERSON_ROLE_TERMS[role] for role in sorted(person.roles))
            state = "" if person.is_active else "　已停用"
            say(f"{person.name}　{roles}　{_pin_term(person)}{state}")
    say_none(everyone, "还没有登记人员；用 dishu people add 添加。", as_json=given.json)
    return 0


def _pin_term(person: Person) -> str:
    if person.must_change_pin:
        return "一次性口令"
    return "有口令" if person.has_pin else "无口令"


def _roles(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        person = people.change_roles(
            session.catalogue, given.name, given.roles, by=given.by, pin=_proof(session)
        )
    say(f"{person.name}：{'、'.join(PERSON_ROLE_TERMS[role] for role in sorted(person.roles))}")
    return 0


def _set_active(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        person = people.set_active(
            session.catalogue,
            given.name,
            is_active=given.is_active,
            by=given.by,
            reason=given.reason,
            pin=_proof(session),
        )
    say(f"{person.name}：{'在用' if person.is_active else '已停用'}")
    return 0


def _pin(given: argparse.Namespace) -> int:
    """One's own PIN is chosen; for somebody else a one-time PIN is made and told."""
    with wiring.open_session(given.catalogue) as session:
        if given.by != given.name:
            once = people.give_pin(
                session.catalogue, given.name, by=given.by, pin=read_pin(f"{given.by}的口令：")
            )
            say(f"{given.name}的一次性口令：{once}")
            say("请当面告诉本人；本人用 dishu people pin 换成自己的口令之后才能签署。")
            return 0
        has_pin = people.person_named(session.catalogue, given.name).has_pin
        present = read_pin("原口令（或一次性口令）：") if has_pin else None
        people.set_pin(session.catalogue, given.name, read_pin("新口令："), by=given.by, present_pin=present)
    say("口令已设置。")
    return 0


def _proof(session: wiring.Session) -> str | None:
    """The administrator's PIN, asked for only where accounts are kept with one."""
    return read_pin("管理员口令：") if people.needs_proof(session.catalogue) else None


def _record(person: Person) -> dict[str, object]:
    return {
        "id": person.uuid,
        "name": person.name,
        "roles": sorted(person.roles),
        "has_pin": person.has_pin,
        "must_change_pin": person.must_change_pin,
        "is_active": person.is_active,
    }
