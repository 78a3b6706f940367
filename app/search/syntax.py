"""What can stand in a query, as plug-ins for Whoosh's parser.

Whoosh cuts the query into nodes, nests brackets, hands field names to what follows and applies the
operators; the nodes of ours, :class:`Leaf`, remember what was typed and where. Only the parser of
Whoosh is used: docs/decisions/0001-full-text.md says why not its index.
"""

import re
import warnings
from collections.abc import Callable
from functools import cache, cached_property
from typing import Any

from app.text.tokens import HAN

with warnings.catch_warnings():
    # Whoosh 2.7.4 was last released in 2016: newer Pythons warn of escapes in its sources on import
    warnings.simplefilter("ignore")
    from whoosh.qparser import GroupPlugin, OperatorsPlugin, QueryParser, WhitespacePlugin
    from whoosh.qparser.plugins import FieldsPlugin, Plugin
    from whoosh.qparser.syntax import AndGroup, FieldnameNode, NotGroup, Operator, OrGroup, SyntaxNode
    from whoosh.qparser.taggers import FnTagger

__all__ = [
    "AndGroup",
    "FieldnameNode",
    "Leaf",
    "NotGroup",
    "Operator",
    "OrGroup",
    "make_parser",
    "normalised",
]

CLOSE_BRACKET = GroupPlugin.CloseBracket
OPEN_BRACKET = GroupPlugin.OpenBracket

_BOUND = r'[^\s\[\]{}"()至到~,、—]*'
_TO = r"(?:\s*(?:至|到|TO|to|~|,|、|—+|\.\.)\s*|\s+-\s+|\s+)"
_WHEN = r"[12]\d{3}[\d年月日./-]*"
_CODE_END = "发函字令办电任议报呈通告规批复發辦電議報規復"
_YEAR = r"(?P<year>(?:19|20)\d\d|[一二][九〇○零][〇○零一二三四五六七八九]{2})"
_SERIAL = r"(?:字?第)?\s*0*(?P<serial>[1-9]\d{0,4})"
_END = rf"(?![\d{HAN}])"
_LEAVES = (
    ("phrase", r'"(?P<text>[^"]*)"', -30),
    ("open_phrase", r'"(?P<text>[^"]*)$', -29),
    (
        "number",
        rf"(?P<code>[{HAN}]{{2,24}})\s*[〔(\[<]\s*{_YEAR}\s*年?\s*[〕)\]>]\s*{_SERIAL}\s*[号號]?{_END}",
        -20,
    ),
    ("number", rf"(?P<code>[{HAN}]{{2,24}}){_YEAR}\s*{_SERIAL}\s*[号號]{_END}", -19),
    ("number", rf"(?P<code>[{HAN}]{{1,23}}[{_CODE_END}])\s+{_YEAR}\s*{_SERIAL}\s*[号號]{_END}", -18),
    (
        "comparison",
        r"(?P<name>[^\W\d]\w*)\s*(?P<relation>>=|<=|=>|=<|≥|≤|>|<|=)\s*(?P<text>[^\s()\"<>=]*)",
        -10,
    ),
    ("range", rf"[\[{{]\s*(?P<low>{_BOUND}){_TO}(?P<high>{_BOUND})\s*[\]}}]", -10),
    ("range", rf'(?P<low>{_WHEN})\s+(?:至|到|~|-|—+)\s+(?P<high>{_WHEN})(?=[\s()"]|$)', -9),
    ("prefix", r'(?P<text>[^\s()":*]+)\*(?=[\s)"]|$)', 5),
    ("word", r'(?P<text>[^\s()":*]+(?:\([^\s()"]*\)[^\s()":*]*)*)', 10),
)
"""Kind, pattern and priority (low comes first) of what is typed between operators."""

_FIELD = r"(?P<text>[^\W\d]\w*)\s*:\s*"
_BEFORE = r'(?:(?<=[\s()":])|^)'
_AFTER = r'(?=[\s()"]|$)'
_AND = rf"{_BEFORE}(?:[与與和及]|以及|同时|[并並]且|(?i:and)|&&?){_AFTER}"
_OR = rf"{_BEFORE}(?:或|或者|(?i:or)|\|\|?){_AFTER}"
_NOT = rf"{_BEFORE}(?:非|不含|不包括|不包含|排除|(?i:not)){_AFTER}"

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TYPED = str.maketrans("\u3000“”„〝〞「」『』【】﹝﹞", ' """""""""[]〔〕')


class Leaf(SyntaxNode):  # type: ignore[misc]
    """Something typed between operators. ``kind`` is one of those in ``_LEAVES``, ``parts`` the named
    pieces of its pattern; the parser sets ``fieldname``, ``startchar`` and ``endchar``.
    """

    has_fieldname = True
    has_text = False

    def __init__(self, kind: str, parts: dict[str, str | None]) -> None:
        self.kind = kind
        self.parts = parts
        self.fieldname: str | None = None

    def r(self) -> str:
        """What the parser prints when it is debugged."""
        return f"{self.kind} {self.parts}"


class _LeavesPlugin(Plugin):  # type: ignore[misc]
    """Recognises everything that is searched for."""

    def taggers(self, parser: object) -> list[tuple[object, int]]:  # noqa: ARG002 - Whoosh's interface
        return [(FnTagger(pattern, _maker(kind)), priority) for kind, pattern, priority in _LEAVES]


def _maker(kind: str) -> Callable[..., Leaf]:
    return lambda **parts: Leaf(kind, parts)


class _Parser(QueryParser):  # type: ignore[misc]
    """Keeps what its plug-ins recognise; Whoosh would make that anew for every query, half of the whole."""

    @cached_property
    def _recognised(self) -> list[object]:
        return super().taggers()  # type: ignore[no-any-return]

    def taggers(self) -> list[object]:
        return self._recognised


@cache
def make_parser() -> Any:  # noqa: ANN401 - Whoosh is untyped
    """The Whoosh parser for our language; words side by side must all be found. It keeps nothing of a query."""
    plugins = [
        WhitespacePlugin(),
        _LeavesPlugin(),
        FieldsPlugin(_FIELD, remove_unknown=False),
        GroupPlugin(),
        OperatorsPlugin(And=_AND, Or=_OR, Not=_NOT, AndNot=None, AndMaybe=None, Require=None),
    ]
    return _Parser(None, None, plugins=plugins, group=AndGroup)


def normalised(query: str) -> str:
    """The query with the punctuation of Chinese input methods made plain, same length."""
    plain = query.translate(_WIDTH).translate(_TYPED)
    return re.sub(r"[\t\r\n\f\v\xa0]", " ", plain)
