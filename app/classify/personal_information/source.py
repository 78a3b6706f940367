"""The text that is searched, with its folded twin, and how a finding is shown."""

import re
from dataclasses import dataclass
from functools import cached_property

from app.domain.disclosure import Finding

_BLANK = re.compile(r"\s+")
_LONG_NUMBER = re.compile(r"[0-9](?:[ \t\n\u3000\-.()〔〕·]{0,3}[0-9x*●×╳█■]){6}")
_MASKING = re.compile("[*●×╳█■]|x{4}")
_LINK = re.compile(r"(?:https?://|www\.)[!-~]{1,400}")


@dataclass(frozen=True)
class Source:
    """``folded`` is the text as it is matched, with as many code points; ``year`` is the document's, if known."""

    text: str
    folded: str
    year: int | None = None

    @cached_property
    def has_long_number(self) -> bool:
        """Whether there are seven digits or masking signs in a row, blanks and dashes between them ignored.

        Most documents have none, and the patterns for telephones, cards and papers need not be tried.
        """
        return _LONG_NUMBER.search(self.folded) is not None

    @cached_property
    def has_masking(self) -> bool:
        """Whether there is a sign that masks characters in print."""
        return _MASKING.search(self.folded) is not None

    @cached_property
    def linked(self) -> frozenset[int]:
        """The places that stand inside a web address."""
        return frozenset(place for match in _LINK.finditer(self.folded) for place in range(*match.span()))

    def before(self, start: int, length: int) -> str:
        """The folded characters in front of a place, without blanks."""
        return _BLANK.sub("", self.folded[max(0, start - length) : start])

    def after(self, end: int, length: int) -> str:
        """The folded characters behind a place, without blanks."""
        return _BLANK.sub("", self.folded[end : end + length])

    def finding(self, kind: str, start: int, end: int, confidence: float, validator: str = "") -> Finding:
        """A finding at that place, masked for display."""
        return Finding(kind, start, end, shown(kind, self.folded[start:end]), confidence, validator=validator)


_PLAIN_KINDS = frozenset(
    {
        "process_draft",
        "case_file",
        "internal_mark",
        "commercial_secret",
        "third_party_consultation",
        "security_plan",
        "personnel_matter",
        "roster",
        "minor",
        "medical",
        "whistle_blower",
        "relief_recipient",
        "mark_conflict",
    }
)
"""Kinds whose words are terms of the trade, not values about a person."""

_LONGEST_SHOWN = 24


def shown(kind: str, value: str) -> str:
    """A form of the value that may be displayed and printed: first and last characters only."""
    bare = _BLANK.sub("", value)
    if kind in _PLAIN_KINDS or kind.startswith("masked_"):
        return bare[:_LONGEST_SHOWN]
    if kind == "person_name":
        return bare[:1] + "*" * (len(bare) - 1)
    if kind == "credential":
        return "******"
    head, tail = _kept(kind, len(bare))
    return bare[:head] + "*" * max(3, len(bare) - head - tail) + (bare[-tail:] if tail else "")


def _kept(kind: str, length: int) -> tuple[int, int]:
    if kind in {"resident_id", "suspected_resident_id"}:
        return (3, 2) if length >= 15 else (1, 0)
    if kind == "mobile_phone":
        return length - 8 if length > 8 else 1, 2
    if kind == "address":
        return min(6, length // 3), 0
    return max(1, min(4, length // 4)), max(0, min(2, length // 4))
