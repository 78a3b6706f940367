"""Divides run-on lines: texts from databases and web copies often lost their line breaks.

In such a line the title, the number, the addressee and the signature stand without a break between
them. Every search here is bounded to a few hundred characters around an anchor (a number or a date).
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from app.inventory.recognise.bodies import split_bodies
from app.inventory.recognise.grammar import (
    ABOUT,
    GENRES,
    NEWS_END,
    NEWS_OPENING,
    SENTENCE_OPENING,
    SPACED_GENRES,
    TITLE_END,
    is_recipients,
)
from app.inventory.recognise.page_text import Line, PageText, bare, head_and_tail, make_line
from app.inventory.recognise.run_on_closing import closing_cuts
from app.inventory.recognise.shapes import looks_like_body
from app.text.document_number import FoundNumber, find_numbers

LONG_LINE = 60
HEAD_LINES = 12
_MOST_LABELS = 20
_HEAD_LENGTH = 700
_TITLE_LENGTH = 200
_RECIPIENTS_LENGTH = 500

_GENRE_END = re.compile(
    rf"(?:{SPACED_GENRES}|规划|方案|办法|规定|条例|细则|要点|措施)(?:〔[^〔〕]{{1,30}}〕)?\s{{0,3}}"
)
_GENRE_BEFORE_NOTE = re.compile(rf"(?:{GENRES}|法)$")
_GOES_ON_BEHIND_NUMBER = re.compile(r"[,、。;和及的与]|文件|规定|印发|精神|要求|收悉|同时")
_CODE_ALONE = re.compile(
    r"\s{0,4}〔?\s?[\u3400-\u9fffa-z]{1,16}(?:〔[\u3400-\u9fff]{1,6}〕)?[\u3400-\u9fffa-z]{0,10}\s{0,3}"
)
_MARK_BEFORE = re.compile(r"(?:特急|加急|急件|\d{6}){0,2}[^《》,。:关]{2,60}(?:文件|会议纪要|专题纪要)")
"""The mark of the issuing body, with the labels above it, in front of the number."""
_PERSONAL_OFFICE = re.compile(r"(?:[省市县区部局厅行署院]\s?长|总\s?理|主\s?席|主\s?任)$")
_PARAGRAPH_GAP = re.compile(r"[\u3000 \u2002\xa0\t](?:(?<=\u3000)\u3000+|(?<!\u3000)[ \u2002\xa0\t]{3,})")
"""Two full-width blanks or four others; begins with any of them, because that is quick to look for."""
_IMPRINT_LINE = re.compile(
    r"(?:主\s{0,3}题\s{0,3}词|(?:政府)?信息公开(?:选项|形式|属性)|公开(?:属性|方式|选项|形式)|抄\s{0,4}送|抄\s{0,4}报|主\s{0,4}送|分\s{0,4}送|发\s{0,4}送|联系人|附件)\s?:"
)
_IMPRINT_LABEL = re.compile(
    r"(?:主\s{0,3}题\s{0,3}词|抄\s{0,4}送|抄\s{0,4}报|主\s{0,4}送|分\s{0,4}送|(?<!内部)发\s{0,4}送|内部发送|(?:政府)?信息公开选项|打字|校对)\s?:"
)
"""Labels of the imprint that run on in one line."""
_NOTE_IN_FRONT = re.compile(r"〔\s?(?:此|本|该)(?:件|文)[^〔〕]{2,16}〕(?=\S)")
_SERIAL_IN_FRONT = re.compile(r"第[\d一二三四五六七八九十百〇]{1,5}号(?=\s{0,4}《)")
_NOTE_INSIDE = re.compile(r"(?<=。)\s{0,4}〔\s?(?:此|本|该)(?:件|文)[^〔〕]{0,8}(?:公开|发布|印发)\s?〕")
"""A note that stands in front of the signature."""
_TITLE_BEFORE_BODY = re.compile(
    rf"(?:的|》|\")[\u4e00-\u9fff]{{0,4}}(?:{SPACED_GENRES})(?:〔[^〔〕]{{1,30}}〕)?(?P<gap>\s{{0,6}})(?=(?P<next>.))"
)
_BODY_OPENING = re.compile(
    r"为|根据|按照|依据|近年|近日|近期|当前|目前|经|现|一、|第一章|第一条|〔一〕|\d{4}年|20|自|党的|党中央|《|随着|针对|鉴于|认真|深入|贯彻|今年|最近|\"|你[们省市县区局委厅部]"
)
_FORWARDING_TITLE = re.compile(r"关于(?:转发|印发|批转)《[^》]{4,120}》\s{0,4}(?=现将|各[\u4e00-\u9fff])")
"""A title that ends with the one it forwards, without a genre of its own."""
_DATED_TITLE = re.compile(
    r"(?P<title>[^。;:]{6,120}?)\s{0,4}(?:\d{4}|[一二][一二三四五六七八九〇]{3})年[^年。;:,]{2,10}日"
)
"""A title with the document's date glued to its end."""
_TEXT_BEGINS = re.compile(r"\s{0,8}(?:$|目\s{0,4}录|第一[章条]|总\s{0,4}则)")
_SENTENCE_PART = re.compile(r"[,。;:!?]|如下|附件")
"""What stands in the body's first line, but not in the value of a field: 某单位:某公司."""
_LONGEST_KIND = 2
_ANNOUNCED_TITLE = re.compile(r"关于.{2,120}的(?:公告|通告|决定)$")
"""A title in front of the name with which the number of an announcement begins."""
_ADOPTION = re.compile(r"〔\s?(?:19|20)\d\d\s?年[^〔〕]{4,400}(?:〔[^〔〕]{1,20}〕[^〔〕]{0,200}){0,4}〕")


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
            cuts.update(closing_cuts(page, line, issuer, above))
        divided.extend(_cut(page, line, sorted(cuts)))
        pending = _pending(pending, divided[-1]) if index < HEAD_LINES else ""
    return PageText(page.extraction, page.text, page.folded, tuple(head_and_tail(divided)))


def _pending(pending: str, line: Line) -> str:
    """What stands above of a title that has begun and goes on in the next line."""
    text = line.bare
    if len(text) > LONG_LINE or TITLE_END.search(text) or re.search(r"[。;:]|号〕?$", text):
        return ""
    return pending + text


def _paragraphs(page: PageText) -> Iterator[Line]:
    """Long lines cut at the indents of lost paragraphs: two full-width blanks, or four and more; then
    at labels of the imprint and behind notes that run on.
    """
    for line in page.lines:
        gaps: list[int] = []
        if len(line.folded) >= LONG_LINE:
            found = _PARAGRAPH_GAP.finditer(page.text, line.start, line.end)
            gaps = head_and_tail([gap.start() for gap in found if not _in_a_signature(page, gap)])
        for piece in _cut(page, line, gaps):
            yield from _cut(page, piece, _label_cuts(page, piece))


def _label_cuts(page: PageText, line: Line) -> list[int]:
    news = NEWS_OPENING.match(line.folded) or (
        NEWS_END.match(line.folded) if "全文如下" in line.folded[:_HEAD_LENGTH] else None
    )
    if news is not None:
        return [line.start + news.end()]
    note = _NOTE_IN_FRONT.match(line.folded) or _SERIAL_IN_FRONT.match(line.folded)
    if note is not None:
        return [line.start + note.end()]
    inside = _NOTE_INSIDE.search(line.folded) if len(line.folded) >= LONG_LINE else None
    if inside is not None:
        return [line.start + inside.start(), line.start + inside.end()]
    if _IMPRINT_LINE.match(line.folded) is None:
        return []
    labels = _IMPRINT_LABEL.finditer(page.folded, line.start, line.end)
    return [label.start() for label in islice(labels, _MOST_LABELS)]


def _in_a_signature(page: PageText, gap: re.Match[str]) -> bool:
    """Whether the gap stands between the office of a person and the name: 省 长　　某某."""
    return _PERSONAL_OFFICE.search(page.folded, max(0, gap.start() - 4), gap.start()) is not None


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
    before = head[: adoption.start()].rstrip() if adoption is not None else ""
    if adoption is not None and (not before or _GENRE_BEFORE_NOTE.search(before)):
        yield line.start + adoption.start()
        yield line.start + adoption.end()
        return
    dated = _DATED_TITLE.match(head)
    if dated is not None and TITLE_END.search(bare(dated["title"])) and _TEXT_BEGINS.match(head, dated.end()):
        yield line.start + dated.end("title")
        yield line.start + dated.end()
    rest = 0
    number = next(find_numbers(head, 0, min(len(head), _TITLE_LENGTH + 60)), None)
    around = _number_cuts(head, number) if number is not None else None
    if around is not None:
        rest = around.end
        yield line.start + around.start
        yield line.start + rest
    title_end = _title_end(head[rest:], pending) if around is None or around.opens else 0
    if title_end:
        rest += title_end
        yield line.start + rest
    recipients = _recipients_end(head, rest)
    if recipients:
        yield line.start + recipients


class _Cut(NamedTuple):
    """Where a number begins and ends, and whether it opens the letter: no title stands in front."""

    start: int
    end: int
    opens: bool


def _number_cuts(head: str, number: FoundNumber) -> _Cut | None:
    """Where a number stands behind a title, behind the mark, or at the very start."""
    end = number.end + head.startswith("〕", number.end)
    if _GOES_ON_BEHIND_NUMBER.match(head, end):
        return None
    bracket = head.rfind("〔", 0, number.end)
    if number.year is None or bracket < number.start:
        bracket = number.start
    before = bare(head[: number.start])
    if not before.strip("〔") and number.start <= 1:
        return _Cut(0, end, opens=True)
    order = number.series.endswith(("公告", "通告", "令"))
    if _MARK_BEFORE.fullmatch(before) or (looks_like_body(before) and not order):
        return _Cut(number.start, end, opens=True)
    ends = [match.end() for match in _GENRE_END.finditer(head, 0, bracket) if match.end() < bracket]
    if order and len(number.series) > _LONGEST_KIND and _ANNOUNCED_TITLE.search(before):
        return _Cut(number.start, end, opens=False)
    if not ends or not _CODE_ALONE.fullmatch(head, ends[-1], bracket) or re.search(r"[。;:]", head[:bracket]):
        return None
    return None if SENTENCE_OPENING.match(head) else _Cut(ends[-1], end, opens=False)


def _title_end(head: str, pending: str) -> int:
    """Where a title without a number behind it ends before an addressee or the body, or 0."""
    forwarding = _FORWARDING_TITLE.match(head)
    if forwarding is not None:
        return forwarding.end()
    text, last = pending[-1:] + head, len(pending[-1:])
    for match in _TITLE_BEFORE_BODY.finditer(text, 0, _TITLE_LENGTH):
        before, rest = text[: match.end()], text[match.end() :]
        if "。" in before or ":" in before:
            return 0
        title = pending[:-1] + bare(before)
        if title.count("《") != title.count("》") or not ABOUT.search(title):
            continue
        if _BODY_OPENING.match(rest) or _recipients_end(rest, 0):
            return match.end() - last
    return 0


def _recipients_end(head: str, start: int) -> int:
    """Where an addressee ends that a sentence follows on the same line, or 0."""
    colon = head.find(":", start, start + _RECIPIENTS_LENGTH)
    if colon < 0 or "。" in head[start:colon]:
        return 0
    if not is_recipients(bare(head[start : colon + 1])):
        return 0
    return 0 if colon + 1 < len(head) and not _SENTENCE_PART.search(head, colon + 1) else colon + 1
