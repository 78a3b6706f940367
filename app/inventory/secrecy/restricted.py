"""Marks that restrict a document without classifying it: 工作秘密, 内部 (保密法 2024 art. 64)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.text.folding import fold

_MARK = (
    "(?:[一-鿿]{0,4}工作秘密|核心商密|普通商密|内部(?:文件|资料|参阅|参考|刊物|使用|材料|明电|传真)?|敏感|"
    "(?:请)?注意保存|(?:请|严)?[勿禁]外传|不得(?:外传|翻印|复制|转载)|[请严][勿禁](?:翻印|复制|转载)|仅供.{1,10}(?:参阅|参考|使用))"
)
_TERM = r"(?:\s{0,3}[★▲☆]\s{0,3}(?:长期|\d{1,3}\s{0,2}(?:年|个?月))?)?"
_LINE = re.compile(
    rf"^[ \t\u3000〔《]{{0,40}}{_MARK}{_TERM}(?:[ \t\u3000,、;·]{{0,6}}{_MARK}{_TERM}){{0,3}}[ \t\u3000〕》。.!]{{0,20}}$",
    re.MULTILINE,
)
_NOTE = re.compile(
    r"〔[此本]件[^〕\n]{0,20}(?:[不请严][得勿禁](?:翻印|复制|外传|转载)|内部(?:使用|掌握|传阅)|发至[^〕\n]{1,10}级)[^〕\n]{0,20}〕"
)
_INTEREST = re.compile("内部|工作秘密|商密|敏感|外传|翻印|复制|转载|仅供|注意保存|发至")


@dataclass(frozen=True, slots=True)
class RestrictedMark:
    """A mark at ``start`` to ``end`` of the text, as printed."""

    start: int
    end: int
    printed: str


def find_restricted_marks(text: str, folded: str | None = None) -> Iterator[RestrictedMark]:
    """Marks that stand on a line of their own or in a note (附注); prose about them is not a mark.

    Such a document is not quarantined: it is never proposed for 主动公开 without a person's look.
    ``folded`` is the text folded, where a caller has it already.
    """
    folded = fold(text) if folded is None else folded
    if not _INTEREST.search(folded):
        return
    for match in sorted([*_LINE.finditer(folded), *_NOTE.finditer(folded)], key=lambda found: found.start()):
        printed = text[match.start() : match.end()]
        start = match.start() + len(printed) - len(printed.lstrip())
        yield RestrictedMark(start, start + len(printed.strip()), printed.strip())
