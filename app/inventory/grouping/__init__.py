"""One item (件) from many files: carriers of one text, its drafts, its annexes."""

from app.inventory.grouping.by_person import merge, split
from app.inventory.grouping.run import GroupSummary, group

__all__ = ["GroupSummary", "group", "merge", "split"]
