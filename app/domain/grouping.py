"""One item from many files (件; 归档文件整理规则 DA/T 22-2015, clause 5.1): its files and its neighbours."""

from dataclasses import dataclass
from enum import StrEnum


class RelationKind(StrEnum):
    """Why a person should see two items together, although they are two."""

    REPLY_TO = "reply_to"
    FORWARDS = "forwards"
    SERIES = "series"
    NEAR_DUPLICATE = "near_duplicate"
    SAME_TEXT = "same_text"
    BOTH_DECIDED = "both_decided"


@dataclass(frozen=True, slots=True)
class Relation:
    """``document`` stands in this relation to ``other``: it replies to, forwards, follows or resembles it.

    ``similarity``: estimated share of common text, 0 to 1, where texts were compared.
    """

    kind: RelationKind
    document: int
    other: int
    similarity: float | None = None
