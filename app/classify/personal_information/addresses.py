"""Home addresses; an office's address is public and is none."""

import re
from collections.abc import Iterator

from app.classify.personal_information.source import Source
from app.domain.disclosure import Finding

_LABELLED = re.compile(
    r"(?:住址|住所地?|居住地址?|户籍地址?|家庭地址|现住地?)(?:〔[^〕\n]{0,8}〕)?[ ]?[:,]?[ \t\u3000]{0,4}"
    r"(?P<place>[一-鿿][^\n\t,。;〔〕]{3,60})"
)
_LIVES = re.compile(r"(?:家住|现住|住在|居住在|户籍所在地为?)(?P<place>[一-鿿][^\n\t,。;〔〕]{3,60})")
_ROOM = re.compile("[室户](?<=[0-9][0-9].)")
_HOUSE = re.compile(
    r"[一-鿿]{2,20}(?:路|街|弄|巷|里|新村|小区|苑|花园|公寓|村|社区|组)[^\n\t,。;:〔〕]{0,20}?[0-9]{1,5}(?:号|幢|栋|弄|座)"
    r"[^\n\t,。;:〔〕]{0,12}?[0-9]{2,4}(?:室|户)"
)
_PLACE = re.compile("[省市县区镇乡村路街弄巷组号幢栋室社苑园里]")
_DETAIL = re.compile(r"[0-9一二三四五六七八九十]+(?:号|幢|栋|室|组|弄|单元|队)|村|小区|新村|公寓")
_LONGEST_HOUSE = 75


def find_addresses(source: Source) -> Iterator[Finding]:
    """Addresses behind the label of a home, and houses with a room number."""
    taken: set[int] = set()
    for pattern in (_LABELLED, _LIVES):
        for match in pattern.finditer(source.folded):
            start, end = match.span("place")
            if _PLACE.search(match["place"]) and _DETAIL.search(match["place"]) and start not in taken:
                taken.update(range(start, end))
                yield source.finding("address", start, end, 0.85, "标签相符")
    for room in _ROOM.finditer(source.folded):
        house = _HOUSE.search(source.folded, max(0, room.end() - _LONGEST_HOUSE), room.end())
        if house is not None and house.end() == room.end() and house.start() not in taken:
            taken.update(range(house.start(), house.end()))
            yield source.finding("address", house.start(), house.end(), 0.5, "门牌号格式相符")
