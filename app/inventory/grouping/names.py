"""What titles and file names say about a file's part in its item (件)."""

import re
import sys
from dataclasses import dataclass

from app.text.document_number import FoundNumber, find_numbers
from app.text.folding import fold
from app.text.similarity import letters

_DRAFT = (
    "征求意见稿|送审稿|报审稿|送签稿|初稿|讨论稿|修改稿|修订稿|会签稿|代拟稿|审议稿|审核稿|核稿|拟稿|草稿|草案|"
    "汇报稿|呈批稿|呈签稿|过程稿|征求意见|第[一二三四五六七八九\\d]稿|[一二三四五六]稿"
)
_FINAL = "定稿|清样|终稿|最终稿|最终版|印发稿|签发稿|正式稿|发文稿"
_SCANNED = "扫描件|扫描版|扫描|盖章件|盖章版|盖章|红头|影印件|复印件"
_WEB = "网页版|网站版|网页|挂网版|上网版|公开版|网络版"
_COPY = "副本|复件|备份|存档|归档|打印版|打印|电子版|pdf版|word版|全文|新"
_SHEET = "拟稿纸|发文稿纸|发文单|发文处理单|收文处理单|处理单|拟办单|审批单|阅办单|呈批单|签发单"

_DRAFT_ENDS = re.compile(rf"(?:{_DRAFT})[〔〕\s\d._v-]*$")
_FINAL_ENDS = re.compile(rf"(?:{_FINAL})[〔〕\s\d._v-]*$")
_DRAFT_FOLDER = re.compile(rf"(?:^|/)[^/]*(?:{_DRAFT})[^/]*/")
_SCAN_NAME = re.compile(_SCANNED)
_WEB_NAME = re.compile(f"{_WEB}|门户网站|政府网站")
_SHEET_NAME = re.compile(_SHEET)
_ANNEX_NAME = re.compile(r"(?:^|[\s_〕号.-])附(?:件|表|图|录)\s*〔?\s*[\d一二三四五六七八九十]{0,3}")
_REMARK = re.compile(
    rf"[〔\s_-]*(?:{_DRAFT}|{_FINAL}|{_SCANNED}|{_WEB}|{_COPY}|{_SHEET})[〕\s_]*(?=$|[〔\s_-])"
)
_TRAILING_COUNT = re.compile(r"[〔\s_-]*(?:\d{1,2}|v\d[\d.]*)〕?$")
_TELLS_APART = re.compile(
    r"\d+|第[一二三四五六七八九十百〇]+|[一二三四五六七八九十]+(?=月|季度|批|期|次|届|号|轮|标段|区)|[上下]半年"
)
_ISSUED = re.compile(
    r"关于(?:印发|转发|批转|发布|公布|颁布|颁发|下发|实施|执行)(?P<inner>.{4,}?)的?(?:通知|公告|通告|决定|令|函)$"
)
_ABOUT = re.compile("关于")
_YEAR_FOLDER = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class FileName:
    """What the path of a file tells. ``base``: the letters of the name without remarks on the version;
    ``year``: of the nearest folder that names one.
    """

    folder: str
    base: str
    number: FoundNumber | None
    is_draft: bool
    is_final: bool
    is_scan: bool
    is_web: bool
    is_sheet: bool
    is_annex: bool
    year: int | None


def read_path(path: str) -> FileName:
    """Take a path under a root apart; files in containers lie in the folder the container is in."""
    folder, _, name = path.replace("!/", "/").rpartition("/")
    stem = fold(name.rpartition(".")[0] or name)
    numbers = list(find_numbers(stem))
    number = numbers[0] if len(numbers) == 1 and not letters(stem[: numbers[0].start]) else None
    rest = stem[number.end :] if number else stem
    years = _YEAR_FOLDER.findall(folder)
    folded = fold(f"{folder}/")
    return FileName(
        folder=sys.intern(path.split("!/", 1)[0].rpartition("/")[0]),
        base=letters(without_remarks(rest)),
        number=number,
        is_draft=bool(_DRAFT_ENDS.search(stem) or _DRAFT_FOLDER.search(folded)),
        is_final=bool(_FINAL_ENDS.search(stem)),
        is_scan=bool(_SCAN_NAME.search(stem)),
        is_web=bool(_WEB_NAME.search(stem) or _WEB_NAME.search(folded)),
        is_sheet=bool(_SHEET_NAME.search(stem)),
        is_annex=bool(_ANNEX_NAME.search(stem)),
        year=int(years[-1]) if years else None,
    )


def without_remarks(folded: str) -> str:
    """A folded title or name without remarks such as （征求意见稿） or _扫描件 and counts at its end."""
    return _TRAILING_COUNT.sub("", _REMARK.sub("", folded))


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says. ``core``: letters from 关于 on, without remarks; ``keys``: the core, and what it
    issues (印发《…》的通知); ``apart``: years, ordinals and other numerals that tell one of a series from
    the next.
    """

    core: str
    keys: tuple[str, ...]
    is_draft: bool
    apart: tuple[str, ...]

    @property
    def template(self) -> str:
        """The core without what tells one of a series from the next."""
        return _TELLS_APART.sub("", self.core)


def read_title(title: str) -> Title:
    """Take a title apart."""
    folded = "".join(fold(title).split())
    plain = letters(without_remarks(folded) or folded)
    about = _ABOUT.search(plain)
    core = plain[about.start() :] if about else plain
    issued = _ISSUED.search(plain)
    keys = (core, issued["inner"]) if issued else (core,)
    is_draft = bool(_DRAFT_ENDS.search(folded))
    return Title(core, keys, is_draft, tuple(sorted(_TELLS_APART.findall(core))))


def likeness(one: str, other: str) -> float:
    """Share of common pairs of characters (Dice), 0 to 1; tolerant of a misread character."""
    if one == other:
        return 1.0
    first = {one[place : place + 2] for place in range(len(one) - 1)}
    second = {other[place : place + 2] for place in range(len(other) - 1)}
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))
