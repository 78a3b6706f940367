"""Names of bodies printed without a blank between them, or glued to the sentence in front.

Texts from databases lose the line breaks of a signature. A name then begins where a province, a word
that only names begin with, or a body of the authority list begins; from the end backwards every piece
between two beginnings must be a name.
"""

import re
from collections.abc import Container, Iterator

from app.inventory.recognise.shapes import looks_like_body

LONGEST = 320
"""Characters in front of a date that are searched for glued names."""

_BEGINNING = re.compile(
    "北京市|天津市|上海市|重庆市|河北省|山西省|辽宁省|吉林省|黑龙江省|江苏省|浙江省|安徽省|福建省|江西省|山东省|河南省|湖北省"
    "|湖南省|广东省|海南省|四川省|贵州省|云南省|陕西省|甘肃省|青海省|台湾省|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区"
    "|新疆维吾尔自治区|新疆生产建设兵团|香港特别行政区|澳门特别行政区|示例省|中共|中国|国家|国务院|共青团|最高人民|全国"
)
_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:分行|支行|中心支行|分公司|分局|税务局|调查总队)$")
_OF_THE_STATE = re.compile(r"^(?:中国|国家)[\u4e00-\u9fff]{2,24}$")
_OFFICE = ("办公厅", "办公室")
_IN_A_SENTENCE = frozenset("报送由经向至和与及据按在对从到受为的是原以请被让请省市")
_PLACE_ENDS = frozenset("县区州盟旗镇乡")
_SHORTEST, _LONGEST_KNOWN = 3, 24


def names_at_end(text: str, known: Container[str] = frozenset()) -> tuple[tuple[int, int], ...]:
    """Places of the names that end a folded, blankless text; empty where none begins as a name must."""
    places: dict[int, tuple[tuple[int, int], ...]] = {}
    for begin in sorted(_beginnings(text, known), reverse=True):
        for end in (*sorted(places), len(text)):
            following = places.get(end, ())
            if _is_name(text, begin, end, known) and not _goes_on(text, begin, end, following):
                places[begin] = ((begin, end), *following)
                break
    starts = [begin for begin in sorted(places) if not begin or not _is_inside(text, begin)]
    return _without_units(text, places[starts[0]]) if starts else ()


def _is_inside(text: str, begin: int) -> bool:
    """Whether the name is the rest of a longer one (某县统计局) or stands in a sentence."""
    above = text[begin - 1]
    return above in _IN_A_SENTENCE or (above in _PLACE_ENDS and not _BEGINNING.match(text, begin))


def _beginnings(text: str, known: Container[str]) -> Iterator[int]:
    for begin in range(len(text) - 1):
        if _BEGINNING.match(text, begin) or _known_end(text, begin, known):
            yield begin


def _known_end(text: str, begin: int, known: Container[str]) -> int:
    """Where the longest name of the authority list ends that begins here, or 0."""
    for length in range(min(_LONGEST_KNOWN, len(text) - begin), _SHORTEST - 1, -1):
        if text[begin : begin + length] in known:
            return begin + length
    return 0


def _is_name(text: str, begin: int, end: int, known: Container[str]) -> bool:
    name = text[begin:end]
    if name in known or (name.endswith(_OFFICE) and name[:-3] in known):
        return not text.startswith(_OFFICE, end)
    return _BEGINNING.match(name) is not None and looks_like_body(name)


def _goes_on(text: str, begin: int, end: int, following: tuple[tuple[int, int], ...]) -> bool:
    """Whether what follows names the local branch of a body of the state: 中国某银行 + 某省分行."""
    if not following or not _OF_THE_STATE.match(text[begin:end]):
        return False
    return _BRANCH.match(text[following[0][0] : following[0][1]]) is not None


def _without_units(text: str, places: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """An address or contact in front of the signature names a unit of the body that signs."""
    for index in range(len(places) - 1, 0, -1):
        (start, end), (unit_start, unit_end) = places[index], places[index - 1]
        if text[unit_start:unit_end].startswith(text[start:end]):
            return places[index:]
    return places
