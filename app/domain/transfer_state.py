"""How far a batch has come on its way to the archives."""

from enum import StrEnum


class TransferState(StrEnum):
    """Where a transfer stands."""

    PREPARED = "prepared"
    HANDED_OVER = "handed_over"
    ACCEPTED = "accepted"
    RETURNED = "returned"
