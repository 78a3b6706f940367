"""Files inside of files: archives and the attachments of mail."""

import zipfile
from typing import BinaryIO

from app.domain.source import FileFormat
from app.formats import refusals

READER = "containers 1"


def listing(stream: BinaryIO, structure: FileFormat) -> list[tuple[str, int]]:
    """Names and sizes of the members of a zip."""
    if structure is not FileFormat.ZIP:
        return []
    try:
        with zipfile.ZipFile(stream) as package:
            return [(info.filename, info.file_size) for info in package.infolist()]
    except zipfile.BadZipFile as fault:
        raise refusals.damaged() from fault
