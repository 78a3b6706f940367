"""Divides run-on lines: texts from databases and web copies often lost their line breaks.

In such a line the title, the number, the addressee and the signature stand without a break between
them. Every search here is bounded to a few hundred characters around an anchor (a number or a date).
"""

import re
from collections.abc import Iterator, Sequence

from app.inventory.recognise.bodies import split_bodies
from app.inventory.recognise.grammar import ABOUT, CORE_GENRES, NOT_RECIPIENTS
from app.inventory.recognise.page_text import Line, PageText, bare, make_line
from app.text.dates import FoundDate, find_dates
from app.text.document_number import FoundNumber, find_numbers

LONG_LINE = 60
HEAD_LINES = 6
_HEAD_LENGTH = 700
_TITLE_LENGTH = 200
_RECIPIENTS_LENGTH = 500
_SIGNATURE_LENGTH = 90
_NOTE_LENGTH = 40

_GENRE_END = re.compile(
    rf"(?:{CORE_GENRES}|规划|方案|办法|规定|条例|细则|要点|措施)(?:〔[^〔〕]{{1,30}}〕)?\s{{0,3}}"
)
_TITLE_BEFORE_RECIPIENTS = re.compile(
    rf"(?:的|\")(?:{CORE_GENRES})(?:〔[^〔〕]{{1,30}}〕)?(?P<gap>\s{{0,6}})"
)
_BOUNDARY = re.compile(r"[。!?;〕》\":]|\s{3}")
_GOES_ON = re.compile(
    r"\s{0,2}(?:[,、。;:》〕.!?~\-]|起|前|后|止|至|以|的|在|由|被|经|第|印发|发布|公布|颁|批准|批转|转发|通过|决定|召开|举行|下发|作出|同意|开始|施行"
    r"|实施|生效|执行|期间|到|和|与|或|及|已|向|将|我|本|于|《|为|上午|下午|晚|正式|成立|对外|报|收|审议|修订|修正|签|日)"
)


def divide(page: PageText) -> PageText:
    """The same text with run-on lines cut where an element begins or ends."""
    issuer = _issuer_at_start(page)
    lines: list[Line] = []
    for index, line in enumerate(page.lines):
        if len(line.folded) < LONG_LINE:
            lines.append(line)
            continue
        cuts = sorted({*(_head_cuts(line) if index < HEAD_LINES else ()), *_closing_cuts(page, line, issuer)})
        lines.extend(_cut(page, line, cuts))
    return PageText(page.extraction, page.folded, tuple(lines))


def _cut(page: PageText, line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    if not cuts:
        yield line
        return
    edges = [line.start, *(cut for cut in cuts if line.start < cut < line.end), line.end]
    for start, end in zip(edges, edges[1:], strict=False):
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


def _issuer_at_start(page: PageText) -> str:
    """The name before 关于 (or 印发, 转发 …) in the first line, to be found again as a signature."""
    if not page.lines:
        return ""
    head = bare(page.lines[0].folded[:_TITLE_LENGTH])
    verb = ABOUT.search(head)
    name = head[: verb.start()] if verb else ""
    return name if split_bodies(name) else ""


def _head_cuts(line: Line) -> Iterator[int]:
    head = line.folded[:_HEAD_LENGTH]
    number = next(find_numbers(head, 0, min(len(head), _TITLE_LENGTH + 60)), None)
    after = _number_cuts(head, number) if number is not None else None
    if after is not None and number is not None:
        title_end, rest = after
        if title_end:
            yield line.start + title_end
        yield line.start + rest
    else:
        title_end = _title_end(head)
        rest = title_end
        if title_end:
            yield line.start + title_end
    recipients = _recipients_end(head, rest)
    if recipients:
        yield line.start + recipients


def _number_cuts(head: str, number: FoundNumber) -> tuple[int, int] | None:
    """Where the title ends and where the number ends, if the number stands behind a title."""
    bracket = head.rfind("〔", 0, number.end)
    if number.year is None or bracket < 0:
        bracket = number.start
    ends = [match.end() for match in _GENRE_END.finditer(head, 0, bracket) if match.end() < bracket]
    if not head[:bracket].strip():
        return None
    if bracket - 0 <= 16 and not ends and "〔" not in head[:bracket]:
        return 0, number.end
    if not ends or bracket - ends[-1] > 16 or re.search(r"[。;:]", head[:bracket]):
        return None
    if head[number.end : number.end + 1] in ("〕", ",", "、", "。", "文"):
        return None
    return ends[-1], number.end


def _title_end(head: str) -> int:
    """Where a title without a number ends before an addressee, or 0."""
    colon = head.find(":", 0, _TITLE_LENGTH + _RECIPIENTS_LENGTH)
    stop = head.find("。")
    if colon < 0 or 0 <= stop < colon:
        return 0
    for match in _TITLE_BEFORE_RECIPIENTS.finditer(head, 0, min(colon, _TITLE_LENGTH)):
        rest = head[match.end() : colon]
        if "关于" in head[: match.start()] and rest and (match["gap"] or re.match(r"[各市县区省]", rest)):
            return match.end()
    return 0


def _recipients_end(head: str, start: int) -> int:
    colon = head.find(":", start, start + _RECIPIENTS_LENGTH)
    if colon < 0 or re.search(r"[。;]", head[start:colon]):
        return 0
    piece = bare(head[start : colon + 1])
    return 0 if NOT_RECIPIENTS.search(piece) or len(piece) < 3 else colon + 1


def _closing_cuts(page: PageText, line: Line, issuer: str) -> Iterator[int]:
    for found in find_dates(page.folded, line.start, line.end):
        if not found.has_day or found.end - found.start < 6 or not _may_close(page, line, found):
            continue
        begin = _signature_start(page.folded, line.start, found.start, issuer)
        if begin is None:
            continue
        yield begin
        yield found.end
        note = _note_end(page.folded, found.end, line.end)
        if note:
            yield note


def _may_close(page: PageText, line: Line, found: FoundDate) -> bool:
    return found.end >= line.end or _GOES_ON.match(page.folded, found.end, line.end) is None


def _signature_start(folded: str, floor: int, date_start: int, issuer: str) -> int | None:
    """Where the names in front of the date begin; the date itself when only blanks stand there."""
    window_start = max(floor, date_start - _SIGNATURE_LENGTH)
    window = folded[window_start:date_start]
    signature = window.rstrip()
    if len(window) - len(signature) >= 4 and _BOUNDARY.match(signature[-1:] or "。"):
        return date_start
    start = 0
    for boundary in _BOUNDARY.finditer(signature):
        start = boundary.end()
    piece = signature[start:]
    if piece.strip() and split_bodies(piece):
        return window_start + start + len(piece) - len(piece.lstrip())
    if issuer and bare(piece).endswith(issuer):
        return _start_of_tail(folded, date_start, len(issuer))
    return None


def _start_of_tail(folded: str, end: int, length: int) -> int:
    """The place from which ``length`` characters that are no blanks lead up to ``end``."""
    position = end
    while length and position:
        position -= 1
        length -= not folded[position].isspace()
    return position


def _note_end(folded: str, start: int, end: int) -> int | None:
    piece = folded[start : min(end, start + _NOTE_LENGTH)]
    if not piece.lstrip().startswith("〔"):
        return None
    close = piece.find("〕")
    return start + close + 1 if close > 0 else None
