"""Metadata of one item as XML (DA/T 46-2009), decisions on it included as 业务实体.

DA/T 46 has no element for the disclosure attribute: it stands in the decisions (业务行为 with its
basis) and in 附注, and is named in the schema we ship as a local extension.
"""

from collections.abc import Iterable

from app.domain.terms import ATTRIBUTE_TERMS
from app.domain.transfer import TransferFile, TransferItem
from app.formats.write.xml import XmlWriter
from app.transfer.catalogue_values import LIST_SEPARATOR, CatalogueContext, notes
from app.transfer.package.copying import Entry
from app.transfer.package.layout import LaidOutItem

ROOT = "电子文件元数据"
VERSION = "DA/T 46-2009"


def write_metadata(
    writer: XmlWriter, laid: LaidOutItem, entries: Iterable[Entry], context: CatalogueContext
) -> None:
    """Write the metadata document of one item; ``entries`` are the digests of its files."""
    item = laid.item
    with writer.element(ROOT, {"版本": VERSION}):
        with writer.element("文件实体"):
            write_document_groups(writer, item, context)
            _write_files(writer, item.files, entries)
        write_business_entities(writer, item)
        write_agents(writer, item, context)


def write_document_groups(writer: XmlWriter, item: TransferItem, context: CatalogueContext) -> None:
    """The groups M1 to M45, M65 to M75 of one item."""
    writer.leaf("聚合层次", "文件")
    with writer.element("来源"):
        _optional(writer, "档案馆名称", context.archives_name)
        _optional(writer, "档案馆代码", context.archives_code)
        _optional(writer, "全宗名称", item.fonds_name or context.fonds_name)
        writer.leaf("立档单位名称", item.fonds_name or context.fonds_name)
    writer.leaf("电子文件号", item.document)
    _write_code(writer, item)
    _write_description(writer, item)
    with writer.element("形式特征"):
        writer.leaf("文件组合类型", "单件" if len(item.files) <= 1 else "组合文件")
        _optional(writer, "件数", str(len(item.files)))
        _optional(writer, "页数", "" if item.page_count is None else str(item.page_count))
        _optional(writer, "稿本", item.draft_stage)
    with writer.element("存储位置"):
        writer.leaf("脱机载体编号", "")
    with writer.element("权限管理"):
        writer.leaf("控制标识", item.access_status.term)
    writer.leaf("附注", _annotation(item))


def _annotation(item: TransferItem) -> str:
    withheld = f"不予公开理由：{item.withholding_reason}" if item.withholding_reason else ""
    told = (f"档号：{item.archival_code}", notes(item), withheld)
    return LIST_SEPARATOR.join(part for part in told if part)


def _write_code(writer: XmlWriter, item: TransferItem) -> None:
    with writer.element("档号"):
        writer.leaf("全宗号", item.fonds_code)
        _optional(writer, "目录号", item.catalogue_number)
        writer.leaf("年度", f"{item.year:04d}")
        writer.leaf("保管期限", item.retention.term)
        _optional(writer, "机构或问题", item.office_name or item.office)
        _optional(writer, "类别号", item.category)
        _optional(writer, "室编案卷号", item.volume_number)
        writer.leaf("室编件号", f"{item.item_number:04d}")


def _write_description(writer: XmlWriter, item: TransferItem) -> None:
    with writer.element("内容描述"):
        writer.leaf("题名", item.title)
        _optional(writer, "主题词", item.subject_words)
        _optional(writer, "摘要", item.abstract)
        _optional(writer, "文件编号", item.document_number)
        writer.leaf("责任者", LIST_SEPARATOR.join(item.creators))
        writer.leaf("日期", item.dated_on)
        _optional(writer, "文种", item.genre)
        _optional(writer, "紧急程度", item.urgency)
        _optional(writer, "主送", item.main_recipients)
        _optional(writer, "抄送", item.copy_recipients)
        writer.leaf("密级", item.security_classification)
        _optional(writer, "保密期限", item.classification_period)


def _write_files(writer: XmlWriter, files: Iterable[TransferFile], entries: Iterable[Entry]) -> None:
    by_path = {entry.path: entry for entry in entries}
    for file in files:
        with writer.element("电子属性"):
            writer.leaf("计算机文件名", file.path.rpartition("/")[2])
            writer.leaf("计算机文件大小", str(by_path[file.path].size))
            _optional(writer, "格式信息", file.format)
            _optional(writer, "原文件名", file.name)
            for algorithm, digest in by_path[file.path].digests:
                writer.leaf("数字摘要", digest, {"算法": algorithm.upper()})


def write_business_entities(writer: XmlWriter, item: TransferItem) -> None:
    """One 业务实体 (M80 to M84) per decision, in the order they were taken."""
    agents = _agents(item)
    for number, decision in enumerate(item.decisions, start=1):
        with writer.element("业务实体"):
            writer.leaf("业务标识符", f"业务{number}")
            writer.leaf("机构人员标识符", f"人员{agents.index((decision.person, decision.office)) + 1}")
            writer.leaf("文件标识符", item.document)
            writer.leaf("业务状态", "历史行为")
            writer.leaf("业务行为", decision.act)
            writer.leaf("行为时间", decision.done_at)
            _optional(writer, "行为依据", decision.basis)
            _optional(writer, "行为描述", decision.description)
    if not item.decisions:
        return
    with writer.element("公开属性", {"说明": "本地扩展，DA/T 46 无此元素"}):
        writer.leaf("属性", ATTRIBUTE_TERMS[item.disclosure_attribute])
        _optional(writer, "依据", LIST_SEPARATOR.join(item.disclosure_basis))


def write_agents(writer: XmlWriter, item: TransferItem, context: CatalogueContext) -> None:
    """The 机构人员实体 (M76 to M79) that the decisions refer to, and the office itself."""
    for number, (person, office) in enumerate(_agents(item), start=1):
        with writer.element("机构人员实体"):
            writer.leaf("机构人员标识符", f"人员{number}")
            writer.leaf("机构人员类型", "个人")
            writer.leaf("机构人员名称", person)
            _optional(writer, "个人职位", office)
    with writer.element("机构人员实体"):
        writer.leaf("机构人员标识符", "单位1")
        writer.leaf("机构人员类型", "单位")
        writer.leaf("机构人员名称", item.fonds_name or context.fonds_name)


def _agents(item: TransferItem) -> list[tuple[str, str]]:
    return list(dict.fromkeys((decision.person, decision.office) for decision in item.decisions))


def _optional(writer: XmlWriter, name: str, text: str) -> None:
    if text:
        writer.leaf(name, text)
