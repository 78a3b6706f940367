"""Unsigned encapsulation package of one item, 原始型 (DA/T 48-2009), files as Base64 inside.

The fixed sentences of the standard are data (``resources/schemas/eep-texts.toml``): they were not
confirmed against the official text.
"""

import base64
import tomllib
from datetime import datetime
from functools import cache
from pathlib import Path, PurePosixPath

from app.domain.archival import ItemPart
from app.domain.transfer import TransferFile, TransferItem
from app.formats.write.xml import XmlWriter
from app.paths import resources
from app.transfer.catalogue_values import CatalogueContext
from app.transfer.package.layout import LaidOutItem
from app.transfer.package.metadata import write_agents, write_business_entities, write_document_groups

NAMESPACE = "http://www.saac.gov.cn/standards/ERM/encapsulation"
TEXTS = resources() / "schemas" / "eep-texts.toml"
_VERSION = "2009"
_CHUNK = 57 * 4096
"""A multiple of 57: RFC 2045 lines of 76 characters, whole groups of three bytes."""


@cache
def fixed_texts() -> dict[str, str]:
    """The sentences the standard prescribes."""
    texts: dict[str, str] = tomllib.loads(TEXTS.read_text(encoding="utf-8"))
    return texts


def write_encapsulation(
    writer: XmlWriter, laid: LaidOutItem, content: Path, context: CatalogueContext
) -> None:
    """Write the package of one item; its files are read from ``content``, the package's folder.

    Raises:
        OSError: a file cannot be read.
    """
    texts = fixed_texts()
    with writer.element("电子文件封装包", {"xmlns": NAMESPACE}):
        writer.leaf("封装包格式描述", texts["format"])
        writer.leaf("版本", _VERSION)
        with writer.element("被签名对象", {"eep版本": _VERSION}):
            writer.leaf("封装包类型", "原始型")
            writer.leaf("封装包类型描述", texts["original"])
            writer.leaf("封装包创建时间", datetime.now().astimezone().isoformat(timespec="seconds"))
            writer.leaf("封装包创建单位", laid.item.fonds_name or context.fonds_name)
            with writer.element("封装内容"):
                _write_content(writer, laid.item, content, context)


def _write_content(writer: XmlWriter, item: TransferItem, content: Path, context: CatalogueContext) -> None:
    with writer.element("文件实体块"), writer.element("文件实体"):
        write_document_groups(writer, item, context)
        with writer.element("文件数据"):
            for number, file in enumerate(item.files, start=1):
                _write_document(writer, file, number, content)
    with writer.element("业务实体块"):
        write_business_entities(writer, item)
    with writer.element("机构人员实体块"):
        write_agents(writer, item, context)


def _write_document(writer: XmlWriter, file: TransferFile, number: int, content: Path) -> None:
    document = f"修改0-文档{number}"
    with writer.element("文档"):
        writer.leaf("文档标识符", document)
        writer.leaf("文档序号", str(number))
        writer.leaf("文档主从声明", "附属文档" if file.part is ItemPart.ANNEX else "主文档")
        writer.leaf("题名", file.name)
        data = f"{document}-文档数据1"
        with (
            writer.element("文档数据", {"文档数据ID": data}),
            writer.element("编码", {"编码ID": f"{data}-编码1"}),
        ):
            _write_encoding(writer, file, content)


def _write_encoding(writer: XmlWriter, file: TransferFile, content: Path) -> None:
    texts = fixed_texts()
    name = PurePosixPath(file.path)
    with writer.element("电子属性"):
        writer.leaf("计算机文件名", name.name)
        writer.leaf("计算机文件大小", str(file.size))
    writer.leaf("编码描述", texts["encoding"])
    writer.leaf("反编码关键字", texts["decoding"].format(extension=name.suffix.removeprefix(".")))
    writer.open_leaf("编码数据")
    with (content / file.path).open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            writer.raw(base64.encodebytes(chunk).decode("ascii"))
    writer.close_leaf("编码数据")
