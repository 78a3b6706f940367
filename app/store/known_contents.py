"""What is held of a content, for telling copies of it by their hash before anything is read."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection, bindparam, exists, select

from app.domain.source import FileFormat, FileStatus, Held
from app.store.tables.holdings import content, location, member, quarantine

_ENGINE_MARK = ";"


def held_by_size(
    connection: Connection,
    sizes: Collection[int],
    *,
    recogniser: str,
    but: Collection[FileFormat],
) -> dict[int, dict[str, Held]]:
    """The contents of these sizes in bytes in which this version of the recogniser has looked, by size and
    SHA-256.

    Left out are formats in ``but``, contents of no document, and those that ever were in quarantine: a
    person released one file, not its copies.
    """
    found: dict[int, dict[str, Held]] = defaultdict(dict)
    given = {"sizes": list(sizes), "recogniser": recogniser, "but": list(but)}
    for row in connection.execute(_HELD, given):
        reader = row.reader.partition(_ENGINE_MARK)[0]
        found[row.size][row.sha256] = Held(FileFormat(row.format), FileStatus(row.status), reader)
    return dict(found)


_HELD = select(content.c.size, content.c.sha256, content.c.format, content.c.status, content.c.reader).where(
    content.c.size.in_(bindparam("sizes", expanding=True)),
    content.c.recogniser == bindparam("recogniser"),
    content.c.format.not_in(bindparam("but", expanding=True)),
    exists().where(member.c.content_id == content.c.id),
    ~exists().where(location.c.content_id == content.c.id, quarantine.c.location_id == location.c.id),
)
