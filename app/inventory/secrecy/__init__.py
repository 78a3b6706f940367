"""The gate for classified files, the marks that restrict without classifying, and terms of secrecy."""

from app.inventory.secrecy.expiry import ExpiryNote, expiry_note
from app.inventory.secrecy.gate import (
    CLEAR,
    SecrecyLevel,
    SecrecyVerdict,
    examine_extraction,
    examine_name,
    gate,
    graver,
    properties_verdict,
)
from app.inventory.secrecy.restricted import RestrictedMark, find_restricted_marks

__all__ = [
    "CLEAR",
    "ExpiryNote",
    "RestrictedMark",
    "SecrecyLevel",
    "SecrecyVerdict",
    "examine_extraction",
    "examine_name",
    "expiry_note",
    "find_restricted_marks",
    "gate",
    "graver",
    "properties_verdict",
]
