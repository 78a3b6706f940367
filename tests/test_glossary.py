"""The glossary and the code use the same words."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
IN_CODE, NOT_YET = GLOSSARY.split("## Not in the code yet")

TERMS = (
    "公文",
    "电子文件",
    "发文机关",
    "发文字号",
    "标题",
    "责任者",
    "文种",
    "主送机关",
    "抄送机关",
    "成文日期",
    "印发日期",
    "签发人",
    "密级",
    "保密期限",
    "紧急程度",
    "份号",
    "附注",
    "附件",
    "附件说明",
    "主题词",
    "适用范围",
    "印章",
    "公开属性",
    "不予公开理由",
    "法律依据",
    "属性建议",
    "认定",
    "初审",
    "复核",
    "退回",
    "撤回",
    "批量复审",
    "保密审查",
    "个人信息",
    "留痕",
    "全宗",
    "全宗号",
    "档号",
    "件号",
    "页数",
    "保管期限",
    "机构（问题）",
    "归档",
    "移交",
    "四性检测",
    "根目录",
    "位置",
    "开放标识",
)
"""The words an archivist must find again in the program."""

COMPLETE_ENUMS = ("DisclosureAttribute", "RetentionPeriod", "AccessStatus")
"""Enums of which the glossary explains every value."""


@cache
def defined_names() -> frozenset[str]:
    """Everything that a module of the program defines: modules, classes, functions, fields, arguments, enum values, tables."""
    names: set[str] = set()
    for path in (ROOT / "app").rglob("*.py"):
        names |= {path.stem, path.parent.name}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names |= names_in(node)
    return frozenset(names)


def names_in(node: ast.AST) -> set[str]:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="Table"))):
            return {name}
        case ast.ClassDef(name=name):
            return {name, *(f"{name}.{member}" for member in members_of(node)), *values_of(node)}
        case ast.FunctionDef(name=name) | ast.arg(arg=name) | ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
        case _:
            return set()


def members_of(definition: ast.ClassDef) -> list[str]:
    assigned = [statement for statement in definition.body if isinstance(statement, ast.Assign)]
    return [target.id for node in assigned for target in node.targets if isinstance(target, ast.Name)]


def values_of(definition: ast.ClassDef) -> list[str]:
    constants = [
        s.value for s in definition.body if isinstance(s, ast.Assign) and isinstance(s.value, ast.Constant)
    ]
    return [constant.value for constant in constants if isinstance(constant.value, str)]


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| 中文")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def identifiers(text: str) -> set[str]:
    return {word for word in re.findall(r"`([^`]+)`", text) if re.fullmatch(r"[A-Za-z_.]+", word)}


@pytest.mark.parametrize("term", TERMS)
def test_term_is_explained(term: str) -> None:
    words = {
        word for row in rows(GLOSSARY) for word in re.split(r"[/、]| (?=/)", row[0].replace("（磁盘上）", ""))
    }
    assert term in {word.strip() for word in words}


def test_identifiers_exist_in_the_code() -> None:
    listed = {name for row in rows(IN_CODE) for cell in row[1:] for name in identifiers(cell)}
    assert len(listed) > 50
    assert sorted(listed - defined_names()) == []


def test_what_is_not_in_the_code_yet_is_not() -> None:
    listed = {name for row in rows(NOT_YET) for name in identifiers(row[1])}
    assert sorted(listed & defined_names()) == []


@pytest.mark.parametrize("enum", COMPLETE_ENUMS)
def test_every_value_of_an_explained_enum_is_listed(enum: str) -> None:
    members = {name for name in defined_names() if name.startswith(f"{enum}.")}
    assert members
    assert members <= identifiers(IN_CODE)
