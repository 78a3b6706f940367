"""The query language: what a person types becomes a query tree, or a sentence about the mistake.

``政务公开 文种:通知 日期:[2008-01-01 至 2015-12-31] 非 "征求意见"``: words side by side must all be
found; 与 或 非 (AND OR NOT) and brackets combine them; 或 binds closer than standing side by side,
与 closer than 或. Nothing is guessed: what cannot be understood is said, with its place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.domain.query import (
    TEXT_FIELDS,
    And,
    DateRange,
    DocumentNumber,
    Field,
    FieldEquals,
    Mistake,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)
from app.search import syntax
from app.search.dates import day_span
from app.search.fields import FIELD_NAMES, VALUES, field_named
from app.text.folding import fold
from app.text.tokens import runs

LONGEST_QUERY = 2000
DEEPEST = 40

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_BETWEEN = re.compile(r"\s*(?:至|到|~)\s*")
_YEARS_BETWEEN = re.compile(r"\s*(?:至|到|~|-)\s*")


class _MistakeError(Exception):
    """Carries a mistake out of the conversion."""

    def __init__(self, start: int, end: int, message: str) -> None:
        super().__init__(message)
        self.mistake = Mistake(start, end, message)


def understand(query: str) -> Node | Mistake:
    """What a query asks for, or why it cannot be understood; never raises."""
    if not query.strip():
        return Mistake(0, len(query), "请输入要查找的字词。")
    if len(query) > LONGEST_QUERY:
        return Mistake(
            LONGEST_QUERY, len(query), f"检索式超过 {LONGEST_QUERY} 个字符，请缩短，或改用词表批量检索。"
        )
    parser = syntax.make_parser()
    nodes = parser.tag(syntax.normalised(query))
    try:
        _check([node for node in nodes if not node.is_ws()], len(query))
        return _flattened(_node(parser.filterize(nodes)))
    except _MistakeError as error:
        return error.mistake


@dataclass(slots=True)
class _Reading:
    """What was read so far, for finding what is missing."""

    open_at: list[int]
    before: Any = None

    @property
    def needs_operand(self) -> bool:
        """Whether something to search for must come next."""
        before = self.before
        return before is None or isinstance(
            before, syntax.Operator | syntax.FieldnameNode | syntax.OPEN_BRACKET
        )


def _check(nodes: Sequence[Any], length: int) -> None:
    """Find what Whoosh would silently drop: brackets, operators and fields without their counterpart."""
    reading = _Reading([])
    for node in nodes:
        _check_next(reading, node)
        reading.before = node
    if reading.open_at:
        place = reading.open_at[-1]
        raise _MistakeError(place, place + 1, "这个左括号没有对应的右括号。")
    if reading.needs_operand:
        _complain_of_end(reading.before, length)


def _check_next(reading: _Reading, node: Any) -> None:  # noqa: ANN401 - Whoosh is untyped
    start, end = node.startchar, node.endchar
    if isinstance(node, syntax.OPEN_BRACKET):
        reading.open_at.append(start)
        if len(reading.open_at) > DEEPEST:
            raise _MistakeError(start, end, f"括号套得太深，最多 {DEEPEST} 层。")
    elif isinstance(node, syntax.CLOSE_BRACKET):
        _check_close(reading, start, end)
    elif isinstance(node, syntax.Operator):
        _check_operator(reading, node)
    elif isinstance(node, syntax.FieldnameNode):
        _check_field(reading, node.fieldname, start, end)
    elif not isinstance(node, syntax.Leaf):
        raise _MistakeError(start, end, f"不明白这里的“{node.text}”；要查找符号本身，请连同字词放在引号里。")


def _check_close(reading: _Reading, start: int, end: int) -> None:
    if not reading.open_at:
        raise _MistakeError(start, end, "这个右括号没有对应的左括号。")
    if isinstance(reading.before, syntax.OPEN_BRACKET):
        raise _MistakeError(reading.open_at[-1], end, "括号里没有内容。")
    if reading.needs_operand:
        _complain_of_end(reading.before, start)
    reading.open_at.pop()


def _check_operator(reading: _Reading, node: Any) -> None:  # noqa: ANN401 - Whoosh is untyped
    is_not = node.grouptype is syntax.NotGroup
    if is_not and isinstance(reading.before, syntax.Operator) and reading.before.grouptype is syntax.NotGroup:
        raise _MistakeError(node.startchar, node.endchar, "连用了两个“非”，请只用一个或都去掉。")
    if isinstance(reading.before, syntax.FieldnameNode):
        _complain_of_end(reading.before, node.startchar)
    if not is_not and reading.needs_operand:
        raise _MistakeError(
            node.startchar, node.endchar, f"“{node.text}”前面缺少要查找的字词；要查找这个字本身，请加引号。"
        )


def _check_field(reading: _Reading, name: str, start: int, end: int) -> None:
    if isinstance(reading.before, syntax.FieldnameNode):
        _complain_of_end(reading.before, start)
    if field_named(name) is None:
        known = "、".join(names[0] for names in FIELD_NAMES.values())
        raise _MistakeError(
            start, end, f"没有“{name}”这个检索项。可用的有：{known}。要查找冒号本身，请把这段文字放在引号里。"
        )


def _complain_of_end(before: Any, end: int) -> None:  # noqa: ANN401 - Whoosh is untyped
    if isinstance(before, syntax.FieldnameNode):
        raise _MistakeError(before.startchar, end, f"“{before.fieldname}:”后面缺少内容。")
    raise _MistakeError(before.startchar, before.endchar, f"“{before.text}”后面缺少要查找的字词。")


def _node(node: Any) -> Node:  # noqa: ANN401 - Whoosh is untyped
    if isinstance(node, syntax.Leaf):
        return _leaf(node)
    parts = tuple(_node(part) for part in node if not part.is_ws())
    if isinstance(node, syntax.NotGroup):
        return Not(parts[0])
    if len(parts) == 1:
        return parts[0]
    return Or(parts) if isinstance(node, syntax.OrGroup) else And(parts)


def _flattened(node: Node) -> Node:
    """The same query without brackets that change nothing."""
    match node:
        case And(parts) | Or(parts):
            kind = type(node)
            flat: list[Node] = []
            for part in map(_flattened, parts):
                flat.extend(part.parts if isinstance(part, kind) else (part,))
            return kind(tuple(flat))
        case Not(part):
            return Not(_flattened(part))
        case _:
            return node


def _leaf(leaf: syntax.Leaf) -> Node:
    if leaf.kind == "open_phrase":
        raise _MistakeError(leaf.startchar, leaf.endchar, "这个引号没有对应的后引号。")
    if leaf.kind == "comparison":
        return _comparison(leaf)
    field = None if leaf.fieldname is None else field_named(leaf.fieldname)
    if leaf.kind == "range":
        return _range(leaf, field)
    if field is None or field in TEXT_FIELDS:
        return _text(leaf, field)
    return _value(leaf, field, _printed(leaf))


def _printed(leaf: syntax.Leaf) -> str:
    if leaf.kind == "number":
        return _number(leaf)
    return (leaf.parts["text"] or "").strip()


def _number(leaf: syntax.Leaf) -> str:
    parts = leaf.parts
    return f"{parts['code']}〔{(parts['year'] or '').translate(_DIGITS)}〕{parts['serial']}号"


def _text(leaf: syntax.Leaf, field: Field | None) -> Node:
    text = _printed(leaf)
    if not runs(fold(text)):
        raise _MistakeError(leaf.startchar, leaf.endchar, "这里只有标点符号，没有可以查找的字词。")
    kinds: dict[str, type[Word | Phrase | Prefix | DocumentNumber]] = {
        "word": Word,
        "phrase": Phrase,
        "prefix": Prefix,
        "number": DocumentNumber,
    }
    return kinds[leaf.kind](text, field)


def _comparison(leaf: syntax.Leaf) -> Node:
    name = leaf.parts["name"] or ""
    start, end = leaf.startchar, leaf.endchar
    _check_field(_Reading([]), name, start, end)
    field = field_named(name)
    assert field is not None
    text = leaf.parts["text"] or ""
    if not text:
        raise _MistakeError(start, end, f"“{name}”后面缺少内容。")
    relation = leaf.parts["relation"] or ""
    if relation == "=":
        is_text = field in TEXT_FIELDS
        return Phrase(text, field) if is_text and runs(fold(text)) else _value(leaf, field, text)
    if field not in (Field.YEAR, Field.DATE):
        raise _MistakeError(start, end, f"“{name}”不能比较大小；只有年和日期可以。")
    first, last = _days(leaf, text)
    days = {
        ">": (last + timedelta(days=1), None),
        "<": (None, first - timedelta(days=1)),
        ">=": (first, None),
        "<=": (None, last),
    }
    canonical = {"≥": ">=", "=>": ">=", "≤": "<=", "=<": "<="}.get(relation, relation)
    return DateRange(*days[canonical], printed=f"{canonical}{text}")


def _range(leaf: syntax.Leaf, field: Field | None) -> DateRange:
    if field not in (Field.YEAR, Field.DATE):
        raise _MistakeError(leaf.startchar, leaf.endchar, "方括号表示起止范围，前面要写“日期:”或“年:”。")
    low, high = leaf.parts["low"] or "", leaf.parts["high"] or ""
    return _between(leaf, low, high)


def _between(leaf: syntax.Leaf, low: str, high: str) -> DateRange:
    if not low and not high:
        raise _MistakeError(leaf.startchar, leaf.endchar, "起止日期至少要写一个。")
    first = _days(leaf, low)[0] if low else None
    last = _days(leaf, high)[1] if high else None
    if first and last and first > last:
        raise _MistakeError(leaf.startchar, leaf.endchar, "起始日期晚于终止日期。")
    return DateRange(first, last, f"{low}至{high}")


def _days(leaf: syntax.Leaf, typed: str) -> tuple[date, date]:
    span = day_span(typed)
    if span is None:
        raise _MistakeError(
            leaf.startchar,
            leaf.endchar,
            f"“{typed}”不是日期；请写成 2008、2008-03 或 2008-03-07 这样的形式。",
        )
    return span


def _value(leaf: syntax.Leaf, field: Field, text: str) -> Node:
    if field in (Field.YEAR, Field.DATE):
        between = (_YEARS_BETWEEN if field is Field.YEAR else _BETWEEN).split(text)
        if len(between) == 2:
            return _between(leaf, *between)
        return DateRange(*_days(leaf, text), printed=text)
    if field not in VALUES:
        if not text:
            raise _MistakeError(leaf.startchar, leaf.endchar, f"“{FIELD_NAMES[field][0]}:”后面缺少内容。")
        return FieldEquals(field, text)
    value = VALUES[field].get(text) or VALUES[field].get(fold(text))
    if value is None:
        known = "、".join(name for name in VALUES[field] if not name.isascii() or field is Field.FORMAT)
        raise _MistakeError(
            leaf.startchar, leaf.endchar, f"“{FIELD_NAMES[field][0]}”没有“{text}”这个值。可用的有：{known}。"
        )
    return FieldEquals(field, value)
