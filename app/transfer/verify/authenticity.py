"""真实性: the checks 1-2 to 1-14 that concern values, codes and structure (DA/T 70-2018)."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml import etree

from app.domain.archival import MIDDLE_DOT, comparable_code, parse_archival_code
from app.domain.transfer import Outcome, Place
from app.transfer.package.layout import DESCRIPTION_NAME, OTHERS, PackageLayout
from app.transfer.package.metadata import ROOT as METADATA_ROOT
from app.transfer.package.names import name_problem
from app.transfer.verify.contents import VOLUME_CATALOGUE, Contents, parse_xml
from app.transfer.verify.encapsulated import encapsulation_faults
from app.transfer.verify.findings import Found, not_applicable, passed_unless
from app.transfer.verify.rules import SCHEMAS, CheckRules

_DATE = re.compile(r"(\d{4})-?(\d{2})?-?(\d{2})?")
_CATALOGUE_SCHEMAS = {
    PackageLayout.DAT_93_2022: "dat93-2022-catalogue.xsd",
    PackageLayout.TRANSFER_2012: "transfer-2012-catalogue.xsd",
}
METADATA_SCHEMA = "dat46-item.xsd"
_MANDATORY_LABELS = {
    PackageLayout.DAT_93_2022: ("移交单位", "内容描述", "起止档号", "档案数量", "软硬件环境"),
    PackageLayout.TRANSFER_2012: (),
}
OLDEST_YEAR = 1949
_CATALOGUE_COLUMNS = {
    PackageLayout.DAT_93_2022: (
        "顺序号",
        "档号",
        "责任者",
        "题名",
        "日期",
        "保管期限",
        "密级",
        "页数",
        "备注",
    ),
    PackageLayout.TRANSFER_2012: ("顺序号", "档号", "责任者", "题名", "日期", "密级", "电子档案名称", "备注"),
}


def all_values(contents: Contents) -> Iterator[tuple[str, str, str]]:
    """Every described value as (where, name, value)."""
    for row in contents.rows:
        for name, value in row.values.items():
            yield row.where, name, value
    for metadata in contents.metadata:
        for name, value in metadata.values.items():
            yield metadata.path, name, value


def lengths(contents: Contents, rules: CheckRules) -> Found:
    """1-2: no value is longer than the receiver takes."""
    return passed_unless(
        Place(where, f"{name}长度 {len(value)} 超过 {rules.lengths[name]}")
        for where, name, value in all_values(contents)
        if len(value) > rules.lengths.get(name, len(value))
    )


def types(contents: Contents, _: CheckRules) -> Found:
    """1-3: dates, years and numbers are such, and the documents follow the schemas we ship."""
    return passed_unless([*_wrong_types(contents), *_schema_errors(contents)])


def _wrong_types(contents: Contents) -> Iterator[Place]:
    for where, name, value in all_values(contents):
        if name == "日期" and value and _as_date(value) is None:
            yield Place(where, f"日期“{value}”不存在或格式不符")
        elif name == "年度" and not re.fullmatch(r"\d{4}", value):
            yield Place(where, f"年度“{value}”不是四位数字")
        elif name in {"页数", "顺序号", "计算机文件大小", "件数"} and value and not value.isdecimal():
            yield Place(where, f"{name}“{value}”不是整数")


def _as_date(value: str) -> date | None:
    """The first possible day of a date in 8 digits or with hyphens; months and days may be 00."""
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        return date(year, month or 1, day or 1)
    except ValueError:
        return None


def _schema_errors(contents: Contents) -> Iterator[Place]:
    if contents.layout is not None and contents.catalogue_name != VOLUME_CATALOGUE:
        yield from _invalid(contents, contents.catalogue_name, _CATALOGUE_SCHEMAS[contents.layout])
    for metadata in contents.metadata:
        if metadata.root == METADATA_ROOT:
            yield from _invalid(contents, metadata.path, METADATA_SCHEMA)


def _invalid(contents: Contents, path: str, schema_name: str) -> Iterator[Place]:
    schema = load_schema(schema_name)
    before = len(contents.unreadable)
    root = parse_xml(contents, path)
    del contents.unreadable[before:]
    if root is not None and schema is not None and not schema.validate(root):
        errors: Any = schema.error_log  # the stubs forget that it can be iterated
        for error in errors:
            yield Place(path, f"第{error.line}行不符合 {schema_name}")


_schemas: dict[str, etree.XMLSchema | None] = {}


def load_schema(name: str) -> etree.XMLSchema | None:
    """A schema of ``resources/schemas`` (an official one put there replaces ours); ``None``: absent."""
    if name not in _schemas:
        path = SCHEMAS / name
        _schemas[name] = etree.XMLSchema(etree.parse(str(path))) if path.is_file() else None
    return _schemas[name]


def domains(contents: Contents, rules: CheckRules) -> Found:
    """1-4: values of a vocabulary belong to it."""
    return passed_unless(
        Place(where, f"{name}“{value}”不在值域内")
        for where, name, value in all_values(contents)
        if name in rules.domains and value not in rules.domains[name] and not (name == "密级" and not value)
    )


def plausibility(contents: Contents, _: CheckRules) -> Found:
    """1-5: dates lie between 1949 and today, pages are positive; year and code are compared."""
    today = date.today()
    wrong: list[Place] = []
    doubtful: list[Place] = []
    for row in contents.rows:
        day = _as_date(row.values.get("日期", ""))
        if day is not None and not (day.year >= OLDEST_YEAR and day <= today):
            wrong.append(Place(row.where, f"日期“{row.values['日期']}”不合理"))
        code = parse_archival_code(row.code)
        if day and code and code.year and code.year != day.year:
            doubtful.append(Place(row.where, f"档号年度 {code.year} 与日期年份 {day.year} 不同"))
        if row.values.get("页数") == "0":
            wrong.append(Place(row.where, "页数为 0"))
    return passed_unless(wrong, doubtful)


def special_characters(contents: Contents, _: CheckRules) -> Found:
    """1-6: no replacement or private-use characters and no spaces at the ends."""
    return passed_unless(
        Place(where, f"{name}含有特殊字符 {marks}")
        for where, name, value in all_values(contents)
        if (marks := _special(value))
    )


def _special(value: str) -> str:
    strange = [f"U+{ord(c):04X}" for c in value if c == "\ufffd" or unicodedata.category(c) in {"Co", "Cc"}]
    if value != value.strip():
        strange.append("首尾空格")
    return "、".join(dict.fromkeys(strange))


def codes(contents: Contents, _: CheckRules) -> Found:
    """1-7: every code follows a known grammar and its dot is U+00B7."""
    unknown: list[Place] = []
    for row in contents.rows:
        if parse_archival_code(row.code) is None:
            unknown.append(Place(row.where, "档号不符合 DA/T 22、DA/T 13 的结构"))
        elif comparable_code(row.code) != row.code.upper():
            unknown.append(Place(row.where, f"档号的间隔符应为“{MIDDLE_DOT}”（U+00B7）和半角“-”"))
    return passed_unless(unknown)


def duplicates(contents: Contents, _: CheckRules) -> Found:
    """1-8: no code twice; equal numbers with equal bodies and equal titles are warnings."""
    wrong = [
        Place(code, "档号重复") for code in _repeated(comparable_code(row.code) for row in contents.rows)
    ]
    numbers = (
        f"{metadata.values['文件编号']}（{metadata.values.get('责任者', '')}）"
        for metadata in contents.metadata
        if metadata.values.get("文件编号")
    )
    doubtful = [Place(number, "文号与责任者重复") for number in _repeated(numbers)]
    doubtful += [Place(row, "题名重复") for row in _repeated_titles(contents)]
    return passed_unless(wrong, doubtful)


def _repeated(values: Iterator[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if value and count > 1]


def _repeated_titles(contents: Contents) -> list[str]:
    counted = Counter(row.values.get("题名", "") for row in contents.rows)
    return [row.where for row in contents.rows if counted[row.values.get("题名", "")] > 1]


def electronic_attributes(contents: Contents, _: CheckRules) -> Found:
    """1-9: names and sizes in the metadata are those of the files."""
    if not contents.metadata:
        return not_applicable("包内没有元数据文件")
    return passed_unless(
        Place(f"{metadata.folder}/{file.name}", f"元数据记载 {file.size} 字节，实为 {size} 字节")
        for metadata in contents.metadata
        for file in metadata.files
        if (size := contents.sizes.get(f"{metadata.folder}/{file.name}")) is not None
        and file.size != str(size)
    )


def links(contents: Contents, _: CheckRules) -> Found:
    """1-11: every row has metadata and every metadata document names files that exist."""
    if not contents.metadata:
        return not_applicable("包内没有元数据文件")
    wrong = [
        Place(metadata.path, "未关联任何内容数据") for metadata in contents.metadata if not metadata.files
    ]
    wrong += [
        Place(f"{metadata.folder}/{file.name}", "元数据关联的文件不存在")
        for metadata in contents.metadata
        for file in metadata.files
        if f"{metadata.folder}/{file.name}" not in contents.sizes
    ]
    return passed_unless(wrong)


def description_and_catalogue(contents: Contents, _: CheckRules) -> Found:
    """1-12: 说明文件 has its mandatory lines, the catalogue its columns in order."""
    if contents.layout is None:
        return not_applicable("不是 DA/T 93-2022 或档发〔2012〕7号结构的移交包")
    wrong = [] if DESCRIPTION_NAME in contents.sizes else [Place(DESCRIPTION_NAME, "缺少说明文件")]
    wrong += [
        Place(DESCRIPTION_NAME, f"缺少“{label}”")
        for label in _MANDATORY_LABELS[contents.layout]
        if DESCRIPTION_NAME in contents.sizes and not contents.description.get(label)
    ]
    expected = _CATALOGUE_COLUMNS[contents.layout]
    wrong += [
        Place(row.where, "目录条目的项目或次序不符")
        for row in contents.rows
        if tuple(name for name in expected if name in row.values) != tuple(row.values)
    ]
    return passed_unless(wrong)


def structure(contents: Contents, _: CheckRules) -> Found:
    """1-13: the folders of the layout, and names every system can hold."""
    wrong = [Place(path, reason) for path in contents.sizes if (reason := name_problem(path))]
    if contents.layout is None:
        wrong.append(Place("目录文件.XML", "根目录没有目录文件"))
        return passed_unless(wrong)
    roots = {path.split("/")[0] for path in contents.sizes if "/" in path}
    if not roots - {OTHERS}:
        wrong.append(Place("/", "没有存放电子档案的文件夹"))
    if contents.layout is PackageLayout.TRANSFER_2012:
        wrong += [Place(name, "不是规定的文件夹") for name in sorted(roots - {OTHERS, "电子档案"})]
    return passed_unless(wrong)


def solidified(contents: Contents, _: CheckRules) -> Found:
    """1-1: digests stand in the metadata, encapsulated records equal their files.

    Signatures and time stamps are left to a person.
    """
    if wrong := tuple(encapsulation_faults(contents)):
        return Found(Outcome.FAILED, wrong)
    if (
        not any(file.digests for metadata in contents.metadata for file in metadata.files)
        and not contents.lists
    ):
        return Found(Outcome.FOR_PERSON, note="包内没有数字摘要，电子签名请人工核验")
    return Found(Outcome.PASSED, note="核对了数字摘要（见 1-14）；电子签名、印章和时间戳未核验")
