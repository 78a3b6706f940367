"""Names of issuing bodies in running lines: what looks like one, and where several stand together."""

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from app.inventory.recognise.authority import authority
from app.inventory.recognise.glued import LONGEST as GLUED_LONGEST
from app.inventory.recognise.glued import names_at_end
from app.inventory.recognise.page_text import bare
from app.inventory.recognise.shapes import looks_like_body

_SEAL = re.compile(r"〔(?:盖\s?章|公\s?章|印\s?章|签\s?章|代\s?章|印|章)〕")
"""（盖章）: where the seal stands, no part of the name."""
_SPACED = re.compile(r"\s+")
_GLUED_LEAST = 12
_JOINED_UNITS = frozenset(
    {"办公室", "办公厅", "委员会", "人民政府", "领导小组", "管理委员会", "管理局", "党组"}
)


@lru_cache(maxsize=256)
def known_names_at_end(text: str) -> tuple[tuple[int, int], ...]:
    """:func:`names_at_end` with the authority list; a signature is looked at several times."""
    return names_at_end(text, authority().by_name)


def split_bodies(folded: str, start: int = 0) -> tuple[tuple[int, int], ...] | None:
    """Places of the names in a line that holds nothing but names, divided by blanks; else ``None``.

    Blanks inside a name (``国 务 院``) do not divide it. Offsets count from ``start``.
    """
    if "\t" in folded:
        return _names_in_cells(folded, start)
    folded = _SEAL.sub(lambda word: " " * len(word[0]), folded)
    tokens = list(_tokens(folded))
    if not tokens or len(tokens) > 40:
        return None
    if len(tokens) == 1 and (glued := _glued(folded, *tokens[0])):
        return tuple((name_start + start, name_end + start) for name_start, name_end in glued)
    names: list[tuple[int, int]] = []
    begin: int | None = None
    for index, (token_start, token_end) in enumerate(tokens):
        if names and begin is None and bare(folded[token_start:token_end]) in _JOINED_UNITS:
            names[-1] = (names[-1][0], token_end)
            continue
        begin = token_start if begin is None else begin
        if _ends_here(folded, begin, tokens, index):
            names.append((begin, token_end))
            begin = None
    if begin is not None:
        return None
    return tuple((name_start + start, name_end + start) for name_start, name_end in names)


def _names_in_cells(folded: str, start: int) -> tuple[tuple[int, int], ...] | None:
    """The names in the cells of a table's row, where every cell holds nothing else; no name runs on from
    one cell into the next.
    """
    names: tuple[tuple[int, int], ...] = ()
    for cell in folded.split("\t"):
        held = split_bodies(cell, start) if cell.strip() else ()
        if held is None:
            return None
        names += held
        start += len(cell) + 1
    return names or None


def _glued(folded: str, begin: int, end: int) -> tuple[tuple[int, int], ...]:
    """The names of one token that is nothing but several names, or nothing."""
    token = folded[begin:end]
    if not _GLUED_LEAST <= len(token) <= GLUED_LONGEST:
        return ()
    places = known_names_at_end(token)
    if len(places) < 2 or places[0][0]:
        return ()
    return tuple((begin + first, begin + last) for first, last in places)


def _ends_here(folded: str, begin: int, tokens: list[tuple[int, int]], index: int) -> bool:
    """Whether the name that began at ``begin`` is complete with token ``index``."""
    end = tokens[index][1]
    if not looks_like_body(bare(folded[begin:end])):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following[0] - end > 1:
        return True
    single = end - tokens[index][0] == 1 and following[1] - following[0] == 1
    return not (single and looks_like_body(bare(folded[begin : _end_of_spread(tokens, index)])))


def _end_of_spread(tokens: list[tuple[int, int]], index: int) -> int:
    """Where a name ends whose characters were spread by single blanks: 财 政 局."""
    end = tokens[index][1]
    for start, stop in tokens[index + 1 :]:
        if stop - start != 1 or start - end != 1:
            break
        end = stop
    return end


def _tokens(folded: str) -> Iterator[tuple[int, int]]:
    position = 0
    for gap in _SPACED.finditer(folded):
        if gap.start() > position:
            yield position, gap.start()
        position = gap.end()
    if position < len(folded):
        yield position, len(folded)


_PLACE = re.compile(r"^(?:中共)?(?P<place>[\u4e00-\u9fff]{2,6}?(?:省|自治区|市|自治州|州|县|区))")
_VERTICAL = (
    "国家税务总局",
    "中国人民银行",
    "国家统计局",
    "国家金融监督管理总局",
    "中国银行保险监督管理委员会",
    "中国银行业监督管理委员会",
    "国家外汇管理局",
    "中国证券监督管理委员会",
    "国家矿山安全监察局",
)
"""Bodies whose local branches carry the whole name in front of the place."""
_BRANCH = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:监管局|监管分局|税务局|分行|支行|分局|支局|调查队|调查总队|监察局)"
)


def join_branches(names: Iterable[str]) -> tuple[str, ...]:
    """The names with a local branch joined to the body of the state in front of it, where a blank or a line
    end broke the name: 国家税务总局 ＋ 某市税务局.
    """
    joined: list[str] = []
    for name in names:
        if joined and bare(joined[-1]) in _VERTICAL and _BRANCH.fullmatch(bare(name)):
            joined[-1] += name
        else:
            joined.append(name)
    return tuple(joined)


def split_glued(name: str, known: Container[str] = frozenset()) -> list[str]:
    """Names that were printed without a blank between them, each for itself.

    A name begins where the first one's place is named again, or where a ``known`` name begins and the
    whole consists of known names. A name that stands alone comes back as it is.
    """
    names = _split_known(name, known)
    if len(names) > 1:
        return names
    place = _PLACE.match(name)
    if place is None:
        return [name]
    return _split_at(name, (place["place"], f"中共{place['place']}", *_VERTICAL))


def _split_known(name: str, known: Container[str]) -> list[str]:
    names: list[str] = []
    begin = 0
    while begin < len(name):
        end = next((end for end in range(len(name), begin + 1, -1) if name[begin:end] in known), None)
        if end is None:
            return [name]
        names.append(name[begin:end])
        begin = end
    return names


def _split_at(name: str, beginnings: tuple[str, ...]) -> list[str]:
    names: list[str] = []
    begin = 0
    for position in range(2, len(name) - 1):
        left = name[begin:position]
        if name.startswith(beginnings, position) and looks_like_body(left) and not left.endswith(_VERTICAL):
            names.append(left)
            begin = position
    return [*names, name[begin:]]
