"""The query tree as SQLite's full-text expression (https://sqlite.org/fts5.html#full_text_query_syntax)."""

import re
from collections.abc import Sequence

from app.domain.query import And, DocumentNumber, Field, Node, Not, Or, Phrase, Prefix, Text, Word
from app.text.folding import fold
from app.text.tokens import phrase_tokens

_COLUMNS = {Field.TITLE: "title", Field.NUMBER: "number", Field.TEXT: "body"}
_SERIAL = re.compile(r"(?P<before>.*〕)(?P<serial>\d+)号?")


def is_textual(node: Node) -> bool:
    """Whether the full-text table alone can answer this part of a query."""
    match node:
        case Word() | Phrase() | Prefix() | DocumentNumber():
            return True
        case And(parts):
            positive = [part for part in parts if not isinstance(part, Not)]
            excluded = [part.part for part in parts if isinstance(part, Not)]
            return bool(positive) and all(map(is_textual, positive + excluded))
        case Or(parts):
            return all(map(is_textual, parts))
        case _:
            return False


def match_expression(node: Node) -> str:
    """The expression for a part of which :func:`is_textual` holds."""
    match node:
        case And(parts):
            positive = [part for part in parts if not isinstance(part, Not)]
            excluded = [part.part for part in parts if isinstance(part, Not)]
            expression = _joined(" AND ", positive)
            return f"({expression} NOT {_joined(' OR ', excluded)})" if excluded else expression
        case Or(parts):
            return _joined(" OR ", parts)
        case Word() | Phrase() | Prefix() | DocumentNumber():
            return _text_expression(node)
        case _:
            raise AssertionError(f"{type(node).__name__} is no text")


def spellings(canonical_number: str) -> tuple[str, ...]:
    """How a document number may be printed, apart from its brackets: ``16号``, ``第16号``, ``016号``.

    The closing 号 is left out: after year and serial it decides nothing, and as the open end of a
    phrase it costs a hundred times the rest.
    """
    folded = fold(canonical_number)
    parts = _SERIAL.fullmatch(folded)
    if parts is None:
        return (folded,)
    before, serial = parts["before"], parts["serial"]
    forms = [serial, f"第{serial}", serial.zfill(2), serial.zfill(3)]
    return tuple(before + form for form in dict.fromkeys(forms))


def _joined(operator: str, parts: Sequence[Node]) -> str:
    return "(" + operator.join(map(match_expression, parts)) + ")"


def _text_expression(node: Text) -> str:
    column = f"{_COLUMNS[node.field]} : " if node.field is not None else ""
    if isinstance(node, DocumentNumber):
        return "(" + " OR ".join(column + _phrase(form) for form in spellings(node.text)) + ")"
    return column + _phrase(fold(node.text), is_prefix=isinstance(node, Prefix))


def _phrase(folded: str, *, is_prefix: bool = False) -> str:
    phrase = phrase_tokens(folded, is_prefix=is_prefix)
    if not phrase.tokens:
        raise AssertionError("a text without a word cannot be searched for")
    return f'"{" ".join(phrase.tokens)}"' + ("*" if phrase.is_open else "")
