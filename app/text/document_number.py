"""Document numbers (发文字号; 党政机关公文格式 7.2.5): found, told apart and written in one form.

The canonical form is ``代字〔YYYY〕N号``. Orders and announcements keep their own forms
(``…令第N号``, ``…公告〔YYYY〕第N号``). The characters of the page are kept, traditional ones too:
only width, blanks and brackets are made uniform. Cost is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from heapq import merge
from typing import NamedTuple

from app.text.dates import chinese_number

OPENING = "〔﹝［\\[【（(〈<「『〖{"
CLOSING = "〕﹞］\\]】）)〉>」』〗}"
_CODE_LENGTH = 32
_ISSUER_LENGTH = 44
_TAIL_LENGTH = 24
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\u2e80-\u2fdf"
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"

_SIGN_AHEAD = rf"(?=[^{OPENING}{CLOSING}\n]{{1,40}}[号號])"
_YEAR = re.compile(
    rf"[{OPENING}][\s{_ZERO_WIDTH}]{{0,2}}"
    rf"(?P<year>(?:[1１]\s?[9９]|[2２]\s?[0０OoО〇○])\s?[\dOoО〇○Iil]\s?[\dOoО〇○Iil]|二[〇○◯零OО0][〇○◯零OО0一二][〇○◯零OО0一二三四五六七八九])"
    rf"年?[\s{_ZERO_WIDTH}]{{0,2}}[{CLOSING}\[〔]{{1,2}}{_SIGN_AHEAD}"
    rf"|[{OPENING}](?P<unclosed>(?:19|20)\d\d)[Il丨|]?(?=\s?第?\s?\d{{1,4}}\s?[号號])"
    rf"|(?<=[{_HAN}])[Ll丨|]?(?P<unopened>(?:19|20)\d\d)[{CLOSING}JjⅠ丨|](?=\s?第?\s?\d{{1,4}}\s?[号號])"
)
"""The year in brackets; character recognition may lose one of them or read it as a letter."""
_SESSION = re.compile(
    rf"[{OPENING}]\s?(?P<session>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?届[{CLOSING}]{_SIGN_AHEAD}"
)
_CODE = re.compile(
    rf"(?P<code>(?<![{_HAN}])[{_HAN}](?: [{_HAN}]){{1,9}}|[{_HAN}A-Za-zＡ-Ｚ\u2005]{{1,16}}(?:[(（][{_HAN}]{{1,6}}[)）][{_HAN}A-Za-z]{{0,10}})?)"
    rf"[ \t\xa0\u2002\u3000{_ZERO_WIDTH}]{{0,4}}\Z"
)
_IN_CODE = re.compile(rf"[{_HAN}A-Za-zＡ-Ｚ\u2005()（） \t\xa0\u2002\u3000{_ZERO_WIDTH}]*")
_SERIAL = re.compile(
    rf"[\s{_ZERO_WIDTH}]{{0,4}}(?P<word>[{_HAN}]{{0,6}}?字)?\s?(?P<nth>第)?[\s{_ZERO_WIDTH}]{{0,4}}"
    rf"(?P<serial>(?:[OoIil]\s?)?[\d０-９](?:\s?[\d０-９OoIil]){{0,5}})(?P<sub>\s?[-—－]\s?\d{{1,3}})?[\s{_ZERO_WIDTH}]{{0,3}}(?P<sign>[号號])"
)
_LEADING_YEAR = re.compile(
    rf"\s{{0,2}}(?P<word>[{_HAN}]{{2,14}}?)(?P<nth>第)?\s?(?P<serial>\d{{1,5}})\s?(?P<sign>[号號])"
)
_ORDER = re.compile(
    rf"(?P<kind>令|公告|通告)[{_ZERO_WIDTH}\s]{{0,3}}[（(〔]?\s?(?P<session>[一二三四五六七八九十]{{1,3}}届)?\s?(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?"
    rf"第\s{{0,2}}(?P<serial>\d{{1,5}}|[一二三四五六七八九十百〇○零]{{1,6}})\s{{0,2}}(?P<sign>[号號])(?:\s?[)）〕])?"
)
_ISSUER = re.compile(rf"(?P<name>[{_HAN}]{{2,40}})[\s{_ZERO_WIDTH}]{{0,3}}\Z")
_IN_NAME = re.compile(rf"[{_HAN}\s{_ZERO_WIDTH}]*")
_ORDER_GLUE = re.compile(
    r"\A.*(?:根据|按照|依据|依照|贯彻|落实|执行|遵照|关于|以及|收悉|的(?:公告|通告|决定|命令)(?=[^第]{6})|[^共]和(?!国|信息|改革|社会保障|城乡|规划|计划生育|旅游|体育|商务|草原|园林|海洋|水务)|的|见|即|以)"
)
_BLANKS = re.compile(rf"[\s{_ZERO_WIDTH}]+")
_WIDTH = {ord("０") + value: str(value) for value in range(10)}
_WIDTH.update({ord("Ａ") + value: chr(ord("A") + value) for value in range(26)})
_BRACKETS = str.maketrans("﹝［[【（(〈<「『〖{﹞］]】）)〉>」』〗}－—", "〔" * 12 + "〕" * 12 + "--")
_READ_AS = str.maketrans("OoОIil〇○", "00011100")
"""Letters and circles that character recognition and typists put for digits."""
_ROUND = str.maketrans("（）", "()")
_GLUE = re.compile(
    r"\A.*(?:根据|按照|依据|依照|贯彻|落实|执行|遵照|参照|关于|以及|文件|及|和|与|见|即|原|的|以|号|为|由|在|對|据|收悉|下发|印发|发布)"
)
_GLUED_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,8}[省市县區区镇乡](?:人民政府(?:办公[厅室])?|[\u4e00-\u9fff]{1,8}(?:局|厅|委员会|办公室|办公厅))(?!(?:公告|通告|令)$)(?=[\u4e00-\u9fff]{2,8}$)"
)
"""The name of the body in front of its code: 某县财政局某财函."""
UNIFIED = re.compile(
    r"(?<![A-Za-z])(?P<code>[A-Z]{3,4}\d{2})\s?[-—－]\s?(?P<year>20\d{2})\s?[-—－]\s?(?P<serial>\d{4})(?!\d)"
)


class FoundNumber(NamedTuple):
    """A number at ``start`` to ``end``. ``series`` is the part that counts (代字), ``year`` is absent
    where a series runs on over the years (令), ``serial`` is the running number.
    """

    start: int
    end: int
    canonical: str
    series: str
    year: int | None
    serial: int


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundNumber]:
    """Every document number in the text, in order; words glued in front of a code are cut off."""
    stop = len(text) if end is None else end
    if text.find("号", start, stop) < 0 and text.find("號", start, stop) < 0:
        return
    last = start
    anchors = merge(
        _YEAR.finditer(text, start, stop),
        _SESSION.finditer(text, start, stop),
        _ORDER.finditer(text, start, stop),
        key=re.Match.start,
    )
    for anchor in anchors:
        found = _around(text, anchor, last, stop)
        if found is not None:
            yield found
            last = found.end


def parse_number(text: str) -> FoundNumber | None:
    """The number that the whole text is, apart from blanks and brackets around it."""
    for anchor in (*_YEAR.finditer(text[:64]), *_SESSION.finditer(text[:64]), *_ORDER.finditer(text[:96])):
        found = _around(text, anchor, 0, len(text), glued=False)
        if found is not None and _is_only(text, found):
            return found
    return None


def canonical(text: str) -> str:
    """The canonical form of a number given as text, or the text without blanks if it is none."""
    found = parse_number(text)
    return found.canonical if found is not None else _BLANKS.sub("", text)


def _is_only(text: str, found: FoundNumber) -> bool:
    around = text[: found.start] + text[found.end :]
    return not around.strip(" \t\u3000()（）〔〕[]【】" + _ZERO_WIDTH)


def _around(
    text: str, anchor: re.Match[str], floor: int, stop: int, *, glued: bool = True
) -> FoundNumber | None:
    if anchor.re is _ORDER:
        return _order(text, anchor, floor, glued=glued)
    left = text[max(floor, anchor.start() - _CODE_LENGTH) : anchor.start()]
    code = _code(left[_begin_of_run(_IN_CODE, left) :], glued) if left else None
    tail = _SERIAL.match(text, anchor.end(), min(stop, anchor.end() + _TAIL_LENGTH))
    if code is None or tail is None:
        return _leading_year(text, anchor, stop, tail) if anchor.re is _YEAR else None
    return _bracketed(code[0], anchor.start() - code[1], anchor, tail)


@lru_cache(maxsize=4096)
def _code(run: str, glued: bool) -> tuple[str, int] | None:
    """The code (代字) that ends a run, written plainly, and how many characters before the year it begins;
    kept, because a text cites the same series again and again.
    """
    code = _CODE.search(run)
    if code is None:
        return None
    series = _trim(code["code"]) if glued else code["code"]
    return _plain(series), len(code[0]) - len(code["code"]) + len(series)


def _begin_of_run(characters: re.Pattern[str], left: str) -> int:
    """Where the run of these characters begins that ends ``left``; no search needs to start before it."""
    run = characters.match(left[::-1])
    return len(left) - run.end() if run is not None else len(left)


def _bracketed(series: str, begin: int, anchor: re.Match[str], tail: re.Match[str]) -> FoundNumber:
    year = _year(anchor) if anchor.re is _YEAR else None
    label = f"{anchor['session']}届" if year is None else f"{year}"
    word, nth, digits, sub, sign = tail.group("word", "nth", "serial", "sub", "sign")
    serial = int(digits) if digits.isdigit() else int(_plain(digits).translate(_READ_AS))
    sub = sub.translate(_BRACKETS).replace(" ", "") if sub else ""
    nth = "第" if nth and (word or series.endswith(("公告", "通告", "令"))) else ""
    canonical_form = f"{series}〔{label}〕{word or ''}{nth}{serial}{sub}{sign}"
    return FoundNumber(begin, tail.end(), canonical_form, series + (word or ""), year, serial)


def _leading_year(
    text: str, anchor: re.Match[str], stop: int, tail_only: re.Match[str] | None
) -> FoundNumber | None:
    if tail_only is not None and text[anchor.end()].isdigit():
        return _bracketed("", anchor.start(), anchor, tail_only)
    tail = _LEADING_YEAR.match(text, anchor.end(), min(stop, anchor.end() + 2 * _TAIL_LENGTH))
    if tail is None:
        return _bracketed("", anchor.start(), anchor, tail_only) if tail_only else None
    year = _year(anchor)
    form = f"〔{year}〕{tail['word']}{tail['nth'] or ''}{int(tail['serial'])}{tail['sign']}"
    return FoundNumber(anchor.start(), tail.end(), form, tail["word"], year, int(tail["serial"]))


def _order(text: str, anchor: re.Match[str], floor: int, *, glued: bool) -> FoundNumber | None:
    kind, session, printed_year, digits, sign = anchor.group("kind", "session", "year", "serial", "sign")
    serial = int(digits) if digits.isdigit() else _order_serial(digits)
    if serial is None:
        return None
    left = text[max(floor, anchor.start() - _ISSUER_LENGTH) : anchor.start()]
    name, length = _issuer(left[_begin_of_run(_IN_NAME, left) :], glued)
    year = int(printed_year) if printed_year else None
    spelled = f"{year}年" if year else ""
    form = f"{name}{kind}{spelled}第{_plain(digits)}{sign}"
    if session:
        form = f"{name}{kind}（{session}第{_plain(digits)}{sign}）"
    return FoundNumber(anchor.start() - length, anchor.end(), form, name + kind, year, serial)


@lru_cache(maxsize=4096)
def _issuer(run: str, glued: bool) -> tuple[str, int]:
    """The body in front of an order's kind, and how many characters it and the blanks behind it take."""
    issuer = _ISSUER.search(run)
    if issuer is None:
        return "", 0
    name = _ORDER_GLUE.sub("", issuer["name"]) if glued else issuer["name"]
    return name, len(issuer[0]) - len(issuer["name"]) + len(name)


def _order_serial(text: str) -> int | None:
    if "百" in text:
        hundreds, _, rest = text.partition("百")
        low = chinese_number(rest) if rest else 0
        high = chinese_number(hundreds) if hundreds else 1
        return None if low is None or high is None else high * 100 + low
    return chinese_number(text)


def _trim(code: str) -> str:
    """The code without the words of a sentence or a whole name directly in front of it."""
    code = _GLUE.sub("", code) or code
    name = _GLUED_NAME.match(code)
    return code[name.end() :] if name is not None else code


def _plain(text: str) -> str:
    if text.isascii() and text.isalnum():
        return text
    return _BLANKS.sub("", text).translate(_WIDTH).translate(_ROUND)


def _year(anchor: re.Match[str]) -> int:
    printed: str = anchor[anchor.lastgroup or 0]
    digits = _plain(printed).translate(_READ_AS) if printed[0] in "12１２" else printed
    return int(digits) if digits.isdigit() else chinese_number(printed) or 0
