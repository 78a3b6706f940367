"""完整性: counts, mandatory values, sequences, and that nothing is missing (DA/T 70-2018, 2-1 to 2-11)."""

import re

from app.domain.transfer import Outcome, Place
from app.transfer.numbering import gaps
from app.transfer.package.layout import PackageLayout
from app.transfer.package.metadata import ROOT as METADATA_ROOT
from app.transfer.package.names import safe_name
from app.transfer.verify.contents import Contents
from app.transfer.verify.findings import (
    Found,
    for_person,
    not_applicable,
    passed_unless,
    passed_unless_person,
)
from app.transfer.verify.rules import CheckRules

_MANDATORY_COLUMNS = {
    PackageLayout.DAT_93_2022: ("顺序号", "档号", "责任者", "题名", "日期", "保管期限"),
    PackageLayout.TRANSFER_2012: ("顺序号", "档号", "责任者", "题名", "日期", "电子档案名称"),
}
_MANDATORY_METADATA = ("立档单位名称", "年度", "保管期限", "题名", "责任者", "日期", "文件组合类型")


def item_counts(contents: Contents, _: CheckRules) -> Found:
    """2-1: 说明文件, catalogue and metadata count the same number of items."""
    stated = re.match(r"\d+", contents.description.get("档案数量", ""))
    if not contents.rows or stated is None:
        return not_applicable("说明文件没有写明档案数量")
    wrong: list[Place] = []
    if int(stated[0]) != len(contents.rows):
        wrong.append(Place("说明文件.TXT", f"写明 {stated[0]} 件，目录有 {len(contents.rows)} 条"))
    if contents.metadata and len(contents.metadata) != len(contents.rows):
        wrong.append(
            Place(
                contents.catalogue_name, f"目录 {len(contents.rows)} 条，元数据 {len(contents.metadata)} 份"
            )
        )
    return passed_unless(wrong)


def byte_counts(contents: Contents, _: CheckRules) -> Found:
    """2-2: the stated number of bytes is that of the records."""
    stated = re.fullmatch(r"(\d+)字节", contents.description.get("数据量", ""))
    if stated is None:
        return not_applicable("说明文件没有写明字节数")
    actual = sum(contents.sizes[path] for path in contents.content_paths)
    wrong = (
        [Place("说明文件.TXT", f"写明 {stated[1]} 字节，实为 {actual} 字节")]
        if int(stated[1]) != actual
        else []
    )
    return passed_unless(wrong)


def metadata_elements(contents: Contents, _: CheckRules) -> Found:
    """2-3: every metadata document has the elements DA/T 46 requires."""
    if not contents.metadata:
        return not_applicable("包内没有元数据文件")
    missing = [
        Place(metadata.path, f"缺少元数据项“{name}”")
        for metadata in contents.metadata
        for name in _MANDATORY_METADATA
        if name not in metadata.values
    ]
    if any(metadata.root != METADATA_ROOT for metadata in contents.metadata):
        return passed_unless_person(missing, "元数据的结构不是本程序所附，请按对应标准核对")
    return passed_unless(missing)


def mandatory_values(contents: Contents, _: CheckRules) -> Found:
    """2-4: no mandatory value of the catalogue is empty."""
    if contents.layout is None:
        return not_applicable("包内没有目录文件")
    return passed_unless(
        Place(row.where, f"必填项“{name}”为空")
        for row in contents.rows
        for name in _MANDATORY_COLUMNS[contents.layout]
        if not row.values.get(name, "").strip()
    )


def process_information(contents: Contents, _: CheckRules) -> Found:
    """2-5: the decisions on every item are recorded as 业务实体."""
    if not contents.metadata:
        return not_applicable("包内没有元数据文件")
    silent = [
        Place(metadata.path, "没有业务实体") for metadata in contents.metadata if not metadata.act_count
    ]
    return passed_unless_person(silent, "请确认这些文件的办理与审核过程")


def sequences(contents: Contents, _: CheckRules) -> Found:
    """2-6: item numbers without holes; a hole may be a voided number, so a person decides."""
    found = gaps(row.code for row in contents.rows)
    holes = [Place(gap.series, f"缺件号 {_runs(gap.missing)}") for gap in found if gap.missing]
    order = [row.values.get("顺序号", "") for row in contents.rows]
    if order != [str(number) for number in range(1, len(order) + 1)]:
        return passed_unless([Place(contents.catalogue_name, "顺序号不连续")])
    return passed_unless_person(holes, "请说明空号的原因（作废、分批移交等）")


def _runs(numbers: tuple[int, ...]) -> str:
    """Numbers as ranges: 3、5-9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "、".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def content_data(contents: Contents, _: CheckRules) -> Found:
    """2-7: no record is empty."""
    return passed_unless(
        Place(path, "文件为空") for path in contents.content_paths if contents.sizes[path] == 0
    )


def annexes(contents: Contents, _: CheckRules) -> Found:
    """2-8: records said to be composed of several files have several."""
    wrong = [
        Place(metadata.path, "文件组合类型为组合文件，只有一个文件")
        for metadata in contents.metadata
        if metadata.values.get("文件组合类型") == "组合文件" and len(metadata.files) < 2
    ]
    if wrong:
        return passed_unless(wrong)
    return for_person("请对照附件说明核对附件是否齐全")


def scope(_: Contents, __: CheckRules) -> Found:
    """2-9: whether the right records are handed over."""
    return for_person("请对照归档（移交）范围核对")


def package_metadata(contents: Contents, _: CheckRules) -> Found:
    """2-10: every catalogue row has its metadata document."""
    if contents.layout is None:
        return not_applicable("包内没有目录文件")
    if contents.layout is PackageLayout.TRANSFER_2012 and not contents.metadata:
        return Found(Outcome.FOR_PERSON, note="没有单独的元数据文件，请确认元数据是否随封装包移交")
    present = {metadata.code for metadata in contents.metadata} | {
        place.where.rpartition("/")[2].removesuffix("元数据.XML") for place in contents.unreadable
    }
    return passed_unless(
        Place(row.where, "缺少元数据文件") for row in contents.rows if safe_name(row.code) not in present
    )
