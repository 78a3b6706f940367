"""Home addresses; an office's address is public and is none."""

import re
from collections.abc import Iterator, Sequence

from app.classify.personal_information.source import Source
from app.classify.personal_information.tables import (
    ADDRESS_HEADERS,
    NAME_HEADERS,
    OFFICE_HEADERS,
    Cell,
    Table,
)
from app.domain.disclosure import Finding

_LABELLED = re.compile(
    r"(?:住址|住所地?|居住地址?|户籍(?:所在)?地址?|家庭详?细?地址|现住地?|房屋坐落|住房坐落)(?:〔[^〕\n]{0,8}〕)?[ ]?[:,]?[ \t\u3000]{0,4}"
    r"(?P<place>[一-鿿][^\n\t,。;〔〕的]{3,60})"
)
_LIVES = re.compile(
    r"(?:家住|现住|住在|居住[在于]|户籍所在地为?|住(?<=[,;。\n]住)(?![房宅院宿户建址所]))"
    r"(?P<place>[一-鿿][^\n\t,。;〔〕的]{3,60})"
)
_COMPANY = re.compile("公司|企业|合作社|信用代码|法定代表人|经营范围|注册资[本金]|机构|单位|法人")
_PERSON = re.compile("姓名|身份|性别|出生|[男女],|民族|户主")
_OFFICE = re.compile("会议|办公|报名|地点|窗口|培训|咨询|领取|受理|接待|服务|中心|大厅")
_ROOM = re.compile("[室户](?<=[0-9][0-9].)")
_HOUSE = re.compile(
    r"[一-鿿]{2,20}(?:路|街|弄|巷|里|新村|小区|苑|花园|公寓|村|社区|组)[^\n\t,。;:〔〕]{0,20}?[0-9]{1,5}(?:号|幢|栋|弄|座)"
    r"[^\n\t,。;:〔〕]{0,12}?[0-9]{2,4}(?:室|户)"
)
_ROAD = re.compile("[路街弄巷里村区苑园寓社组]")
_GENERAL = re.compile("[由在和或等应可办需按向]|.{0,3}(?:农村|乡村|城镇|城市|城区|山区|外地|本[地县市村])")
_LEAD = re.compile("位于|坐落[在于]?|居住[在于]|住[在于]?|现居|地址")
_PLACE = re.compile("[省市县区镇乡村路街弄巷组号幢栋室社苑园里]")
_DETAIL = re.compile(r"[0-9一二三四五六七八九十](?:号|幢|栋|室|组|弄|单元|队)|村|小区|新村|公寓|花园|家园")
_LONGEST_HOUSE = 75


def find_addresses(source: Source, tables: Sequence[Table]) -> Iterator[Finding]:
    """Addresses behind the label of a home or below one in a list of persons, and houses with a room number."""
    taken: set[int] = set()
    for cell in _in_columns(source.folded, tables):
        taken.update(range(cell.start, cell.end))
        yield source.finding("address", cell.start, cell.end, 0.8, "列名相符")
    for pattern in (_LABELLED, _LIVES):
        for match in pattern.finditer(source.folded):
            start, end = match.span("place")
            if _is_place(match["place"]) and start not in taken and not _is_of_company(source, match):
                taken.update(range(start, end))
                yield source.finding("address", start, end, 0.85, "标签相符")
    for room in _ROOM.finditer(source.folded) if _ROAD.search(source.folded) else ():
        window = max(0, room.end() - _LONGEST_HOUSE), room.end()
        house = _HOUSE.search(source.folded, *window) if _ROAD.search(source.folded, *window) else None
        if house is None or house.end() != room.end() or room.start() in taken:
            continue
        if not _OFFICE.search(source.before(house.start(), 10) + house[0]):
            lead = max((one.end() for one in _LEAD.finditer(house[0])), default=0)
            taken.update(range(house.start() + lead, house.end()))
            yield source.finding("address", house.start() + lead, house.end(), 0.5, "门牌号格式相符")


def _is_of_company(source: Source, match: re.Match[str]) -> bool:
    """Whether 住所 is the seat of a company, which is public (市场主体登记公示)."""
    if not match[0].startswith("住所"):
        return False
    before = source.before(match.start(), 60)
    return bool(_COMPANY.search(before)) and not _PERSON.search(before)


def _is_place(words: str) -> bool:
    """Whether a place is told apart from others like it: groups of people live in villages too."""
    return bool(_PLACE.search(words) and _DETAIL.search(words)) and not _GENERAL.match(words)


def _in_columns(folded: str, tables: Sequence[Table]) -> Iterator[Cell]:
    """Cells of a list of persons that hold more than the name of a village or a town."""
    for table in tables:
        if table.has(NAME_HEADERS) and not table.has(OFFICE_HEADERS):
            yield from (
                cell
                for cell in table.column(ADDRESS_HEADERS)
                if _DETAIL.search(folded[cell.start : cell.end])
            )
