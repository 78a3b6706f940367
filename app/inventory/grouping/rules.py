"""Whether two files are the same item (件), by rules that a person can check.

Own numbers come first: two files with different ones are never one item, two with the same one are, unless
neither title nor text agree. Without numbers title, date and text must agree together (归档 practice:
same title, dates within 60 days, like text). Drafts may be older and differ more.
"""

from dataclasses import dataclass
from enum import IntEnum

from app.inventory.grouping.carrier import Carrier, days_between
from app.inventory.grouping.names import likeness

DAYS_OF_ONE_ITEM = 60
DAYS_OF_A_DRAFT = 400
NEARLY_SAME = 0.9
VERY_LIKE = 0.75
LIKE = 0.5
RELATED = 0.25
SAME_TITLE = 0.8
LEAST_CORE = 6
"""A shorter title (会议通知) names too many documents."""


class Strength(IntEnum):
    """How sure a rule is; surer pairs are joined first."""

    NAME = 1
    DRAFT = 2
    TITLE = 3
    TEXT = 4
    NUMBER = 5
    VERSION = 6
    PERSON = 7


@dataclass(frozen=True, slots=True)
class Verdict:
    """Two files are one item, by this rule."""

    rule: str
    strength: Strength


def judge(one: Carrier, other: Carrier, similar: float) -> Verdict | None:
    """Whether two files are one item. ``similar``: estimated share of common text, 0 to 1.

    Annexes are no matter of pairs; see :mod:`app.inventory.grouping.annexes`.
    """
    if one.is_sheet or other.is_sheet:
        return _same_text(one, other) if one.is_sheet and other.is_sheet else None
    if one.number and other.number:
        return _numbered(one, other, similar) if one.number == other.number else None
    if _weak_numbers_differ(one, other):
        return None
    if not one.has_text or not other.has_text:
        return _by_name(one, other)
    return _same_text(one, other) or _same_title(one, other, similar) or _draft(one, other, similar)


def _numbered(one: Carrier, other: Carrier, similar: float) -> Verdict | None:
    """The same number, unless two different documents bear it (重号)."""
    verdict = Verdict("same_number", Strength.NUMBER)
    if not one.has_text or not other.has_text:
        return verdict if _titles_agree(one, other) else None
    if similar >= LIKE:
        return verdict
    if one.title is None or other.title is None:
        return verdict if similar >= RELATED else None
    return verdict if _titles_agree(one, other) else None


def _titles_agree(one: Carrier, other: Carrier) -> bool:
    """Whether the titles, or what they issue, are the same but for misread characters or a cut end."""
    if not one.core or not other.core:
        return True
    return any(_same_words(a, b) for a in one.keys for b in other.keys)


def _same_words(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return likeness(one, other) >= SAME_TITLE or (len(shorter) >= LEAST_CORE and shorter in longer)


def _weak_numbers_differ(one: Carrier, other: Carrier) -> bool:
    a, b = one.weak_number or one.number, other.weak_number or other.number
    if not a or not b or not (one.weak_number or other.weak_number):
        return False
    return not (a.endswith(b) or b.endswith(a))


def _same_text(one: Carrier, other: Carrier) -> Verdict | None:
    """Letter for letter the same text; forms of a few words must also stand in the same folder."""
    if one.digest != other.digest or not one.has_text:
        return None
    if not one.says_enough and one.folder != other.folder:
        return None
    return Verdict("same_text", Strength.TEXT)


def _same_title(one: Carrier, other: Carrier, similar: float) -> Verdict | None:
    if one.is_draft != other.is_draft or one.title is None or other.title is None:
        return None
    is_exact = one.core == other.core
    if not is_exact and not _is_misread(one, other, similar):
        return None
    if len(one.core) < LEAST_CORE or one.apart != other.apart or not _bodies_agree(one, other):
        return None
    if not _same_day(one, other, similar):
        return None
    least = LIKE if _has_proof(one, other) else VERY_LIKE
    return Verdict("same_title", Strength.TITLE) if similar >= least else None


def _is_misread(one: Carrier, other: Carrier, similar: float) -> bool:
    """Whether recognised characters explain the difference of the titles."""
    if not (one.is_ocr or other.is_ocr) or similar < LIKE:
        return False
    return likeness(one.core, other.core) >= SAME_TITLE


def _has_proof(one: Carrier, other: Carrier) -> bool:
    """Whether beside title and text something else agrees: the day, or the name in the same folder."""
    if one.day and one.day == other.day:
        return True
    return one.folder == other.folder and bool(one.name.base) and one.name.base == other.name.base


def _bodies_agree(one: Carrier, other: Carrier) -> bool:
    if not one.body or not other.body:
        return True
    return one.body in other.body or other.body in one.body or one.is_ocr or other.is_ocr


def _same_day(one: Carrier, other: Carrier, similar: float) -> bool:
    """Originals of one item bear one day; a web page may print its own, a scan may be misread."""
    if one.day is None or other.day is None:
        return _years_agree(one, other)
    if one.day == other.day:
        return True
    is_loose = one.is_web or other.is_web or one.is_scan or other.is_scan
    if one.is_draft and other.is_draft:
        return _dates_agree(one, other, DAYS_OF_A_DRAFT)
    return is_loose and similar >= VERY_LIKE and _dates_agree(one, other, DAYS_OF_ONE_ITEM)


def _dates_agree(one: Carrier, other: Carrier, most: int) -> bool:
    if one.day is None or other.day is None:
        return _years_agree(one, other)
    distance = days_between(one.day, other.day)
    return distance is None or distance <= most


def _years_agree(one: Carrier, other: Carrier) -> bool:
    """Where a date is missing: the years of dates, or of folders, do not speak against one item."""
    a = int(one.day[:4]) if one.day else one.name.year
    b = int(other.day[:4]) if other.day else other.name.year
    return a is None or b is None or a == b


def _draft(one: Carrier, other: Carrier, similar: float) -> Verdict | None:
    """A draft belongs to the document of the same title that came of it within about a year."""
    if one.is_draft == other.is_draft:
        return None
    draft, final = (one, other) if one.is_draft else (other, one)
    if draft.number or not set(draft.keys) & set(final.keys):
        return None
    if draft.apart != final.apart and draft.core not in final.keys:
        return None
    if not _precedes(draft, final):
        return None
    return Verdict("draft", Strength.DRAFT) if similar >= RELATED else None


def _precedes(draft: Carrier, final: Carrier) -> bool:
    if draft.day and final.day and draft.day[:7] > final.day[:7]:
        return False
    return _dates_agree(draft, final, DAYS_OF_A_DRAFT)


def _by_name(one: Carrier, other: Carrier) -> Verdict | None:
    """A file without text is joined by what its name says, within the same folder or year."""
    if not one.core or not other.core or one.apart != other.apart:
        return None
    if one.folder == other.folder and one.name.base and one.name.base == other.name.base:
        return Verdict("same_name", Strength.NAME)
    if one.core != other.core or len(one.core) < LEAST_CORE:
        return None
    return (
        Verdict("same_name", Strength.NAME) if _years_agree(one, other) and _years_known(one, other) else None
    )


def _years_known(one: Carrier, other: Carrier) -> bool:
    return all(carrier.day or carrier.name.year for carrier in (one, other))
