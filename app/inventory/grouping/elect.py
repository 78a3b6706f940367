"""Which file of an item is its master (正本), what the others are, and from which the text is read.

The order is that of an archive: sealed scan or OFD, final manuscript, web copy, drafts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.document import MemberRole
from app.domain.source import FileFormat
from app.inventory.grouping.carrier import PAGES, PICTURES, SEALED, Carrier

_FORMATS = (
    FileFormat.OFD,
    FileFormat.PDF,
    FileFormat.DOCX,
    FileFormat.DOC,
    FileFormat.WPS,
    FileFormat.RTF,
    FileFormat.ODT,
    FileFormat.TXT,
)
_TYPESET = frozenset(_FORMATS[:-1])


@dataclass(frozen=True, slots=True)
class Part:
    """What a file is within its item, with the rule that put it there."""

    content_id: int
    role: MemberRole
    similarity: float
    rule: str


def master_of(parts: Sequence[Carrier]) -> Carrier:
    """The file that represents the item."""
    return min(parts, key=_master_order)


def read_of(parts: Sequence[Carrier], master: Carrier) -> Carrier:
    """The file whose text and elements count: the master, unless another one is easier to read."""
    if master.has_text and not master.is_ocr:
        return master
    return min(parts, key=lambda carrier: (*_legibility(carrier), *_master_order(carrier)))


def role_of(carrier: Carrier, *, is_master: bool, is_annex: bool) -> MemberRole:
    """What a file is within its item."""
    if is_master:
        return MemberRole.MASTER
    if is_annex:
        return MemberRole.ANNEX
    if _is_manuscript(carrier) or carrier.name.is_final or carrier.name.is_sheet:
        return MemberRole.DRAFT
    if carrier.is_web:
        return MemberRole.WEB
    return MemberRole.SCAN if carrier.is_scan else MemberRole.COPY


def _master_order(carrier: Carrier) -> tuple[int, bool, int, int]:
    return (_rank(carrier), carrier.is_in_container, _format_rank(carrier), carrier.content_id)


def _rank(carrier: Carrier) -> int:
    if not carrier.name.folder and not carrier.name.base and not carrier.number:
        return 9  # no file with this content is there any more
    if _is_manuscript(carrier):
        return 6
    if carrier.name.is_sheet:
        return 5
    if carrier.is_web or carrier.format in PAGES:
        return 4
    if carrier.format in SEALED or carrier.is_scan or carrier.format in PICTURES:
        return 1
    return 2 if carrier.format in _TYPESET else 3


def _format_rank(carrier: Carrier) -> int:
    return _FORMATS.index(carrier.format) if carrier.format in _FORMATS else len(_FORMATS)


def _is_manuscript(carrier: Carrier) -> bool:
    """A draft by title or name, even one that bears the number already."""
    return carrier.is_draft or carrier.name.is_draft


def _legibility(carrier: Carrier) -> tuple[bool, bool, bool]:
    return (not carrier.has_text, _is_manuscript(carrier) or carrier.is_sheet, carrier.is_ocr)
