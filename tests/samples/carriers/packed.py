"""Zip containers, with the same bytes on every run."""

import zipfile
from io import BytesIO
from pathlib import Path

FIXED_TIME = (2020, 1, 1, 0, 0, 0)


class _GbkName(zipfile.ZipInfo):
    """An entry whose name is stored as Chinese Windows did: in GBK, without the UTF-8 flag."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - the name zipfile calls
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def write_zip(path: Path, files: dict[str, bytes]) -> None:
    """A zip as packed by an office PC of 2010: names in GBK."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            entry = _GbkName(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)


def zip_bytes(files: dict[str, bytes]) -> bytes:
    """A zip with plain names, in memory."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return buffer.getvalue()


def with_fixed_times(content: bytes) -> bytes:
    """The same zip with every entry's time set to the fixed one."""
    with zipfile.ZipFile(BytesIO(content)) as source:
        return zip_bytes({entry.filename: source.read(entry) for entry in source.infolist()})
