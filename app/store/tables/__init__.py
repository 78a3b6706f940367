"""The tables of the catalogue, one module per concern.

Times are ISO 8601 strings in local time with seconds; dates are ISO strings that may lack day or
month; flags are 0 or 1; lists are JSON.
"""

from app.store.tables import (
    audit,
    classification,
    grouping,
    holdings,
    index,
    people,
    registers,
    review,
    scans,
    transfers,
)
from app.store.tables.base import METADATA

__all__ = [
    "METADATA",
    "audit",
    "classification",
    "grouping",
    "holdings",
    "index",
    "people",
    "registers",
    "review",
    "scans",
    "transfers",
]
