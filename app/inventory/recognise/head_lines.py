"""What each line in front of the body is: mark, number, label, field of a web page, date or text."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from app.inventory.recognise.bodies import split_bodies
from app.inventory.recognise.grammar import (
    ABOUT,
    COLUMN,
    CORE_TITLE_END,
    IMPRINT,
    METADATA,
    METADATA_ALONE,
    METADATA_ROW,
)
from app.inventory.recognise.page_text import Line, bare
from app.inventory.recognise.shapes import looks_like_body
from app.text.dates import find_dates, parse_date
from app.text.document_number import find_numbers

_MARK = re.compile(
    r"^[^《》,。:]{2,60}(?:(?<!规范性)(?<!政策性)文件|会议纪要|专题纪要|纪要|公报|简报)(?:〔[^〔〕]{0,6}〕?)?$"
)
_ORDER_MARK = re.compile(
    r"^(?P<body>[^《》,。:]{2,80}?)?(?:令|公告|通告|命令〔令〕)(?:〔[^〔〕]{0,8}第\d{1,4}号〕)?$"
)
_ORDER_BODY = re.compile(r"(?:主席|军委|代表大会)$")
_LABELS = (
    re.compile(
        r"^(?:紧急程度:?)?(?:特急|加急|特提|平急|急件)(?:·?明电)?$|^(?:等级:?)(?:特提|特急|加急|平急)"
    ),
    re.compile(r"^(?:密级:?)?(?:绝密|机密|秘密)(?:[★☆*·]?.{0,8})?$"),
    re.compile(r"^(?:份号:?|№|no\.?|编号:?)?\d{4,7}$"),
    re.compile(r"签发人:?|签批盖章"),
    re.compile(r"^附件?[\d一二三四五六七八九十]{0,3}:?$"),
    re.compile(r"^〔?第?[\d一二三四五六七八九十]{1,4}期〕?$|^〔总?第?\d{1,4}期〕$"),
    re.compile(r"^[a-z]{2,5}\d{0,2}-?(?:19|20)\d\d-\d{3,6}$"),
    re.compile(r"^[\u4e00-\u9fff]{2,12}〔(?:(?:19|20)[\dx]{2}|[x×]{2,4})?〕第?[x×_＿]{0,6}号$"),
    re.compile(
        r"^(?:(?:政府)?(?:信息)?公开(?:选项|属性|形式|方式|类别):)?(?:主动公开|依申请公开|不予公开|免予公开)$"
    ),
    re.compile(r"^(?:点击(?:下载|查看)|下载附件|附件下载|相关附件)"),
)
_DATE_NOTE = re.compile(r"^〔[^〕]{0,40}(?:\d{4}|[一二][〇九][〇一二三四五六七八九]{2})年.{0,300}〕$")
_DAY_OF_REPORT = re.compile(r"^-{1,4}(?:19|20)\d\d年\d{1,2}月\d{1,2}日在.{4,60}(?:上|会议)$")
"""The line below the title of a report to an assembly: ——2013年1月10日在某次会议上."""
_OWN_LABEL = re.compile(r"^(?:发文字号|文号|发文号|字号|编号):[^:]{4,40}$")
LONE_SERIAL = re.compile(
    r"(?:〔[\d一二三四五六七八九十]{1,3}届〕)?〔?第[\d一二三四五六七八九十百〇]{1,5}号〕?"
)
"""The number below the mark of an order or announcement; fits the whole line."""
NTH_ORDER = re.compile(
    r"(?P<body>[^《》,。:〔〕]{2,60}?)(?P<nth>第[\d一二三四五六七八九十百〇]{1,5}号)(?P<kind>令|公告|通告)"
)
"""某县人民政府第8号令; fits the whole line."""
WITHOUT_YEAR = re.compile(r"[\u4e00-\u9fff]{2,10}字第?\d{1,5}号")
"""某法函字第7号, as offices numbered before the year was asked for; fits the whole line."""
_BEHIND_NUMBER = re.compile(r"(?:签发人|会签人).{0,30}$")
_YEARLY = re.compile(
    r"(?:(?:发文字号|文号|字号|编号):)?〔?(?:[\u4e00-\u9fff]{2,10}[发办函字政])?(?:19|20)\d\d年第\d{1,4}号〕?(?:〔总第\d{1,4}[号期]〕)?"
)
_DATE_BEHIND = re.compile(r"\s(?:(?:19|20)\d\d|[一二][一二三四五六七八九〇]{3})年.{2,6}月.{1,4}日\s{0,4}$")
_ISSUE = re.compile(r"〔?(?:总?第)?[\d一二三四五六七八九十]{1,4}期〕?")
_NUMBER_LABEL = re.compile(r"发文字号|文\s{0,6}号|字\s{0,6}号|编\s{0,6}号|发文号")
_IN_FRONT = re.compile(
    r"\s{0,4}(?:(?:\d{6}|特\s{0,3}急|加\s{0,3}急|平\s{0,3}急|急\s{0,3}件|[绝机秘]\s{0,3}密(?:[★☆*]\s?\d{0,2}(?:年|个月)?)?)\s{1,80}){1,3}"
)
"""What letters print in front of the number: copy number, classification, urgency (10.1)."""
_LONGEST_NUMBER_LINE = 90
_LONGEST_HEAD_LINE = 600
_LEAST_TITLE = 8
_TITLE_FIELD = re.compile(r"标题|名称|题名")


ORDER_KINDS = ("令", "公告", "通告")
"""Kinds whose number begins with the names of the bodies."""


class HeadKind(Enum):
    """What a line in front of the body is."""

    TEXT = auto()
    MARK = auto()
    NUMBER = auto()
    LABEL = auto()
    METADATA = auto()
    DATE = auto()


_VALUES = frozenset({HeadKind.TEXT, HeadKind.DATE})
"""What the value of a web page's label may be taken for."""


def head_kind(line: Line) -> HeadKind:
    """What a line of the head is, by its words alone."""
    text = line.bare
    if len(text) > _LONGEST_HEAD_LINE:
        return HeadKind.TEXT
    if _is_metadata(line):
        return HeadKind.METADATA
    if is_number_line(line):
        return HeadKind.NUMBER
    if _is_label(text):
        return HeadKind.LABEL
    if _is_date(line):
        return HeadKind.DATE
    return HeadKind.MARK if _is_mark(text) else HeadKind.TEXT


def _is_date(line: Line) -> bool:
    if _DATE_NOTE.match(line.bare) or _DAY_OF_REPORT.match(line.bare):
        return True
    return parse_date(line.folded) is not None or _is_issue_line(line)


def _is_metadata(line: Line) -> bool:
    if METADATA_ALONE.fullmatch(line.bare) or COLUMN.fullmatch(line.bare):
        return True
    if "\t" in line.folded and METADATA_ROW.search(line.folded.replace(" ", "")):
        return True
    return METADATA.search(line.bare) is not None and not _OWN_LABEL.match(line.bare)


def head_kinds(lines: Sequence[Line]) -> tuple[HeadKind, ...]:
    """The kinds of neighbouring lines; the line below a label of a web page is its value."""
    kinds: list[HeadKind] = []
    for position, line in enumerate(lines):
        kind = head_kind(line)
        if kind in _VALUES and kinds and kinds[-1] is HeadKind.METADATA and _is_open(lines[position - 1]):
            is_title = _is_title_again(lines[:position], line) or _is_title_below(lines[position - 1], line)
            kind = kind if is_title else HeadKind.METADATA
        kinds.append(kind)
    for position in range(len(lines) - 1):
        if _is_note_over_two_lines(lines[position], lines[position + 1]):
            kinds[position : position + 2] = [HeadKind.DATE, HeadKind.DATE]
    return tuple(kinds)


def _is_title_again(above: Sequence[Line], line: Line) -> bool:
    """Whether a line below an empty field begins the title that a field above it already gave."""
    text = line.bare
    return len(text) >= _LEAST_TITLE and any(text in field.bare for field in above)


def _is_title_below(label: Line, line: Line) -> bool:
    """Whether a whole title stands below a field that is empty and no field for titles."""
    if _TITLE_FIELD.search(label.bare) or not ABOUT.search(line.bare):
        return False
    return CORE_TITLE_END.search(line.bare) is not None


def _is_note_over_two_lines(upper: Line, lower: Line) -> bool:
    """Whether a note in brackets below a title (when and by whom adopted) is broken by a line end."""
    if not upper.bare.startswith("〔") or not lower.bare.endswith("〕") or "〕" in upper.bare:
        return False
    return _DATE_NOTE.match(upper.bare + lower.bare) is not None


def _is_open(label: Line) -> bool:
    """Whether the value of a web page's label is still to come."""
    return label.bare.endswith(":") or METADATA_ALONE.fullmatch(label.bare) is not None


def is_number_line(line: Line) -> bool:
    """Whether the line is a document number and nothing else but a label or the signatory."""
    text = line.folded
    if len(text) > _LONGEST_NUMBER_LINE or "号" not in text:
        return False
    if _joint_order(text) or NTH_ORDER.fullmatch(line.bare):
        return True
    rest = text
    for found in find_numbers(text):
        rest = rest.replace(text[found.start : found.end], "", 1)
    if rest == text:
        return any(form.fullmatch(line.bare) for form in (LONE_SERIAL, _YEARLY, WITHOUT_YEAR))
    rest = _IN_FRONT.sub("", _NUMBER_LABEL.sub("", _BEHIND_NUMBER.sub("", rest)), count=1)
    return not _DATE_BEHIND.sub("", rest).strip(" \t:;,、〔〕*")


def is_second_head(lines: Sequence[Line], index: int) -> bool:
    """Whether the head of another document begins here: a mark (…文件) with a number below it."""
    if not lines[index].bare.endswith("文件") or head_kind(lines[index]) is not HeadKind.MARK:
        return False
    return any(head_kind(line) is HeadKind.NUMBER for line in lines[index + 1 : index + 4])


def _joint_order(text: str) -> bool:
    """Whether several bodies announce together: 某部 某局公告〔2025〕第14号 is one number."""
    found = next(find_numbers(text), None)
    if found is None or not found.start or not found.series.endswith(ORDER_KINDS):
        return False
    return not text[found.end :].strip() and split_bodies(text[: found.start]) is not None


def _is_issue_line(line: Line) -> bool:
    """The line below the mark of minutes or a bulletin: who issued (or edited) them, and when."""
    date = next(find_dates(line.folded), None)
    if date is None or line.folded[date.end :].strip():
        return False
    if _ISSUE.fullmatch(bare(line.folded[: date.start])):
        return True
    return looks_like_body(bare(line.folded[: date.start]).removesuffix("编"))


def _is_label(text: str) -> bool:
    return IMPRINT.match(text) is not None or any(pattern.search(text) for pattern in _LABELS)


def _is_mark(text: str) -> bool:
    """The line that names the issuing body above the number: …文件, …令, …公告, …纪要."""
    if "关于" in text:
        return False
    order = _ORDER_MARK.match(text)
    if order is not None:
        body = order["body"]
        return not body or looks_like_body(body) or _ORDER_BODY.search(body) is not None
    return _MARK.match(text) is not None
