"""What a person wants to be read again although it has not changed."""

from collections.abc import Collection
from dataclasses import dataclass

from app.domain.source import FailureKind, FileFormat
from app.formats.extract import current_readers
from app.inventory.recognise import RECOGNISER
from app.store import rereading
from app.store.catalogue import Reading

RETRIED_ANYWAY = frozenset({FailureKind.VANISHED, FailureKind.BLOCKED})


@dataclass(frozen=True, slots=True)
class Reread:
    """Files that failed in this way, of this format, read by an older version of the program, or at these places.

    What vanished while it was read or was held by another program is read again in any case.
    """

    failed: FailureKind | None = None
    file_format: FileFormat | None = None
    outdated: bool = False
    locations: Collection[int] = ()

    def files(self, connection: Reading, root_id: int) -> frozenset[bytes]:
        """The names, in bytes, of the files under a root that are to be read again."""
        kinds = RETRIED_ANYWAY | ({self.failed} if self.failed is not None else set())
        found = rereading.failed(connection, root_id, kinds)
        if self.file_format is not None:
            found |= rereading.of_format(connection, root_id, self.file_format)
        if self.outdated:
            found |= rereading.outdated(connection, root_id, current_readers(), RECOGNISER)
        if self.locations:
            found |= rereading.at(connection, root_id, self.locations)
        return found
