"""Where a signature and its date stand in a line that lost its line breaks.

Every search is bounded to a few hundred characters in front of a date.
"""

import re
from collections.abc import Iterator
from itertools import islice

from app.inventory.recognise.bodies import known_names_at_end, split_bodies
from app.inventory.recognise.glued import LONGEST as GLUED_LENGTH
from app.inventory.recognise.grammar import PERSON_SIGNS
from app.inventory.recognise.page_text import Line, PageText, bare
from app.inventory.recognise.shapes import NAME_ENDS, looks_like_body
from app.text.dates import FoundDate, find_dates

_SIGNATURE_LENGTH = 90
_NOTE_LENGTH = 60
_PURPOSE_LENGTH = 240
_MOST_NOTES = 3
_MOST_DATES = 1000
"""Dates looked at in one line; the letter's own closing stands among the first."""
_TITLE_OPENING = 16

_BEHIND_LIST = re.compile(
    r".{2,60}(?:名单|名录|方案|办法|目录|清单|一览表|汇总表|(?:情况|任务|计划|统计|审批|申请|登记|明细|意见|反馈|回执|推荐|备案|评分|进度|调查|信息|安排|分配|分解|一览)表)"
)
"""The name of an annex in front of a signature."""
_ANNEXES = re.compile(r"附\s{0,4}件\s?[:\d][^。;]{1,80}(?<![。;])$")
_UNSIGNED = re.compile(
    r"\s{0,4}(?:\n|$|〔(?:此|本|信息)|〔[\u4e00-\u9fff、]{3,30}(?:委员会|局|厅|部|办公室)〕|附件|主题词|抄送|公开程序|公开方式|责任部门|信息来源)"
)
_PURPOSE = re.compile(r"\s{0,4}为[^。;]{3,180}(?:制定|提出)(?:了|出)?(?:本|以下|如下)")
"""为…，制定本办法: the first sentence of a regulation."""
_READING = re.compile(r"\s{0,4}《[^》]{4,100}》\s?(?:政策|文件)?(?:解读|图解)")
"""The link to an explanation of the document, which web pages set below it."""
_BOUNDARY = re.compile(r"[。!?;〕》\":]|\s{3}")
_NO_NAME = re.compile(r"[。!?;〕》\":\d]|[^\S\u2005]|[一二三四五六七八九十]日")
_GOES_ON = re.compile(
    r"\s{0,2}(?:[,、。;:》〕.!?~\-]|起|前|后|止|至|以|的|在|由|被|经|第|印|发布|公布|颁|批准|批转|转发|通过|决定|召开|举行|下发|作出|同意|开始|施行"
    r"|实施|生效|执行|期间|到|和|与|或|及|已|向|将|我|本|于|《|为|上午|下午|晚|正式|成立|对外|报|收|审议|修订|修正|签|日)"
)


def closing_cuts(page: PageText, line: Line, issuer: str, above: str) -> Iterator[int]:
    """Where names, date and notes begin or end behind the last sentence of a letter.

    ``issuer`` is the name that the title begins with, ``above`` the line above without blanks.
    """
    for found in islice(find_dates(page.folded, line.start, line.end), _MOST_DATES):
        if not found.has_day:
            continue
        goes_on = _goes_on(page.folded, found.end, line.end)
        begin = _begin(page.folded, line, found, issuer, above, quiet=not goes_on)
        if begin is None or (goes_on and not _promised(page.folded, begin, found, issuer)):
            continue
        yield begin
        yield found.end
        yield from _note_ends(page.folded, found.end, line.end)


def _goes_on(folded: str, start: int, end: int) -> bool:
    """Whether a sentence goes on behind the date; a text that is issued under it opens with its purpose."""
    stop = min(end, start + _PURPOSE_LENGTH)
    if start >= end or _PURPOSE.match(folded, start, stop) or _READING.match(folded, start, stop):
        return False
    return _GOES_ON.match(folded, start, end) is not None


def _promised(folded: str, begin: int, found: FoundDate, issuer: str) -> bool:
    """A title may begin with 在 or 对: behind the signature that the head promised, only punctuation
    near by says that a sentence goes on behind the date.
    """
    if not issuer or bare(folded[begin : found.start]) != issuer:
        return False
    return re.search(r"[,、。;:〕]", folded[found.end : found.end + _TITLE_OPENING]) is None


def _begin(folded: str, line: Line, found: FoundDate, issuer: str, above: str, *, quiet: bool) -> int | None:
    """Where the names in front of the date begin; the date itself when only blanks stand there.

    ``quiet``: no sentence goes on behind the date.
    """
    if _stands_apart(folded, line.start, found):
        return found.start
    window_start = max(line.start, found.start - _SIGNATURE_LENGTH)
    piece = _last_piece(folded[window_start : found.start].rstrip())
    compact = bare(piece)
    if issuer and compact.endswith(issuer) and not _joint(compact, issuer):
        return _start_of_tail(folded, found.start, len(issuer))
    if quiet:
        begin = _names_begin(folded, line.start, found.start, piece)
        if begin is not None:
            return begin
    signed_above = looks_like_body(above) or (
        quiet and (_unsigned_above(found, above) or _by_a_person(above))
    )
    if found.start == line.start and signed_above:
        return found.start
    behind_annexes = quiet and compact and _ANNEXES.search(folded, window_start, found.start)
    return found.start if behind_annexes else None


def _unsigned_above(found: FoundDate, above: str) -> bool:
    """Whether only a date closes the letter, as before 2012: Chinese numerals below a finished sentence."""
    return found.is_chinese and above.endswith("。")


def _by_a_person(above: str) -> bool:
    """Whether the line above signs for an office: 省长某某."""
    return PERSON_SIGNS.match(above) is not None


def _stands_apart(folded: str, floor: int, found: FoundDate) -> bool:
    """Whether a gap or the end of a sentence divides the date from what stands in front of it."""
    window = folded[max(floor, found.start - _SIGNATURE_LENGTH) : found.start]
    before = window.rstrip()
    if _BOUNDARY.match(before[-1:] or "。") is None:
        return False
    unsigned = before.endswith("。") and _UNSIGNED.match(folded, found.end) is not None
    return unsigned or len(window) - len(before) >= 4


def _last_piece(text: str) -> str:
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        start = boundary.end()
    return text[start:]


def _names_begin(folded: str, floor: int, end: int, piece: str) -> int | None:
    signed = bare(re.split(r"[。!?;]", folded[max(floor, end - _SIGNATURE_LENGTH) : end])[-1])
    if PERSON_SIGNS.match(signed):
        return _start_of_tail(folded, end, len(signed))
    compact = bare(piece)
    whole = split_bodies(piece) if compact else None
    if whole and compact != piece.strip():
        return _start_of_tail(folded, end, len(compact))
    glued = _glued_begin(folded, floor, end)
    if glued is not None:
        return glued
    listed = _BEHIND_LIST.match(compact)
    if listed is not None and looks_like_body(compact[listed.end() :]):
        return _start_of_tail(folded, end, len(compact) - listed.end())
    return _start_of_tail(folded, end, len(compact)) if whole else None


def _glued_begin(folded: str, floor: int, end: int) -> int | None:
    """Where the names begin that stand without a blank between them, or behind other words."""
    window = folded[max(floor, end - GLUED_LENGTH) : end].rstrip()
    if not window.endswith(NAME_ENDS):
        return None
    begin = 0
    for sign in _NO_NAME.finditer(window):
        begin = sign.end()
    places = known_names_at_end(window[begin:])
    return _start_of_tail(folded, end, len(window) - begin - places[0][0]) if places else None


def _joint(compact: str, issuer: str) -> bool:
    """Whether other bodies signed in front of the one the title names first."""
    return compact != issuer and looks_like_body(compact.removesuffix(issuer))


def _start_of_tail(folded: str, end: int, length: int) -> int:
    """The place from which ``length`` characters that are no blanks lead up to ``end``."""
    position = end
    while length and position:
        position -= 1
        length -= not folded[position].isspace()
    return position


def _note_ends(folded: str, start: int, end: int) -> Iterator[int]:
    """The ends of bracketed notes (附注) that follow the date at once."""
    for _ in range(_MOST_NOTES):
        piece = folded[start : min(end, start + _NOTE_LENGTH)]
        close = piece.find("〕")
        if not piece.lstrip().startswith("〔") or close < 0:
            return
        start += close + 1
        yield start
