"""``dishu people``: accounts and PINs."""

import argparse
import getpass
import sys

from app import wiring
from app.cli import options
from app.cli.output import say, say_json
from app.domain.people import Person, PersonRole
from app.review import people


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(metavar="操作", required=True)
    add = acts.add_parser("add", help="添加人员")
    options.add_catalogue(add)
    add.add_argument("name", metavar="姓名")
    add.add_argument(
        "--role", dest="roles", action="append", type=PersonRole, choices=list(PersonRole), required=True
    )
    options.add_by(add)
    add.set_defaults(run=_add)
    listing = acts.add_parser("list", help="列出人员")
    options.add_catalogue(listing)
    options.add_json(listing)
    listing.set_defaults(run=_list)
    pin = acts.add_parser("pin", help="设置口令（从标准输入读取，已有口令的先输原口令）")
    options.add_catalogue(pin)
    pin.add_argument("name", metavar="姓名")
    options.add_by(pin)
    pin.set_defaults(run=_pin)


def read_pin(prompt: str) -> str:
    """A PIN typed unseen at the terminal, or the next line of standard input."""
    if sys.stdin.isatty():
        return getpass.getpass(prompt)
    return sys.stdin.readline().rstrip("\r\n")


def _add(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        person = people.add_person(session.catalogue, given.name, given.roles, by=given.by)
    say(f"已添加：{person.name}")
    return 0


def _list(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        everyone = people.everyone(session.catalogue)
    for person in everyone:
        if given.json:
            say_json(_record(person))
        else:
            roles = "、".join(people.ROLE_NAMES[role] for role in sorted(person.roles))
            say(f"{person.name}　{roles}　{'有口令' if person.has_pin else '无口令'}")
    return 0


def _pin(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        has_pin = people.person_named(session.catalogue, given.name).has_pin
        present = read_pin("原口令：") if has_pin else None
        people.set_pin(session.catalogue, given.name, read_pin("新口令："), by=given.by, present_pin=present)
    say("口令已设置。")
    return 0


def _record(person: Person) -> dict[str, object]:
    return {
        "id": person.uuid,
        "name": person.name,
        "roles": sorted(person.roles),
        "has_pin": person.has_pin,
        "is_active": person.is_active,
    }
