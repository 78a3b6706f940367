"""Whose document it is: made by our office, forwarded by it, or obtained (条例 711, art. 10)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.document import Applicability, DocumentRole, ElementName, Recognition
from app.inventory.recognise.page_text import bare
from app.text.document_number import parse_number
from app.text.folding import fold

OfficeName = tuple[str, str | None, str | None]
"""A name of the office and the ISO dates (exact as known) from and to which it was used."""


@dataclass(frozen=True, slots=True)
class Office:
    """Who we are: the names our office has borne, and the codes (代字) of the numbers that it gives out."""

    names: Sequence[OfficeName] = ()
    series: frozenset[str] = frozenset()


_FORWARDING = re.compile(
    r"(?P<lead>(?:(?!关于|要求|请求|申请|建议|同意|商请|提请|做好|[《,。]).){0,80})(?:关于)?(?:转发|批转)"
)
"""转发 and 批转 behind the names of the bodies or at the very start; 关于要求转发 asks others to forward."""
_OFFICE = re.compile(r"办公[室厅]")
_INNER_UNIT = re.compile(r"[\u4e00-\u9fff、]{0,12}[科股处室办]")
_WITH_BODIES_BELOW = ("政府", "党委", "省委", "市委", "县委", "区委", "州委")
"""Below these 某某办公室 may be a body of its own; below a department it is one of its units."""
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,8}?(?=(?:自治)?[省市县州盟旗]|区(?!域))")
_BETWEEN = re.compile(r"[、,;]")
_PARTY_BODY = re.compile(
    r"^(?:中国共产党|中共|中央办公厅|省委|市委|区委|县委|州委|党委|[\u4e00-\u9fff]{1,12}(?:党委|党组|纪委|[省市县区州]委)(?:办公厅|办公室|[\u4e00-\u9fff]{2}部)?$)"
)
_PARTY_SERIES = re.compile(
    r"^(?:中发|中办|厅字|[\u4e00-\u9fff]{1,4}委(?:办|发|〔|[\u4e00-\u9fff]?字)|[\u4e00-\u9fff]{1,4}党(?:发|办))"
)


def role_and_applicability(recognition: Recognition, office: Office) -> tuple[DocumentRole, Applicability]:
    """Our part in a document and whether its attribute is ours to decide.

    Joint documents are decided by the body named first (art. 10 ¶3), which is the one that numbers them: a
    number with our own code is ours whoever signed. Where no maker can be read, the document counts as
    ours, so that a person looks at it.
    """
    makers = _makers(recognition)
    ours = _valid_names(office.names, _text(recognition, ElementName.DATED_ON))
    is_numbered_by_us = bool(office.series) and _series(recognition) in office.series
    role = _made_by_us(recognition) if is_numbered_by_us else _role(recognition, makers, ours)
    if _is_party(recognition, makers):
        return role, Applicability.PARTY
    if is_numbered_by_us:
        return role, Applicability.OURS
    if role is DocumentRole.INCOMING or (makers and ours and not _is_ours(makers[0], ours)):
        return role, Applicability.OTHER_MAKER
    return role, Applicability.OURS


def _role(recognition: Recognition, makers: list[frozenset[str]], ours: frozenset[str]) -> DocumentRole:
    if makers and not any(_is_ours(names, ours) for names in makers):
        return DocumentRole.INCOMING
    if not makers and _is_sent_to(ours, _text(recognition, ElementName.MAIN_RECIPIENTS)):
        return DocumentRole.INCOMING
    return _made_by_us(recognition)


def _made_by_us(recognition: Recognition) -> DocumentRole:
    if _FORWARDING.match(_text(recognition, ElementName.TITLE)):
        return DocumentRole.FORWARDED
    return DocumentRole.OWN


def _is_ours(names: frozenset[str], ours: frozenset[str]) -> bool:
    """Whether a maker is our office or one of its units (临湖县财政局办公室), which act in its name."""
    return bool(names & ours) or any(_is_unit_of(name, own) for name in names for own in ours)


def _is_unit_of(name: str, own: str) -> bool:
    unit = _OFFICE if own.endswith(_WITH_BODIES_BELOW) else _INNER_UNIT
    return name.startswith(own) and unit.fullmatch(name, len(own)) is not None


def _is_sent_to(ours: frozenset[str], recipients: str) -> bool:
    """Whether we are addressed, by the whole name or as those below write it (县政府, 县财政局)."""
    addressed = set(_BETWEEN.split(recipients))
    return any(addressed & _forms(name) for name in ours)


def _forms(name: str) -> set[str]:
    place = _PLACE.match(name)
    forms = {name, name[place.end() :]} if place is not None else {name}
    return forms | {form.replace("人民政府", "政府") for form in forms}


def _makers(recognition: Recognition) -> list[frozenset[str]]:
    """For each maker the names it is known by: as printed and in full."""
    printed = _names(recognition, ElementName.ISSUING_BODY)
    full = _names(recognition, ElementName.ISSUING_BODY_FULL)
    if len(full) == len(printed):
        return [frozenset(pair) for pair in zip(printed, full, strict=True)]
    return [frozenset({name}) for name in printed or full]


def _names(recognition: Recognition, name: ElementName) -> list[str]:
    element = recognition.elements.get(name)
    if element is None:
        return []
    values = (element.value,) if isinstance(element.value, str) else element.value
    return [bare(fold(value)) for value in values]


def _series(recognition: Recognition) -> str:
    """The code (代字) of the document's number; empty without one."""
    found = parse_number(_text(recognition, ElementName.DOCUMENT_NUMBER))
    return found.series if found is not None else ""


def _valid_names(office_names: Sequence[OfficeName], dated: str) -> frozenset[str]:
    return frozenset(
        bare(fold(name)) for name, since, until in office_names if not dated or _within(dated, since, until)
    )


def _within(dated: str, since: str | None, until: str | None) -> bool:
    """Dates of different exactness are compared as far as both are exact."""
    after = not since or dated[: len(since)] >= since[: len(dated)]
    before = not until or dated[: len(until)] <= until[: len(dated)]
    return after and before


def _is_party(recognition: Recognition, makers: list[frozenset[str]]) -> bool:
    """Party series decide, also for documents issued jointly with a government; else the first maker."""
    number = _text(recognition, ElementName.DOCUMENT_NUMBER)
    if _PARTY_SERIES.match(number):
        return True
    return bool(makers) and any(_PARTY_BODY.match(name) for name in makers[0])


def _text(recognition: Recognition, name: ElementName) -> str:
    element = recognition.elements.get(name)
    return bare(fold(element.text)) if element is not None else ""
