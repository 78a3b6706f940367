"""Whose document it is: made by our office, forwarded by it, or obtained (条例 711, art. 10)."""

import re
from collections.abc import Sequence

from app.domain.document import Applicability, DocumentRole, ElementName, Recognition
from app.inventory.recognise.page_text import bare
from app.text.folding import fold

OfficeName = tuple[str, str | None, str | None]
"""A name of the office and the ISO dates (exact as known) from and to which it was used."""

_FORWARDING = re.compile(r"^[^《]{0,40}?(?:转发|批转)")
_PARTY_BODY = re.compile(
    r"^(?:中国共产党|中共|中央办公厅|省委|市委|区委|县委|州委|党委|[\u4e00-\u9fff]{1,12}(?:党委|党组|纪委|[省市县区州]委)(?:办公厅|办公室|[\u4e00-\u9fff]{2}部)?$)"
)
_PARTY_SERIES = re.compile(
    r"^(?:中发|中办|厅字|[\u4e00-\u9fff]{1,4}委(?:办|发|〔|[\u4e00-\u9fff]?字)|[\u4e00-\u9fff]{1,4}党(?:发|办))"
)


def role_and_applicability(
    recognition: Recognition, office_names: Sequence[OfficeName]
) -> tuple[DocumentRole, Applicability]:
    """Our part in a document and whether its attribute is ours to decide.

    Joint documents are decided by the body named first (art. 10 ¶3). Where no maker can be read, the
    document counts as ours, so that a person looks at it.
    """
    makers = _makers(recognition)
    ours = _valid_names(office_names, _text(recognition, ElementName.DATED_ON))
    role = _role(recognition, makers, ours)
    if _is_party(recognition, makers):
        return role, Applicability.PARTY
    if role is DocumentRole.INCOMING or (makers and ours and not makers[0] & ours):
        return role, Applicability.OTHER_MAKER
    return role, Applicability.OURS


def _role(recognition: Recognition, makers: list[frozenset[str]], ours: frozenset[str]) -> DocumentRole:
    if makers and not any(names & ours for names in makers):
        return DocumentRole.INCOMING
    if not makers and any(name in _text(recognition, ElementName.MAIN_RECIPIENTS) for name in ours):
        return DocumentRole.INCOMING
    if _FORWARDING.match(_text(recognition, ElementName.TITLE)):
        return DocumentRole.FORWARDED
    return DocumentRole.OWN


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
