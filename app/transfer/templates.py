"""Transfer templates: what an archive wants its catalogue to look like, as data.

A template is a TOML file in ``resources/transfer_templates``; a customer adds or replaces files. Every
column names the value it takes, how it is written, and what the archive's import program refuses.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app.errors import AppError
from app.formats.write.xml import XmlEncoding
from app.paths import resources
from app.text.toml import parsed_toml

TEMPLATE_FOLDER = resources() / "transfer_templates"
_LEADS_AWAY = re.compile(r"[/\\:\x00-\x1f]|^\.{1,2}$")
"""Catalogues are written into the folder a person chose, under the template's name and nowhere else."""


class RowLevel(StrEnum):
    """What one row of a catalogue stands for."""

    ITEM = "item"
    VOLUME = "volume"
    FILE = "file"


class CatalogueFormat(StrEnum):
    """The formats a catalogue is written in; ``XML`` only by templates with an XML shape."""

    XLSX = "xlsx"
    CSV_GB18030 = "csv-gb18030"
    CSV_UTF_8 = "csv-utf-8"
    DBF = "dbf"
    DOCX = "docx"
    XML = "xml"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``source`` names a value of :mod:`app.transfer.catalogue_rows`.

    ``values`` maps the program's value to the receiver's word. ``forbidden`` lists characters the
    import refuses; ``replace`` what is put in place of some of them. ``max_length`` 0: no limit.
    ``width`` is for print, in characters, ``dbf_width`` in bytes.
    """

    header: str
    source: str
    transform: str = ""
    required: bool = False
    max_length: int = 0
    pattern: str = ""
    forbidden: str = ""
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    replace: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    width: float = 12
    dbf: str = ""
    dbf_width: int = 50


@dataclass(frozen=True, slots=True)
class XmlShape:
    """``record`` empty: the columns stand right under the root, one XML file per item."""

    root: str
    record: str = ""
    encoding: XmlEncoding = XmlEncoding.UTF_8
    schema: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """One catalogue. ``unsure`` tells the user what was not confirmed by an official text."""

    id: str
    name: str
    standard: str
    columns: tuple[Column, ...]
    level: RowLevel = RowLevel.ITEM
    file_name: str = ""
    xml: XmlShape | None = None
    unsure: str = ""
    is_public: bool = False

    @property
    def headers(self) -> tuple[str, ...]:
        """The head row."""
        return tuple(column.header for column in self.columns)

    @property
    def sources(self) -> tuple[str, ...]:
        """The value each column takes."""
        return tuple(column.source for column in self.columns)

    @property
    def formats(self) -> tuple[CatalogueFormat, ...]:
        """The formats this catalogue can be written in."""
        if self.xml:
            return (CatalogueFormat.XML, CatalogueFormat.XLSX)
        dbf = (CatalogueFormat.DBF,) if all(column.dbf for column in self.columns) else ()
        return (
            CatalogueFormat.XLSX,
            CatalogueFormat.CSV_GB18030,
            CatalogueFormat.CSV_UTF_8,
            CatalogueFormat.DOCX,
            *dbf,
        )


def load_templates(folder: Path = TEMPLATE_FOLDER) -> dict[str, Template]:
    """Every template of the folder by its id.

    Raises:
        AppError: a file is no valid template; names the file and what is wrong.
    """
    templates = (load_template(path) for path in sorted(folder.glob("*.toml")))
    return {template.id: template for template in templates}


def template_named(name: str, catalogue: Path) -> Template:
    """The template with this id, or in this file; a catalogue's own go before the shipped ones.

    Args:
        name: an id, or the path of a ``.toml`` file.
        catalogue: the catalogue's folder; its own templates lie in ``transfer_templates``.

    Raises:
        AppError: there is none, or it is not valid.
    """
    if name.endswith(".toml"):
        return load_template(Path(name))
    known = templates_of(catalogue)
    if name not in known:
        raise AppError(f"没有名为“{name}”的目录模板。", f"可用的有：{'、'.join(sorted(known))}。")
    return known[name]


def templates_of(catalogue: Path) -> dict[str, Template]:
    """The shipped templates and those of a catalogue's folder, by id.

    Raises:
        AppError: a file is no valid template.
    """
    return {**load_templates(), **load_templates(catalogue / TEMPLATE_FOLDER.name)}


def keep_template(catalogue: Path, template: Template) -> Path:
    """Keep a template in a catalogue's folder, where it moves with the catalogue.

    Raises:
        AppError: it could not be read back, so it was not kept; or the folder cannot be written.
    """
    text = template_to_toml(template)
    path = catalogue / TEMPLATE_FOLDER.name / f"{template.id}.toml"
    try:
        template_from_toml(text)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AppError(f"模板没有保存：{error}", "请检查列名是否重复、目录文件夹能否写入。") from error
    return path


def load_template(path: Path) -> Template:
    """Read one template.

    Raises:
        AppError: the file is no valid template.
    """
    try:
        return template_from_toml(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        message = f"移交模板“{path.name}”无法使用：{error}"
        raise AppError(message, "请对照自带模板改正，或删除该文件后重试。") from error


@lru_cache(maxsize=64)
def template_from_toml(text: str) -> Template:
    """Build a template from TOML; unknown keys are errors, so that a typing slip is noticed."""
    data: dict[str, Any] = parsed_toml(text)
    columns = tuple(_column(entry) for entry in data.pop("columns"))
    shape = data.pop("xml", None)
    level = RowLevel(data.pop("level", RowLevel.ITEM))
    template = Template(columns=columns, level=level, xml=_xml(shape) if shape else None, **data)
    if len(set(template.headers)) < len(template.headers):
        raise ValueError("列名重复")
    if any(_LEADS_AWAY.search(name) for name in (template.id, template.file_name)):
        raise ValueError("id、file_name 只能是文件名，不能含路径")
    return template


def _column(entry: Mapping[str, Any]) -> Column:
    return Column(**entry)


def _xml(shape: Mapping[str, Any]) -> XmlShape:
    encoding = XmlEncoding(shape.get("encoding", XmlEncoding.UTF_8))
    return XmlShape(**{**shape, "encoding": encoding})


def template_to_toml(template: Template) -> str:
    """The template as a TOML text that :func:`template_from_toml` reads back as an equal template."""
    lines = [
        f"{key} = {toml_value(getattr(template, key))}"
        for key in ("id", "name", "standard", "file_name", "unsure")
    ]
    lines += [f"level = {toml_value(template.level.value)}", f"is_public = {toml_value(template.is_public)}"]
    lines += ["columns = [", *(f"    {_column_to_toml(column)}," for column in template.columns), "]"]
    if template.xml:
        shape = template.xml
        pairs = {
            "root": shape.root,
            "record": shape.record,
            "encoding": shape.encoding.value,
            "schema": shape.schema,
        }
        lines += ["", "[xml]", *(f"{key} = {toml_value(value)}" for key, value in pairs.items())]
    return "\n".join(lines) + "\n"


def _column_to_toml(column: Column) -> str:
    default = Column("", "")
    pairs = [(name, getattr(column, name)) for name in Column.__dataclass_fields__]
    told = [
        (name, value)
        for name, value in pairs
        if value != getattr(default, name) or name in {"header", "source"}
    ]
    return "{ " + ", ".join(f"{name} = {toml_value(value)}" for name, value in told) + " }"


def toml_value(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return (
            "{ " + ", ".join(f"{toml_value(key)} = {toml_value(item)}" for key, item in value.items()) + " }"
        )
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
