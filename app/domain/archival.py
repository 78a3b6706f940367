"""Retention periods, fonds and archival codes (DA/T 22-2000, DA/T 22-2015, DA/T 13-2022)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

MIDDLE_DOT = "\u00b7"
"""The only dot an archival code may hold; look-alikes are folded for comparison alone."""

FIRST_YEAR_OF_THIRTY_TEN = 2007
"""国家档案局令第8号 replaced 长期/短期 by 30年/10年 for documents of 2007 and later."""

_LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("\u30fb\u2022\uff0e.\u2027\u2219\u22c5\u00b7\uff65\u318d", MIDDLE_DOT),
        **dict.fromkeys("\uff0d\u2010\u2011\u2012\u2013\u2014\u2212\ufe63", "-"),
        **dict.fromkeys(" \u3000\u00a0\ufeff\u200b\t", ""),
    }
)


class RetentionPeriod(StrEnum):
    """保管期限; two vocabularies share 永久."""

    PERMANENT = "permanent"
    THIRTY_YEARS = "thirty_years"
    TEN_YEARS = "ten_years"
    LONG = "long"
    SHORT = "short"

    @property
    def term(self) -> str:
        """The word of the trade, as printed on catalogues."""
        return RETENTION_TERMS[self]


RETENTION_TERMS: Mapping[RetentionPeriod, str] = MappingProxyType(
    {
        RetentionPeriod.PERMANENT: "永久",
        RetentionPeriod.THIRTY_YEARS: "30年",
        RetentionPeriod.TEN_YEARS: "10年",
        RetentionPeriod.LONG: "长期",
        RetentionPeriod.SHORT: "短期",
    }
)

STANDARD_RETENTION_CODES: Mapping[RetentionPeriod, str] = MappingProxyType(
    {
        RetentionPeriod.PERMANENT: "Y",
        RetentionPeriod.THIRTY_YEARS: "D30",
        RetentionPeriod.TEN_YEARS: "D10",
        RetentionPeriod.LONG: "C",
        RetentionPeriod.SHORT: "D",
    }
)
"""Y/D30/D10 stand in DA/T 22-2015; C and D are local habit, so a fonds profile may replace them."""


def retention_vocabulary(year: int) -> tuple[RetentionPeriod, ...]:
    """The retention periods that documents of ``year`` may carry."""
    if year < FIRST_YEAR_OF_THIRTY_TEN:
        return (RetentionPeriod.PERMANENT, RetentionPeriod.LONG, RetentionPeriod.SHORT)
    return (RetentionPeriod.PERMANENT, RetentionPeriod.THIRTY_YEARS, RetentionPeriod.TEN_YEARS)


def retention_from(text: str) -> RetentionPeriod | None:
    """The retention period that a word or code of any era names; ``None`` for anything else."""
    word = text.strip().upper().replace("三十", "30").replace("十", "10")
    for period, term in RETENTION_TERMS.items():
        if word in {term, STANDARD_RETENTION_CODES[period], term.removesuffix("年"), period.value.upper()}:
            return period
    return None


class NumberingScheme(StrEnum):
    """The grammar an archival code follows."""

    DAT_22_2015 = "dat22-2015"
    DAT_13_2022 = "dat13-2022"
    DAT_22_2000 = "dat22-2000"
    VOLUME = "volume"


@dataclass(frozen=True, slots=True)
class ArchivalCode:
    """档号 taken apart.

    ``retention`` and ``office`` are codes or words as printed; ``digits`` is the width of the item
    number. ``catalogue_number`` (目录号) and ``volume_number`` (案卷号) belong to volumes only.
    """

    scheme: NumberingScheme
    fonds_code: str
    number: int
    digits: int = 4
    category: str = "WS"
    year: int | None = None
    retention: str = ""
    office: str = ""
    catalogue_number: str = ""
    volume_number: str = ""

    def __str__(self) -> str:
        return _BUILDERS[self.scheme](self)

    @property
    def series(self) -> "ArchivalCode":
        """The code without its number: what item numbers count within."""
        return replace(self, number=0, digits=0)


def _joined(separator: str, *parts: object) -> str:
    return separator.join(str(part) for part in parts if part not in {"", None})


def _build_2015(code: ArchivalCode) -> str:
    head = _joined(MIDDLE_DOT, code.category, code.year)
    return _joined("-", code.fonds_code, head, code.retention, code.office, f"{code.number:0{code.digits}d}")


def _build_2022(code: ArchivalCode) -> str:
    head = _joined(MIDDLE_DOT, code.category, code.year, code.retention, code.office)
    return _joined("-", code.fonds_code, head, code.volume_number, f"{code.number:0{code.digits}d}")


def _build_2000(code: ArchivalCode) -> str:
    number = f"{code.number:0{code.digits}d}"
    return _joined(MIDDLE_DOT, code.fonds_code, code.year, code.retention, code.office, number)


def _build_volume(code: ArchivalCode) -> str:
    number = f"{code.number:0{code.digits}d}"
    return _joined("-", code.fonds_code, code.catalogue_number, code.volume_number, number)


_BUILDERS = {
    NumberingScheme.DAT_22_2015: _build_2015,
    NumberingScheme.DAT_13_2022: _build_2022,
    NumberingScheme.DAT_22_2000: _build_2000,
    NumberingScheme.VOLUME: _build_volume,
}

_FONDS = r"(?P<fonds>[A-Z]{0,2}\d{1,6})"
_CATEGORY = r"(?P<category>[A-Z]{2}(?:·[A-Z][A-Z0-9]{0,5}){0,3})"
_OFFICE = r"(?P<office>[A-Z0-9\u4e00-\u9fff（）()]{1,20})"
_NUMBER = r"(?P<number>\d{1,6})"
_WORD = r"(?P<retention>永久|长期|短期|\d{1,3}年|Y|C|D\d{0,3})"
GRAMMARS: tuple[tuple[NumberingScheme, re.Pattern[str]], ...] = (
    (
        NumberingScheme.DAT_22_2015,
        re.compile(rf"{_FONDS}-{_CATEGORY}·(?P<year>\d{{4}})-{_WORD}(?:-{_OFFICE})?-{_NUMBER}"),
    ),
    (
        NumberingScheme.DAT_13_2022,
        re.compile(
            rf"{_FONDS}-{_CATEGORY}·(?P<year>\d{{4}})·{_WORD}(?:·{_OFFICE})?(?:-(?P<volume>\d{{1,5}}))?-{_NUMBER}"
        ),
    ),
    (
        NumberingScheme.DAT_22_2000,
        re.compile(
            rf"{_FONDS}(?P<sep>[·-])(?P<year>\d{{4}})(?P=sep){_WORD}(?:(?P=sep){_OFFICE})?(?P=sep){_NUMBER}"
        ),
    ),
    (
        NumberingScheme.VOLUME,
        re.compile(rf"{_FONDS}-(?P<catalogue>\d{{1,4}}[A-Z]?)-(?P<volume>\d{{1,5}})-{_NUMBER}"),
    ),
)
"""Code grammars in the order they are tried; no string matches two of them with other meanings."""


def comparable_code(text: str) -> str:
    """The code with look-alike dots and hyphens folded, for comparison only; store the raw string."""
    return text.translate(_LOOK_ALIKES).upper()


def parse_archival_code(text: str) -> ArchivalCode | None:
    """Take a code apart; look-alike dots and hyphens are tolerated, unknown grammars give ``None``."""
    folded = comparable_code(text)
    for scheme, grammar in GRAMMARS:
        if match := grammar.fullmatch(folded):
            return _code_of(scheme, match.groupdict())
    return None


def _code_of(scheme: NumberingScheme, found: Mapping[str, str | None]) -> ArchivalCode:
    number = found["number"] or "0"
    year = found.get("year")
    return ArchivalCode(
        scheme,
        found["fonds"] or "",
        int(number),
        len(number),
        category=found.get("category") or ("" if scheme is NumberingScheme.VOLUME else "WS"),
        year=int(year) if year else None,
        retention=found.get("retention") or "",
        office=found.get("office") or "",
        catalogue_number=found.get("catalogue") or "",
        volume_number=found.get("volume") or "",
    )


@dataclass(frozen=True, slots=True)
class Office:
    """机构（问题）: ``code`` for DA/T 22-2015, ``name`` for schemes that print the name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class NumberingPeriod:
    """How documents of these years are numbered. ``last_year`` ``None``: until today.

    ``by_office`` says whether item numbers count per office; ``prints_office_name`` whether the
    code holds the office's name instead of its letters.
    """

    first_year: int
    last_year: int | None
    scheme: NumberingScheme
    digits: int = 4
    category: str = "WS"
    by_office: bool = True
    prints_office_name: bool = False

    def covers(self, year: int) -> bool:
        """Whether documents of ``year`` belong to this period."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


STANDARD_PERIODS = (
    NumberingPeriod(1900, 2015, NumberingScheme.DAT_22_2000, prints_office_name=True),
    NumberingPeriod(2016, 2021, NumberingScheme.DAT_22_2015),
    NumberingPeriod(2022, None, NumberingScheme.DAT_13_2022, prints_office_name=True),
)
"""When each standard came into use; local adoption differs, so a profile may replace the table."""


@dataclass(frozen=True, slots=True)
class PredecessorBody:
    """An office whose documents of these years this office keeps, under that office's fonds code."""

    name: str
    fonds_code: str
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class FondsProfile:
    """全宗: everything that archival codes and forms of one office need."""

    fonds_code: str
    fonds_name: str
    transferring_unit: str = ""
    archives_name: str = ""
    archives_code: str = ""
    offices: tuple[Office, ...] = ()
    periods: tuple[NumberingPeriod, ...] = STANDARD_PERIODS
    predecessors: tuple[PredecessorBody, ...] = ()
    retention_codes: Mapping[RetentionPeriod, str] = field(default_factory=lambda: STANDARD_RETENTION_CODES)

    def period_of(self, year: int) -> NumberingPeriod | None:
        """The numbering rule for documents of ``year``."""
        return next((period for period in self.periods if period.covers(year)), None)

    def office_of(self, code_or_name: str) -> Office | None:
        """The office with this code or name."""
        return next((office for office in self.offices if code_or_name in {office.code, office.name}), None)

    def fonds_code_in(self, year: int, creator: str = "") -> str:
        """The fonds a document of ``year`` belongs to: a predecessor's when that body made it."""
        for body in self.predecessors:
            if body.first_year <= year <= body.last_year and creator == body.name:
                return body.fonds_code
        return self.fonds_code

    def code_for(
        self, year: int, retention: RetentionPeriod, office: str, number: int, creator: str = ""
    ) -> ArchivalCode | None:
        """The archival code of one item; ``None`` when no numbering period covers the year."""
        period = self.period_of(year)
        if period is None:
            return None
        return ArchivalCode(
            period.scheme,
            self.fonds_code_in(year, creator),
            number,
            period.digits,
            category=period.category,
            year=year,
            retention=self._retention_in(period, retention),
            office=self._office_in(period, office),
        )

    def _retention_in(self, period: NumberingPeriod, retention: RetentionPeriod) -> str:
        if period.scheme is NumberingScheme.DAT_22_2000:
            return retention.term
        return self.retention_codes.get(retention, STANDARD_RETENTION_CODES[retention])

    def _office_in(self, period: NumberingPeriod, office: str) -> str:
        if not period.by_office or not office:
            return ""
        known = self.office_of(office)
        if known is None:
            return office
        return known.name if period.prints_office_name else known.code


class ItemPart(StrEnum):
    """What a file is inside one item (件), finer than its role on disk."""

    REPLY = "reply"
    SHEET = "sheet"
    MASTER = "master"
    ANNEX = "annex"
    FORWARDED = "forwarded"
    COPY = "copy"
    TRANSLATION = "translation"
    ISSUE_SHEET = "issue_sheet"
    FINAL_DRAFT = "final_draft"
    REQUEST = "request"


ORDER_INSIDE_ITEM: tuple[ItemPart, ...] = (
    ItemPart.REPLY,
    ItemPart.SHEET,
    ItemPart.MASTER,
    ItemPart.ANNEX,
    ItemPart.FORWARDED,
    ItemPart.TRANSLATION,
    ItemPart.COPY,
    ItemPart.ISSUE_SHEET,
    ItemPart.FINAL_DRAFT,
    ItemPart.REQUEST,
)
"""DA/T 22-2015: 正本 before 定稿, text before annex, original before copy, reply before request; the
processing sheet of an incoming document goes in front. Localities differ on the sheet."""
