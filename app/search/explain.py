"""A query in words, shown above the hits so that a person sees what was searched for."""

from datetime import date

from app.domain.query import (
    And,
    DateRange,
    DocumentNumber,
    Field,
    FieldEquals,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)
from app.search.fields import FIELD_NAMES, value_name
from app.text.folding import fold
from app.text.tokens import runs


def explain(node: Node) -> str:
    """One Chinese sentence without full stop; brackets where the order of 并且 and 或者 matters."""
    match node:
        case And(parts):
            return " 并且 ".join(_part(part) for part in parts)
        case Or(parts):
            return " 或者 ".join(_part(part) for part in parts)
        case Not(part):
            return f"不是（{explain(part)}）"
        case DateRange(first, last):
            return _dates(first, last)
        case FieldEquals(field, value):
            return _equals(field, value)
        case Word() | Phrase() | Prefix() | DocumentNumber():
            return _text(node)


def _part(node: Node) -> str:
    return f"（{explain(node)}）" if isinstance(node, And | Or) else explain(node)


def _text(node: Word | Phrase | Prefix | DocumentNumber) -> str:
    where = f"{FIELD_NAMES[node.field][0]}中" if node.field else ""
    match node:
        case Phrase(text) if _has_inner_punctuation(text):
            return f"{where}含有“{text}”（标点相同）"
        case Prefix(text):
            return f"{where}含有以“{text}”开头的词"
        case DocumentNumber(text):
            return f"{where}含有文号“{text}”（括号和补零不论）"
        case Word(text) if _has_inner_punctuation(text):
            return f"{where}含有“{text}”（标点不论）"
        case _:
            return f"{where}含有“{node.text}”"


def _has_inner_punctuation(text: str) -> bool:
    return "".join(runs(fold(text))) != "".join(fold(text).split())


def _equals(field: Field, value: str) -> str:
    name = FIELD_NAMES[field][0]
    if field is Field.BODY:
        return f"{name}含有“{value}”"
    if field is Field.FOLDER:
        return f"位于文件夹“{value}”"
    return f"{name}是“{value_name(field, value)}”"


def _dates(first: date | None, last: date | None) -> str:
    if first == last:
        return f"成文日期是 {first}"
    if first is None:
        return f"成文日期不晚于 {last}"
    if last is None:
        return f"成文日期不早于 {first}"
    return f"成文日期从 {first} 至 {last}"
