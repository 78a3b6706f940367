"""What became of the files of each format."""

from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from app.domain.source import FileStatus
from app.store.tables.holdings import content, location

KNOWN_FORMAT = func.coalesce(content.c.format, location.c.unread_format).label("format")
KNOWN_SHA256 = func.coalesce(content.c.sha256, location.c.unread_sha256).label("sha256")
"""Of a file that was read, and of one that could not be."""


@dataclass(slots=True)
class FormatOutcomes:
    """Files of one format that are there now; ``failed`` counts them by kind. ``format`` is empty for what
    could not even be opened.
    """

    format: str
    files: int = 0
    ok: int = 0
    needs_ocr: int = 0
    failed: dict[str, int] = field(default_factory=dict)


def outcomes_by_format(connection: Connection) -> list[FormatOutcomes]:
    """The formats with the most files first. What was skipped or is in quarantine has no format here."""
    found: dict[str, FormatOutcomes] = defaultdict(lambda: FormatOutcomes(""))
    file_format = func.coalesce(content.c.format, location.c.unread_format, "")
    rows = connection.execute(
        select(file_format, location.c.status, location.c.failure_kind, func.count())
        .select_from(location)
        .outerjoin(content, content.c.id == location.c.content_id)
        .where(location.c.is_present == 1)
        .where(location.c.status.not_in([FileStatus.SKIPPED, FileStatus.QUARANTINED]))
        .group_by(file_format, location.c.status, location.c.failure_kind)
    )
    for name, status, failure, count in rows:
        of_format = found[name]
        of_format.format = name
        of_format.files += count
        if status == FileStatus.FAILED:
            of_format.failed[failure] = of_format.failed.get(failure, 0) + count
        else:
            setattr(of_format, status, getattr(of_format, status) + count)
    return sorted(found.values(), key=lambda one: (-one.files, one.format))
