"""Cutting a round into batches that one person reads at a sitting, by estimated reading time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby, pairwise

CHARACTERS_PER_MINUTE = 600
"""Reading to judge, not to learn by heart; word count alone predicts the time best."""

MINUTES_TO_DECIDE = 0.5
MINUTES_PER_PAGE = 1.0
"""For what has no text layer."""

DEFAULT_MINUTES = 40
LONGEST_PAUSE_SECONDS = 15 * 60
"""A longer time between two decisions is a pause and does not count as work."""


class Grouping(StrEnum):
    """What stays together in a batch."""

    DATE = "date"
    BODY = "body"
    SUBJECT = "subject"
    NEAR_DUPLICATES = "near_duplicates"


class BatchState(StrEnum):
    """Where a batch is: on the pile, with a person, or done."""

    OPEN = "open"
    CHECKED_OUT = "checked_out"
    COMPLETED = "completed"


GROUPING_TERMS = {
    Grouping.DATE: "按成文日期",
    Grouping.BODY: "按发文机关",
    Grouping.SUBJECT: "按主题",
    Grouping.NEAR_DUPLICATES: "相近的在一起",
}
BATCH_STATE_TERMS = {
    BatchState.OPEN: "待领",
    BatchState.CHECKED_OUT: "已领出",
    BatchState.COMPLETED: "已完成",
}


@dataclass(frozen=True, slots=True)
class ToRead:
    """A document to be put into a batch; ``key`` is what it is grouped by, in the order wanted."""

    document_id: int
    key: str
    minutes: float


@dataclass(frozen=True, slots=True)
class CutBatch:
    """Documents of one batch, in order; ``label`` names what they share."""

    label: str
    documents: tuple[ToRead, ...]

    @property
    def minutes(self) -> float:
        """Estimated minutes to read all of it."""
        return sum(item.minutes for item in self.documents)


def reading_minutes(characters: int, pages: int | None) -> float:
    """Estimated minutes to judge a document of so many characters, or pages where there is no text."""
    if characters:
        return MINUTES_TO_DECIDE + characters / CHARACTERS_PER_MINUTE
    return MINUTES_TO_DECIDE + (pages or 1) * MINUTES_PER_PAGE


def cut(documents: Iterable[ToRead], minutes: float, *, may_mix: bool) -> list[CutBatch]:
    """Batches of about ``minutes`` in the order given; neighbours with the same key stay together.

    With ``may_mix`` several keys share a batch as long as there is room; a key whose documents need
    more than one batch is cut, and every document is in exactly one batch.
    """
    batches: list[CutBatch] = []
    pending: list[ToRead] = []
    for key, members in groupby(documents, lambda item: item.key):
        pieces = _pieces(list(members), minutes)
        if may_mix and len(pieces) == 1:
            if pending and _minutes(pending) + _minutes(pieces[0]) > minutes:
                batches.append(_batch(pending))
                pending = []
            pending += pieces[0]
            continue
        if pending:
            batches.append(_batch(pending))
            pending = []
        batches += [CutBatch(key, tuple(piece)) for piece in pieces]
    if pending:
        batches.append(_batch(pending))
    return batches


def working_seconds(times: Sequence[str]) -> float:
    """How long somebody worked, from the ISO times of his decisions; pauses are left out."""
    moments = sorted(datetime.fromisoformat(at) for at in times)
    gaps = ((later - earlier).total_seconds() for earlier, later in pairwise(moments))
    return sum(gap for gap in gaps if gap <= LONGEST_PAUSE_SECONDS)


def per_hour(times: Sequence[str]) -> float | None:
    """Decisions an hour; ``None`` while there are too few to say."""
    seconds = working_seconds(times)
    return (len(times) - 1) * 3600 / seconds if seconds else None


def _pieces(members: Sequence[ToRead], minutes: float) -> list[list[ToRead]]:
    pieces: list[list[ToRead]] = []
    used = 0.0
    for item in members:
        if not pieces or used + item.minutes > minutes:
            pieces.append([])
            used = 0.0
        pieces[-1].append(item)
        used += item.minutes
    return pieces


def _batch(documents: Sequence[ToRead]) -> CutBatch:
    first, last = documents[0].key, documents[-1].key
    return CutBatch(first if first == last else f"{first}—{last}", tuple(documents))


def _minutes(documents: Sequence[ToRead]) -> float:
    return sum(item.minutes for item in documents)
