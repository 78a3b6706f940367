"""可用性 and 安全性: readable metadata, accepted formats, encryption, foreign files (DA/T 70-2018, 3 and 4)."""

from collections.abc import Mapping
from types import MappingProxyType

from app.domain.transfer import Outcome, Place
from app.transfer.verify.contents import Contents
from app.transfer.verify.findings import (
    Found,
    for_person,
    not_applicable,
    passed_unless,
    passed_unless_person,
)
from app.transfer.verify.rules import CheckRules

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
SIGNATURES: Mapping[str, tuple[bytes, ...]] = MappingProxyType(
    {
        "pdf": (b"%PDF-",),
        "ofd": (_ZIP,),
        "docx": (_ZIP,),
        "xlsx": (_ZIP,),
        "pptx": (_ZIP,),
        "doc": (_OLE, b"{\\rtf", _ZIP),
        "xls": (_OLE, b"\x09\x08", _ZIP),
        "ppt": (_OLE,),
        "wps": (_OLE, _ZIP),
        "et": (_OLE, _ZIP),
        "dps": (_OLE, _ZIP),
        "tif": (b"II*\0", b"MM\0*"),
        "tiff": (b"II*\0", b"MM\0*"),
        "jpg": (b"\xff\xd8\xff",),
        "jpeg": (b"\xff\xd8\xff",),
        "png": (b"\x89PNG",),
        "rtf": (b"{\\rtf",),
    }
)
"""How files of an extension begin; extensions without an entry are not judged."""

_HEAD = 1024


def readable_metadata(contents: Contents, _: CheckRules) -> Found:
    """3-1: catalogue, metadata and lists can be read."""
    return passed_unless(contents.unreadable)


def target_database(_: Contents, __: CheckRules) -> Found:
    """3-2: concerns the receiver's system."""
    return not_applicable("由接收系统入库后检测")


def formats(contents: Contents, rules: CheckRules) -> Found:
    """3-3 and 3-8: the records are in formats the receiver accepts."""
    foreign = [
        Place(path, f"格式“{extension(path)}”不在接收范围内")
        for path in contents.content_paths
        if extension(path) not in rules.accepted_formats | rules.packed_formats
    ]
    return passed_unless_person(foreign, "请确认是否接收，或先转换格式")


def readable_records(contents: Contents, _: CheckRules) -> Found:
    """3-4: every record begins as files of its extension do."""
    wrong = (
        Place(path, reason) for path in contents.content_paths if (reason := _unreadable(contents, path))
    )
    return passed_unless(wrong)


def _unreadable(contents: Contents, path: str) -> str:
    expected = SIGNATURES.get(extension(path))
    if expected is None:
        return ""
    try:
        with (contents.root / path).open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        return f"无法读取（{type(error).__name__}）"
    begins = any(mark in head for mark in expected) if extension(path) == "pdf" else head.startswith(expected)
    return "" if begins else f"内容不是 {extension(path)} 文件"


def environment(contents: Contents, _: CheckRules) -> Found:
    """3-5: the stated hardware and software."""
    stated = contents.description.get("软硬件环境", "")
    return for_person(f"说明文件写明：{stated}" if stated else "说明文件没有写明软硬件环境")


def packed(contents: Contents, rules: CheckRules) -> Found:
    """3-6: archives must be unpacked before transfer (档发〔2012〕7号)."""
    return passed_unless(
        Place(path, "压缩文件应解压后移交")
        for path in contents.content_paths
        if extension(path) in rules.packed_formats
    )


def encrypted(contents: Contents, _: CheckRules) -> Found:
    """3-7: no PDF asks for a password, no Office file is an encrypted package."""
    return passed_unless(
        Place(path, "文件已加密") for path in contents.content_paths if _is_encrypted(contents, path)
    )


def _is_encrypted(contents: Contents, path: str) -> bool:
    kind = extension(path)
    if kind not in {"pdf", "docx", "xlsx", "pptx"}:
        return False
    try:
        with (contents.root / path).open("rb") as stream:
            if kind != "pdf":
                return stream.read(8) == _OLE
            stream.seek(max(0, contents.sizes[path] - 4 * _HEAD))
            return b"/Encrypt" in stream.read()
    except OSError:
        return False


def virus_free(_: Contents, __: CheckRules) -> Found:
    """4-1 and 4-2: what the user's own scanner says."""
    return for_person("请填写杀毒软件名称、版本和检测结果")


def medium(_: Contents, __: CheckRules) -> Found:
    """4-4 to 4-6: the disc itself."""
    return not_applicable("针对光盘等载体，由检测设备或人工完成")


def operation(_: Contents, __: CheckRules) -> Found:
    """4-7: how the transfer was carried out."""
    return Found(Outcome.FOR_PERSON, note="请确认移交过程可控、有记录")


def extension(path: str) -> str:
    """The extension in lower case, without the dot."""
    return path.rpartition("/")[2].rpartition(".")[2].lower()
