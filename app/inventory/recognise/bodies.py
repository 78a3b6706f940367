"""Names of issuing bodies in running lines: what looks like one, and where several stand together."""

import re
from collections.abc import Container, Iterator

from app.inventory.recognise.page_text import bare

_SUFFIXES = (
    "人民政府|人民政府办公厅|人民政府办公室|政府|国务院|办公厅|办公室|党政办|革命委员会|委员会|常委会|人大|政协|市委|县委|区委|省委|州委"
    "|党委|党组|工委|纪委|监委|编委|编办|管委会|组委会|委|总局|分局|管理局|局|厅|部|署|总院|研究院|学院|医院|法院|检察院|设计院|科学院|院"
    "|联合会|协会|学会|总工会|工会|商会|基金会|理事会|董事会|居委会|村委会|妇联|残联|文联|社联|侨联|团委|红十字会|会"
    "|总队|支队|大队|中队|司令部|指挥部|总指挥部|联席会议|领导小组|工作小组|工作组|协调小组|小组|工作专班|专班|军区|警备区|人武部|兵团"
    "|总公司|有限责任公司|有限公司|公司|集团|总行|支行|分行|银行|营业管理部|联社|供销社|总社|社|交易所|交易中心|中心|大学|学校|中学|小学"
    "|总站|站|海关|调查队|队|街道|党校|校|军分区|厂|联盟|工商联|科协|机制|组|研究所|派出所|所|档案馆|图书馆|博物馆|馆|街道办事处|办事处|办|处|科|室|林场|园|台|网|开发区|管理区|人大常委会|军委|总理"
)
_BODY = re.compile(
    rf"(?:中共|共青团)?[\u3400-\u9fffA-Za-z0-9·\"〔〕、]{{0,44}}?(?:{_SUFFIXES})(?:〔[\u3400-\u9fff、]{{2,30}}〕)?"
)
_NOT_A_BODY = re.compile(
    r"[,。;:!?《》<>=/]|^(?:附件|抄送|主送|关于|各|有关|现|请|特此|此复|联系|电话|主任|副主任|组长|局长|厅长|部长|市长|省长|县长|区长|主席"
    r"|第[一二三四五六七八九十\d]|[一二三四五六七八九十]+、|〔|\d+[.、])|的(?!.{2,12}(?:指挥部|小组|机制)$)|了|为|将(?!乐)|把|被|同意|按照|根据|要求|完成|负责"
)
_LONGEST = 46
_SPACED = re.compile(r"\s+")
_JOINED_UNITS = frozenset(
    {"办公室", "办公厅", "委员会", "人民政府", "领导小组", "管理委员会", "管理局", "党组"}
)


def looks_like_body(name: str) -> bool:
    """Whether a folded, blankless string has the shape of an organ's name and nothing else."""
    if not 2 <= len(name) <= _LONGEST or _NOT_A_BODY.search(name):
        return False
    return _BODY.fullmatch(name) is not None


def split_bodies(folded: str, start: int = 0) -> tuple[tuple[int, int], ...] | None:
    """Places of the names in a line that holds nothing but names, divided by blanks; else ``None``.

    Blanks inside a name (``国 务 院``) do not divide it. Offsets count from ``start``.
    """
    tokens = list(_tokens(folded))
    if not tokens or len(tokens) > 40:
        return None
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


def _ends_here(folded: str, begin: int, tokens: list[tuple[int, int]], index: int) -> bool:
    """Whether the name that began at ``begin`` is complete with token ``index``."""
    end = tokens[index][1]
    if not looks_like_body(bare(folded[begin:end])):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following[0] - end > 1:
        return True
    single = end - tokens[index][0] == 1 and following[1] - following[0] == 1
    rest = bare(folded[begin:])
    return not (single and len(rest) <= 6 and looks_like_body(rest))


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
)
"""Bodies whose local branches carry the whole name in front of the place."""


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
