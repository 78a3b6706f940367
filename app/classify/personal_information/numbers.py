"""Check digits and number ranges: whether a string of digits is what it looks like."""

from datetime import date

from app.classify.personal_information.word_lists import words

PROVINCES = words(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"
)
"""First two digits of a resident identity number (GB/T 2260, with 港澳台居民居住证)."""

FOREIGN_PERMANENT_RESIDENT = "9"
"""First digit of the 18-digit number of a 外国人永久居留身份证 (since 2023)."""

_RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_RESIDENT_CHECKS = "10x98765432"
_CREDIT_ALPHABET = "0123456789abcdefghjklmnpqrtuwxy"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def born_on(number: str) -> date | None:
    """The birthday inside an 18- or 15-digit identity number, if its place and date are possible."""
    if number[:2] not in PROVINCES and number[:1] != FOREIGN_PERMANENT_RESIDENT:
        return None
    digits = number[6:14] if len(number) == 18 else "19" + number[6:12]
    if not digits.isdecimal() or digits[:2] not in {"18", "19", "20"}:
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def has_resident_check(number: str) -> bool:
    """Whether the last character is the check digit (GB 11643: ISO 7064, MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _RESIDENT_WEIGHTS, strict=True))
    return _RESIDENT_CHECKS[total % 11] == number[17]


def is_credit_code(code: str) -> bool:
    """Whether the string, folded to lower case, is a 统一社会信用代码 (GB 32100: modulo 31)."""
    if len(code) != 18 or any(character not in _CREDIT_ALPHABET for character in code):
        return False
    total = sum(
        _CREDIT_ALPHABET.index(character) * weight
        for character, weight in zip(code, _CREDIT_WEIGHTS, strict=False)
    )
    return _CREDIT_ALPHABET[(31 - total % 31) % 31] == code[17]


def has_luhn_check(number: str) -> bool:
    """Whether the last digit is the check digit of a bank card (ISO/IEC 7812)."""
    total = 0
    for index, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if index % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def age_on(birthday: date, day: date) -> int:
    """Completed years of life."""
    return day.year - birthday.year - ((day.month, day.day) < (birthday.month, birthday.day))
