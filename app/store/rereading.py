"""Which files are to be read again although they have not changed."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, func, not_, select

from app.domain.source import FailureKind, FileFormat
from app.paths import CONTAINER_MARK
from app.store.tables.holdings import content, location

_ENGINE_MARK = ";"


def failed(connection: Connection, root_id: int, kinds: Collection[FailureKind]) -> frozenset[bytes]:
    """The files on disk that failed in one of these ways, or hold a member that did."""
    return _files(connection, root_id, location.c.failure_kind.in_(list(kinds)))


def at(connection: Connection, root_id: int, locations: Collection[int]) -> frozenset[bytes]:
    """The files on disk at these places, or with a member there."""
    return _files(connection, root_id, location.c.id.in_(list(locations)))


def of_format(connection: Connection, root_id: int, wanted: FileFormat) -> frozenset[bytes]:
    """The files on disk of a format, or with a member of it."""
    return _files(connection, root_id, content.c.format == wanted)


def outdated(
    connection: Connection, root_id: int, readers: Collection[str], recogniser: str
) -> frozenset[bytes]:
    """The files on disk that another version of a reader or of the recogniser has read."""
    mark = func.instr(content.c.reader, _ENGINE_MARK)
    reader = func.iif(mark > 0, func.substr(content.c.reader, 1, mark - 1), content.c.reader)
    return _files(connection, root_id, not_(reader.in_(list(readers))) | (content.c.recogniser != recogniser))


def _files(connection: Connection, root_id: int, condition: ColumnElement[bool]) -> frozenset[bytes]:
    rows = connection.scalars(
        select(location.c.raw_path)
        .outerjoin(content, content.c.id == location.c.content_id)
        .where(location.c.root_id == root_id, location.c.is_present == 1, condition)
    )
    return frozenset(raw_path.partition(CONTAINER_MARK.encode())[0] for raw_path in rows)
