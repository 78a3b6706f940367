"""The query language: what a person types becomes a query tree, or a sentence about the mistake.

``政务公开 文种:通知 日期:[2008-01-01 至 2015-12-31] 非 "征求意见"``: words side by side must all be
found; 与 或 非 (AND OR NOT) and brackets combine them; 或 binds closer than standing side by side,
与 closer than 或. Nothing is guessed: what cannot be understood is said, with its place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
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
from app.search.dates import DIGITS, between, day_span
from app.search.fields import FIELD_NAMES, VALUES, field_named
from app.text.folding import fold
from app.text.tokens import runs

LONGEST_QUERY = 2000
DEEPEST = 40

_TO = re.compile(r"\s*(?:至|到|~)\s*")
_NOT_TEXT = re.compile("[\ud800-\udfff]")
_COMPARED = re.compile(r"[<>=≥≤]+\s*\d|\d\s*[<>=≥≤]+")
_OF_THE_WEB = re.compile(r"(?P<sign>[-+!])(?P<rest>\w.*)")
_GLUED = re.compile("(?P<one>与|或|并且|或者|和)(?P<other>非|不含)")
_LISTED = re.compile("[、,;]")


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
    if broken := _NOT_TEXT.search(query):
        return Mistake(*broken.span(), "这个字符无法识别，请删去。")
    parser = syntax.make_parser()
    nodes = parser.tag(syntax.normalised(query))
    try:
        _check([node for node in nodes if not node.is_ws()], len(query))
        tree = _flattened(_node(parser.filterize(nodes)))
        _check_dates(tree, len(query))
    except _MistakeError as error:
        return error.mistake
    return tree


def _check_dates(tree: Node, length: int) -> None:
    """Find dates that exclude each other."""
    ranges = [part for part in tree.parts if isinstance(part, DateRange)] if isinstance(tree, And) else []
    first = max((part.first for part in ranges if part.first), default=None)
    last = min((part.last for part in ranges if part.last), default=None)
    if first and last and first > last:
        raise _MistakeError(0, length, f"没有一天既不早于 {first} 又不晚于 {last}，这些日期条件互相矛盾。")


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
        _complain_of_operator(reading.before, node)
    if not is_not and reading.needs_operand:
        raise _MistakeError(
            node.startchar, node.endchar, f"“{node.text}”前面缺少要查找的字词；要查找这个字本身，请加引号。"
        )


def _check_field(reading: _Reading, name: str, start: int, end: int) -> None:
    if isinstance(before := reading.before, syntax.FieldnameNode):
        message = f"“{before.fieldname}:”后面又写了“{name}:”；内容里有冒号时，请把内容放在引号里。"
        raise _MistakeError(start, end, message)
    if field_named(name) is None:
        raise _MistakeError(start, end, _unknown_field(name))


def _unknown_field(name: str) -> str:
    known = "、".join(names[0] for names in FIELD_NAMES.values())
    near = get_close_matches(name, [one for names in FIELD_NAMES.values() for one in names], 1, 0.5)
    meant = f"是要写“{near[0]}”吗？" if near else ""
    return f"没有“{name}”这个检索项。{meant}可用的有：{known}。要查找冒号本身，请把这段文字放在引号里。"


def _complain_of_end(before: Any, end: int) -> None:  # noqa: ANN401 - Whoosh is untyped
    if isinstance(before, syntax.FieldnameNode):
        raise _MistakeError(before.startchar, end, f"“{before.fieldname}:”后面缺少内容。")
    raise _MistakeError(before.startchar, before.endchar, f"“{before.text}”后面缺少要查找的字词。")


def _complain_of_operator(field: Any, operator: Any) -> None:  # noqa: ANN401 - Whoosh is untyped
    """Either the content is missing, or 非 stands on the wrong side of the colon."""
    if operator.startchar > field.endchar or operator.grouptype is not syntax.NotGroup:
        _complain_of_end(field, operator.startchar)
    name, text = field.fieldname, operator.text
    message = f"“{name}:”后面不能直接写“{text}”，请写成“{text} {name}:…”；要查找这个字本身，请加引号。"
    raise _MistakeError(operator.startchar, operator.endchar, message)


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
    return f"{parts['code']}〔{(parts['year'] or '').translate(DIGITS)}〕{parts['serial']}号"


def _text(leaf: syntax.Leaf, field: Field | None) -> Node:
    text = _printed(leaf)
    if not runs(fold(text)):
        raise _MistakeError(leaf.startchar, leaf.endchar, "这里只有标点符号，没有可以查找的字词。")
    if leaf.kind in ("word", "prefix") and (message := _misunderstood(text)):
        raise _MistakeError(leaf.startchar, leaf.endchar, message)
    kinds: dict[str, type[Word | Phrase | Prefix | DocumentNumber]] = {
        "word": Word,
        "phrase": Phrase,
        "prefix": Prefix,
        "number": DocumentNumber,
    }
    return kinds[leaf.kind](text, field)


def _misunderstood(text: str) -> str | None:
    """What a word most likely was to mean that it does not mean here."""
    if _COMPARED.search(text):
        return "比较大小请写成“年>=2008 年<=2015”，每个条件前面都要有“年”或“日期”；要查找这些符号，请加引号。"
    if web := _OF_THE_WEB.match(text):
        sign, rest = web["sign"], web["rest"]
        meant = f"同时查找请用空格隔开“{rest}”" if sign == "+" else f"要排除请写“非 {rest}”"
        return f"这里不用“{sign}”：{meant}；要查找这个符号，请加引号。"
    if text in ("至", "到"):
        return f"“{text}”两边要写日期，例如“日期:2008 {text} 2015”；要查找这个字本身，请加引号。"
    if glued := _GLUED.fullmatch(text):
        return f"“{glued['one']}”和“{glued['other']}”之间请加空格。"
    return None


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
        message = "起止范围前面要写“日期:”或“年:”；要查找这里的字词，请去掉方括号或加引号。"
        raise _MistakeError(leaf.startchar, leaf.endchar, message)
    low, high = ("" if end == "*" else end or "" for end in (leaf.parts["low"], leaf.parts["high"]))
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
        return _dated(leaf, text)
    if field not in VALUES:
        return _free_value(leaf, field, text)
    value = VALUES[field].get(text) or VALUES[field].get(fold(text))
    if value is None:
        known = "、".join(name for name in VALUES[field] if not name.isascii() or field is Field.FORMAT)
        raise _MistakeError(
            leaf.startchar, leaf.endchar, f"“{FIELD_NAMES[field][0]}”没有“{text}”这个值。可用的有：{known}。"
        )
    return FieldEquals(field, value)


def _dated(leaf: syntax.Leaf, text: str) -> DateRange:
    """A date, or two of them with a sign between."""
    inside = text[1:-1].strip() if text[:1] + text[-1:] in ("[]", "{}") else text
    if ends := between(inside):
        return _between(leaf, *ends)
    if inside.startswith(("[", "{")) or inside.endswith(("]", "}")) or inside in ("至", "到"):
        message = "起止范围请写成“日期:[2008-01-01 至 2015-12-31]”或“年:2008-2015”。"
        raise _MistakeError(leaf.startchar, leaf.endchar, message)
    parts = _TO.split(inside)
    if len(parts) == 2:
        return _between(leaf, *parts)
    return DateRange(*_days(leaf, inside), printed=inside)


def _free_value(leaf: syntax.Leaf, field: Field, text: str) -> FieldEquals:
    """A value that is taken as it is typed."""
    name = FIELD_NAMES[field][0]
    if not text:
        raise _MistakeError(leaf.startchar, leaf.endchar, f"“{name}:”后面缺少内容。")
    if field is Field.GENRE and _LISTED.search(text):
        several = " 或 ".join(filter(None, _LISTED.split(text)))
        message = f"“{name}:”后面只写一个；几个之中任一个，请写成“{name}:({several})”。"
        raise _MistakeError(leaf.startchar, leaf.endchar, message)
    return FieldEquals(field, text)
