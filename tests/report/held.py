"""Held documents without a catalogue, for rules that need only their values."""

from dataclasses import replace

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability, DocumentRole
from app.domain.review import ReviewState
from app.store.report_rows import HeldDocument

_PLAIN = HeldDocument(
    0, "", "", "", "临湖县人民政府", "", "通知", DocumentRole.OWN, Applicability.OURS,
    DisclosureAttribute.PROACTIVE, "", ReviewState.APPROVED, 0, None, "",
)  # fmt: skip


def document(title: str, number: str = "", dated_on: str = "2018-03-07", **changes: object) -> HeldDocument:
    return replace(
        _PLAIN, uuid=f"{title}{number}", title=title, document_number=number, dated_on=dated_on, **changes
    )
