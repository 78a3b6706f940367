"""Invented people and numbers; check digits are right, but none was ever given to anyone."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

NO_SUCH_COUNTY = "330999"
"""A county code that was never assigned, so that no number can be a real person's."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜"
_GIVEN_NAMES = "春山秋水德明国庆桂英秀兰建中晓峰文涛雅琴志远思源玉梅海波家和永康月华长青宝根金花"
_GIVEN = tuple(_GIVEN_NAMES[place : place + 2] for place in range(0, len(_GIVEN_NAMES), 2))
_VILLAGES = (
    "柳塘镇前进村",
    "青石镇石桥村",
    "白鹭乡湖滨村",
    "东湖街道春晖社区",
    "青石镇南坞村",
    "柳塘镇荷花村",
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist."""

    name: str
    resident_id: str
    mobile: str
    address: str
    bank_card: str
    born_on: date


def check_digit(first_seventeen: str) -> str:
    """The last character of a resident identity number (GB 11643, ISO 7064 mod 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(first_seventeen, _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def luhn_digit(number: str) -> str:
    """The last digit of a bank card."""
    doubled = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(number))]
    return str(-sum(value - 9 if value > 9 else value for value in doubled) % 10)


def people(seed: int, count: int, *, born: tuple[int, int] = (1938, 1985)) -> tuple[Person, ...]:
    """``count`` different people, always the same for a seed."""
    source = random.Random(seed)
    return tuple(_person(source, seed * 100 + place, born) for place in range(count))


def _person(source: random.Random, serial: int, born: tuple[int, int]) -> Person:
    day = date(born[0], 1, 1) + timedelta(days=source.randrange((born[1] - born[0]) * 365))
    stem = f"{NO_SUCH_COUNTY}{day:%Y%m%d}{serial % 1000:03d}"
    card = f"62220000{serial:010d}"
    return Person(
        name=source.choice(_SURNAMES) + source.choice(_GIVEN),
        resident_id=stem + check_digit(stem),
        mobile=f"1390000{serial % 10000:04d}",
        address=f"{source.choice(_VILLAGES)}{source.randrange(1, 12)}组{source.randrange(1, 90)}号",
        bank_card=card + luhn_digit(card),
        born_on=day,
    )
