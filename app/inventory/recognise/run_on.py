"""Divides run-on lines: texts from databases and web copies often lost their line breaks.

In such a line the title, the number, the addressee and the signature stand without a break between
them. Every search here is bounded to a few hundred characters around an anchor (a number or a date).
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from app.inventory.recognise.bodies import looks_like_body, split_bodies
from app.inventory.recognise.grammar import (
    ABOUT,
    GENRES,
    SENTENCE_OPENING,
    SPACED_GENRES,
    TITLE_END,
    is_recipients,
)
from app.inventory.recognise.page_text import Line, PageText, bare, head_and_tail, make_line
from app.text.dates import FoundDate, find_dates
from app.text.document_number import FoundNumber, find_numbers

LONG_LINE = 60
HEAD_LINES = 12
_HEAD_LENGTH = 700
_TITLE_LENGTH = 200
_RECIPIENTS_LENGTH = 500
_SIGNATURE_LENGTH = 90
_NOTE_LENGTH = 60
_MOST_NOTES = 3
_MOST_DATES = 1000
"""Dates looked at in one line; the letter's own closing stands among the first."""
_TITLE_OPENING = 16

_GENRE_END = re.compile(
    rf"(?:{SPACED_GENRES}|规划|方案|办法|规定|条例|细则|要点|措施)(?:〔[^〔〕]{{1,30}}〕)?\s{{0,3}}"
)
_GENRE_BEFORE_NOTE = re.compile(rf"(?:{GENRES}|法)$")
_GOES_ON_BEHIND_NUMBER = re.compile(r"[,、。;和及的与]|文件|规定|印发|精神|要求|收悉|同时")
_CODE_ALONE = re.compile(
    r"\s{0,4}〔?\s?[\u3400-\u9fffa-z]{1,16}(?:〔[\u3400-\u9fff]{1,6}〕)?[\u3400-\u9fffa-z]{0,10}\s{0,3}"
)
_PARAGRAPH_GAP = re.compile(r"\u3000{2,}|[ \u2002\xa0\t]{4,}")
_TITLE_BEFORE_BODY = re.compile(
    rf"(?:的|》|\")[\u4e00-\u9fff]{{0,4}}(?:{SPACED_GENRES})(?:〔[^〔〕]{{1,30}}〕)?(?P<gap>\s{{0,6}})(?=(?P<next>.))"
)
_BODY_OPENING = re.compile(
    r"为|根据|按照|依据|近年|近日|近期|当前|目前|经|现|一、|第一章|第一条|〔一〕|\d{4}年|20|自|党的|党中央|《|随着|针对|鉴于|认真|深入|贯彻|今年|最近|\"|你[们省市县区局委厅部]"
)
_ADOPTION = re.compile(r"〔\s?(?:19|20)\d\d\s?年[^〔〕]{4,400}(?:〔[^〔〕]{1,20}〕[^〔〕]{0,200}){0,4}〕")
_UNSIGNED = re.compile(
    r"\s{0,4}(?:\n|$|〔(?:此|本|信息)|附件|主题词|抄送|公开程序|公开方式|责任部门|信息来源)"
)
_BOUNDARY = re.compile(r"[。!?;〕》\":]|\s{3}")
_GOES_ON = re.compile(
    r"\s{0,2}(?:[,、。;:》〕.!?~\-]|起|前|后|止|至|以|的|在|由|被|经|第|印发|发布|公布|颁|批准|批转|转发|通过|决定|召开|举行|下发|作出|同意|开始|施行"
    r"|实施|生效|执行|期间|到|和|与|或|及|已|向|将|我|本|于|《|为|上午|下午|晚|正式|成立|对外|报|收|审议|修订|修正|签|日)"
)


def divide(page: PageText) -> PageText:
    """The same text with run-on lines cut where an element begins or ends."""
    lines = head_and_tail(list(_paragraphs(page)))
    issuer = _issuer_at_start(lines)
    divided: list[Line] = []
    pending = ""
    for index, line in enumerate(lines):
        cuts: set[int] = set()
        if index < HEAD_LINES:
            cuts.update(_head_cuts(line, pending))
        if "年" in line.folded:
            above = divided[-1].bare if divided else ""
            cuts.update(_closing_cuts(page, line, issuer, above))
        divided.extend(_cut(page, line, sorted(cuts)))
        pending = _pending(pending, divided[-1]) if index < HEAD_LINES else ""
    return PageText(page.extraction, page.folded, tuple(head_and_tail(divided)))


def _pending(pending: str, line: Line) -> str:
    """What stands above of a title that has begun and goes on in the next line."""
    text = line.bare
    if len(text) > LONG_LINE or TITLE_END.search(text) or re.search(r"[。;:]|号〕?$", text):
        return ""
    return pending + text


def _paragraphs(page: PageText) -> Iterator[Line]:
    """Long lines cut at the indents of lost paragraphs: two full-width blanks, or four and more."""
    for line in page.lines:
        if len(line.folded) < LONG_LINE:
            yield line
        else:
            gaps = _PARAGRAPH_GAP.finditer(page.text, line.start, line.end)
            yield from _cut(page, line, [gap.start() for gap in gaps])


def _cut(page: PageText, line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    if not cuts:
        yield line
        return
    edges = [line.start, *(cut for cut in cuts if line.start < cut < line.end), line.end]
    for start, end in itertools.pairwise(edges):
        piece = page.folded[start:end]
        lead = len(piece) - len(piece.lstrip())
        length = len(piece.strip())
        if length:
            first = start == line.start
            yield make_line(
                page.folded,
                start + lead,
                start + lead + length,
                indent=line.indent if first else lead,
                after_gap=line.after_gap and first,
                layout=line.layout if first else None,
            )


def _issuer_at_start(lines: Sequence[Line]) -> str:
    """The name before 关于 (or 印发, 转发 …) in the first line, to be found again as a signature."""
    if not lines:
        return ""
    head = bare(lines[0].folded[:_TITLE_LENGTH])
    verb = ABOUT.search(head)
    name = head[: verb.start()] if verb else ""
    return name if split_bodies(name) else ""


def _head_cuts(line: Line, pending: str) -> Iterator[int]:
    """Cuts behind title, adoption note, number and addressee, as far as the line holds them."""
    head = line.folded[:_HEAD_LENGTH]
    adoption = _ADOPTION.search(head)
    if adoption is not None and _GENRE_BEFORE_NOTE.search(head[: adoption.start()].rstrip()):
        yield line.start + adoption.start()
        yield line.start + adoption.end()
        return
    rest = 0
    number = next(find_numbers(head, 0, min(len(head), _TITLE_LENGTH + 60)), None)
    around = _number_cuts(head, number) if number is not None else None
    if around is not None:
        rest = around[1]
        yield line.start + around[0]
        yield line.start + rest
    title_end = _title_end(head[rest:], pending) if around is None or around[0] == 0 else 0
    if title_end:
        rest += title_end
        yield line.start + rest
    recipients = _recipients_end(head, rest)
    if recipients:
        yield line.start + recipients


def _number_cuts(head: str, number: FoundNumber) -> tuple[int, int] | None:
    """Where a number begins and ends that stands behind a title or at the very start."""
    if _GOES_ON_BEHIND_NUMBER.match(head, number.end + head.startswith("〕", number.end)):
        return None
    bracket = head.rfind("〔", 0, number.end)
    if number.year is None or bracket < number.start:
        bracket = number.start
    if number.start <= 1 and not head[: number.start].strip(" 〔"):
        return 0, number.end + head.startswith("〕", number.end)
    ends = [match.end() for match in _GENRE_END.finditer(head, 0, bracket) if match.end() < bracket]
    if not ends or not _CODE_ALONE.fullmatch(head, ends[-1], bracket) or re.search(r"[。;:]", head[:bracket]):
        return None
    if SENTENCE_OPENING.match(head):
        return None
    return ends[-1], number.end + head.startswith("〕", number.end)


def _title_end(head: str, pending: str) -> int:
    """Where a title without a number behind it ends before an addressee or the body, or 0."""
    for match in _TITLE_BEFORE_BODY.finditer(head, 0, _TITLE_LENGTH):
        before, rest = head[: match.end()], head[match.end() :]
        if "。" in before or ":" in before:
            return 0
        title = pending + before
        if title.count("《") != title.count("》") or not ABOUT.search(title):
            continue
        if _BODY_OPENING.match(rest) or _recipients_end(rest, 0):
            return match.end()
    return 0


def _recipients_end(head: str, start: int) -> int:
    """Where an addressee ends that a sentence follows on the same line, or 0."""
    colon = head.find(":", start, start + _RECIPIENTS_LENGTH)
    if colon < 0 or re.search(r"[。;]", head[start:colon]):
        return 0
    return colon + 1 if is_recipients(bare(head[start : colon + 1])) else 0


def _closing_cuts(page: PageText, line: Line, issuer: str, above: str) -> Iterator[int]:
    for found in islice(find_dates(page.folded, line.start, line.end), _MOST_DATES):
        if not found.has_day:
            continue
        begin = _signature_start(page.folded, line.start, found.start, found.end, issuer)
        if begin is None and found.start == line.start and looks_like_body(above):
            begin = found.start
        if begin is None or not _may_close(page.folded, begin, found, line.end, issuer):
            continue
        yield begin
        yield found.end
        yield from _note_ends(page.folded, found.end, line.end)


def _may_close(folded: str, begin: int, found: FoundDate, end: int, issuer: str) -> bool:
    """Whether no sentence goes on behind the date. A title may begin with 在 or 对: behind the
    signature that the head promised, only punctuation near by speaks for a sentence.
    """
    if found.end >= end or _GOES_ON.match(folded, found.end, end) is None:
        return True
    if not issuer or bare(folded[begin : found.start]) != issuer:
        return False
    return re.search(r"[,、。;:〕]", folded[found.end : found.end + _TITLE_OPENING]) is None


def _signature_start(folded: str, floor: int, date_start: int, date_end: int, issuer: str) -> int | None:
    """Where the names in front of the date begin; the date itself when only blanks stand there."""
    window_start = max(floor, date_start - _SIGNATURE_LENGTH)
    window = folded[window_start:date_start]
    signature = window.rstrip()
    if _BOUNDARY.match(signature[-1:] or "。") and (
        len(window) - len(signature) >= 4 or (signature.endswith("。") and _UNSIGNED.match(folded, date_end))
    ):
        return date_start
    start = 0
    for boundary in _BOUNDARY.finditer(signature):
        start = boundary.end()
    piece = signature[start:]
    compact = bare(piece)
    if issuer and compact.endswith(issuer) and not _joint(compact, issuer):
        return _start_of_tail(folded, date_start, len(issuer))
    if compact and split_bodies(piece):
        return window_start + start + len(piece) - len(piece.lstrip())
    return None


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
