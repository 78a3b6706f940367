"""Zip archives, with names as Chinese Windows wrote them."""

import zipfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from app.domain.source import FileFormat
from app.formats import refusals
from app.formats.identify import PACKAGE_FAULTS
from app.formats.unpack.entry import Entry, Limits, decoded_name

_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_UNICODE_PATH = 0x7075


def entries(stream: BinaryIO, limits: Limits) -> Iterator[Entry]:
    """The files of an archive in the order of its directory."""
    try:
        archive = zipfile.ZipFile(stream)
    except PACKAGE_FAULTS as fault:
        raise refusals.damaged() from fault
    with archive:
        infos = archive.infolist()
        if len(infos) > limits.members:
            raise refusals.too_large(f"压缩包内的文件超过 {limits.members} 个。")
        for info in infos:
            if not info.filename.endswith("/"):
                read = partial(_read, archive, info, limits.member_bytes)
                yield Entry(member_name(info), info.file_size, info.compress_size, read)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise refusals.encrypted()
    try:
        with archive.open(info) as member:
            data = member.read(limit + 1)
    except NotImplementedError as fault:
        raise refusals.unsupported(FileFormat.ZIP) from fault
    except PACKAGE_FAULTS as fault:
        raise refusals.damaged() from fault
    if len(data) > limit:
        raise refusals.too_large("压缩包内的文件展开后过大。")
    return data


def member_name(info: zipfile.ZipInfo) -> str:
    """The name as its maker saw it.

    Names without the UTF-8 flag are in the code page of the maker's system; zipfile reads them as
    code page 437, which loses nothing and can be undone.
    """
    unicode_name = _unicode_path(info.extra)
    if unicode_name:
        return unicode_name
    if info.flag_bits & _UTF8_NAME:
        return info.filename.replace("\\", "/")
    try:
        return decoded_name(info.orig_filename.encode("cp437"))
    except UnicodeEncodeError:
        return info.filename.replace("\\", "/")


def _unicode_path(extra: bytes) -> str | None:
    """Info-ZIP's second name in UTF-8."""
    place = 0
    while place + 4 <= len(extra):
        kind, size = (
            int.from_bytes(extra[place : place + 2], "little"),
            int.from_bytes(extra[place + 2 : place + 4], "little"),
        )
        if kind == _UNICODE_PATH and size > 5:
            return extra[place + 9 : place + 4 + size].decode("utf-8", "replace").replace("\\", "/")
        place += 4 + size
    return None
