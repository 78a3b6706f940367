"""试点领域标准目录: standard lists imported, documents tagged by rule, and items without documents.

A field's list is a workbook of the office; its name in the file's name says which of the 26 it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.disclosure import DisclosureAttribute
from app.errors import AppError
from app.report.given_file import read_given
from app.report.tables import Report, Table, numbered
from app.report.templates import load_data
from app.store.report_rows import HeldDocument
from app.text.folding import fold

NAME = "pilot-fields"
_GENERIC = re.compile("(?:相关|有关|信息|事项|情况|文件|公开|政策|结果|办理|工作)+$")
_LEAST = 2
_WIDTHS = (6, 16, 18, 26, 26, 30, 14, 16, 20, 12, 10, 10, 10)


@dataclass(frozen=True, slots=True)
class StandardItem:
    """One 公开事项 of a field with what its standard says of it; ``values`` by column name."""

    field: str
    first: str
    second: str
    values: tuple[tuple[str, str], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What a title must hold to belong here: the item's name without general words."""
        parts = re.split(r"[、/（）()，和与及]", self.second)
        bare = (_GENERIC.sub("", fold(part).strip()) for part in parts)
        return tuple(dict.fromkeys(part for part in bare if len(part) >= _LEAST))


def read_standard_list(path: Path) -> list[StandardItem]:
    """The items of a field's list; a first-level cell left empty or merged goes on.

    Raises:
        AppError: the file cannot be read, is no standard list, or names none of the fields.
    """
    data = load_data("standard_lists", "fields")
    field = next((name for name in sorted(data["fields"], key=len, reverse=True) if name in path.stem), None)
    if field is None:
        raise AppError(
            f"“{path.name}”的文件名没有写明试点领域。", "请在文件名中写领域名称，如“社会救助领域标准目录”。"
        )
    text = read_given(path).text
    items = list(_items(field, [line.split("\t") for line in text.split("\n")], data["columns"]))
    if not items:
        raise AppError(f"“{path.name}”不是标准目录。", "表格须有“二级事项”或“公开事项”列。")
    return items


def _items(
    field: str, rows: Sequence[Sequence[str]], columns: dict[str, list[str]]
) -> Iterator[StandardItem]:
    places: dict[str, int] = {}
    first = ""
    for cells in rows:
        found = _places(cells, columns)
        if "second" not in places or "second" in found:
            places |= found  # the head may stand on two rows: 公开事项 above 一级事项 and 二级事项
            continue
        values = {name: cells[at].strip() if at < len(cells) else "" for name, at in places.items()}
        first = values.pop("first", "") or first
        second = values.pop("second", "")
        if second:
            yield StandardItem(field, first, second, tuple(values.items()))


def _places(cells: Sequence[str], columns: dict[str, list[str]]) -> dict[str, int]:
    bare = [re.sub(r"\s", "", cell) for cell in cells]
    return {
        name: bare.index(header)
        for name, headers in columns.items()
        for header in reversed(headers)
        if header in bare
    }


def tagged(
    items: Sequence[StandardItem], documents: Sequence[HeldDocument]
) -> list[tuple[StandardItem, HeldDocument, str]]:
    """Each public document under the item whose longest word its title holds, with that word as reason."""
    words = sorted(
        ((word, item) for item in items for word in item.words), key=lambda pair: len(pair[0]), reverse=True
    )
    found = []
    for one in documents:
        if one.attribute is not DisclosureAttribute.PROACTIVE:
            continue
        title = fold(one.title)
        hit = next(((word, item) for word, item in words if word in title), None)
        if hit is not None:
            found.append((hit[1], one, hit[0]))
    return found


def _merged(items: Sequence[StandardItem], count: Mapping[StandardItem, int]) -> Table:
    """All fields' lists as one, with the number of documents under each item."""
    columns = ("content", "basis", "time_limit", "body", "channels", "audience", "mode", "level")
    rows = numbered(
        (
            item.field,
            item.first,
            item.second,
            *(dict(item.values).get(name, "") for name in columns),
            str(count.get(item, 0)),
        )
        for item in items
    )
    headers = ("序号", "领域", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道和载体",
        "公开对象", "公开方式", "公开层级", "已列文件")  # fmt: skip
    return Table("标准目录（合并）", headers, rows, _WIDTHS, figures=("已列文件",))


def pilot_fields_report(items: Sequence[StandardItem], documents: Sequence[HeldDocument]) -> Report:
    """The merged catalogue, the tags with their reasons, and gaps per item."""
    tags = tagged(items, documents)
    newest: dict[StandardItem, str] = {}
    count: dict[StandardItem, int] = {}
    for item, one, _ in tags:
        newest[item] = max(newest.get(item, ""), one.dated_on)
        count[item] = count.get(item, 0) + 1
    rows = numbered(
        (i.field, i.second, d.title, d.document_number, d.dated_on, f"标题含“{word}”") for i, d, word in tags
    )
    gaps = numbered(
        (item.field, item.first, item.second, f"{newest[item]}以后没有文件" if item in newest else "没有文件")
        for item in sorted(items, key=lambda item: newest.get(item, ""))
    )
    tables = (
        _merged(items, count),
        Table(
            "文件归入",
            ("序号", "领域", "二级事项", "标题", "文号", "成文日期", "理由"),
            rows,
            (6, 16, 24, 46, 20, 12, 24),
        ),
        Table("各事项缺口", ("序号", "领域", "一级事项", "二级事项", "情况"), gaps, (6, 16, 24, 30, 26)),
    )
    missing = sum(item not in newest for item in items)
    note = f"事项 {len(items)} 项，其中 {missing} 项没有文件；归入文件 {len(tags)} 件，归入只按标题用语，须人工核对。"
    return Report(NAME, "试点领域标准目录", tables, (note,))
