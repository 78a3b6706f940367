"""标题: candidates from the lines of the head, scored, the best taken (GB/T 9704-2012, 7.3.1)."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.document import Element, Evidence
from app.inventory.recognise.announcement import announcement_heading
from app.inventory.recognise.bodies import split_bodies
from app.inventory.recognise.elements import derived_element, evidence, printed_element, without_blanks
from app.inventory.recognise.file_name import title_of_file
from app.inventory.recognise.grammar import (
    ABOUT,
    ANNEX_HEADING,
    CORE_TITLE_END,
    HEADING,
    SENTENCE_OPENING,
    TITLE_END,
)
from app.inventory.recognise.head_lines import HeadKind
from app.inventory.recognise.outline import Outline
from app.inventory.recognise.page_text import Line, bare
from app.inventory.recognise.published import published_regulation
from app.inventory.recognise.shapes import looks_like_body

MOST_LINES = 9
_LONGEST = 260
_LONGEST_PLAIN = 50
_LEAST = 0.5
_LEAST_MARK = 4
_SIGNS = " \t|·>*#_=~"
_RULE = re.compile(r"[-=_*~#·]{3,}")
"""A line drawn with signs, folded: the rule below a red head, typed."""
_PLACEHOLDER = re.compile(r"[x×]{2,}")
_NUMBER_BEHIND = re.compile(r"〔[^〔〕]{1,30}〔\d{4}〕[^〔〕]{1,14}号〕$")
_INNER = re.compile(
    r"^(?![^《。]{0,58}(?:根据|依据|按照|依照|贯彻|落实|执行)[^《。，,]{0,30}《)[^《。]{0,60}《(?P<inner>[^》]{4,120})》(?:[^。]{0,60})(?P<verb>印发|转发|批转|公布|发布)"
)
_BEHIND_GROUNDS = re.compile(
    r"(?:现将(?:修订后的)?|(?:制定|修订|修改|编制)了?)《(?P<inner>[^》]{4,120})》[^。《]{0,40}?(?P<verb>印发|转发|批转|公布|发布)"
)
"""The name of what is sent, behind the law by which it was made: 根据《…》,制定了《…》,现印发给你们."""
_REPLY = re.compile(r"^你[^《。]{0,12}《(?P<inner>[^》]{4,120})》[^。]{0,40}收悉")
_MARK_IS_TITLE = re.compile(r"(?:纪要|公报|简报)(?:〔[^〔〕]{1,8}〕)?$")
_SESSION = re.compile(r"第[\d一二三四五六七八九十百〇]{1,6}次")
_SESSION_ALONE = re.compile(r"〔?(?P<session>第[\d一二三四五六七八九十百〇]{1,6}次)(?:会议)?〕?")
_MEETING = re.compile(r"(?:常务|全体|专题|办公|党组|工作)?(?:会议|例会)?纪要$")
_ORDER = re.compile(r"令(?:〔.{0,20}〕)?$|令.{0,12}第.{1,6}号〕?$")
_WITHOUT_GENRE = re.compile(r".{0,40}关于(?:转发|印发|批转)《[^》]{4,120}》")
_FIELD = re.compile(
    r"(?:^|\t)\s{0,4}(?:标\s{0,6}题|名\s{0,6}称|文件名称|信息名称|公文标题|公文名称)\s{0,3}(?:[:\t]\s{0,4}|$)"
)
_LONGEST_HEADING = 8
_LEAST_REPEATED = 6
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,6}[省市县区州镇乡]|^国家|^中共|^中国")
_LAW = re.compile(r"中华人民共和国[\u4e00-\u9fff]{2,40}法(?:〔[^〔〕]{1,12}〕)?")


@dataclass(frozen=True, slots=True)
class _Candidate:
    lines: tuple[Line, ...]
    text: str
    score: float
    end: int


def title(outline: Outline, file_name: str = "") -> Element | None:
    """The printed title, or one made from the first sentence or the file name."""
    best = max(_candidates(outline), key=lambda candidate: candidate.score, default=None)
    if best is not None and best.score >= _LEAST:
        confidence = min(0.99, 0.55 + best.score / 5)
        start, end = _without_frame(outline, best.lines[0].start, best.end)
        return printed_element(outline.page, start, end, "title-block", confidence)
    return (
        _from_field(outline)
        or _from_mark(outline)
        or _body_above_mark(outline)
        or _of_announcement(outline)
        or _from_first_sentence(outline)
        or title_of_file(file_name)
    )


def _without_frame(outline: Outline, start: int, end: int) -> tuple[int, int]:
    """The title without signs of a web page around it and without title marks around the whole."""
    folded = outline.page.folded
    while end > start and folded[end - 1] in _SIGNS:
        end -= 1
    while start < end and folded[start] in _SIGNS:
        start += 1
    inside = folded[start + 1 : end - 1]
    if folded[start] == "《" and folded[end - 1] == "》" and "关于" in inside and "《" not in inside:
        return start + 1, end - 1
    return start, end


def _candidates(outline: Outline) -> Iterator[_Candidate]:
    for run in _runs(outline):
        for first in range(len(run)):
            for last in range(first, min(len(run), first + MOST_LINES)):
                candidate = _candidate(outline, run, first, last)
                if candidate is not None:
                    yield candidate


def _runs(outline: Outline) -> Iterator[list[Line]]:
    """Neighbouring text lines of the head; a number, a mark, a label or a rule between them divides."""
    run: list[Line] = []
    for index, kind in zip(outline.head, outline.kinds, strict=True):
        line = outline.page.lines[index]
        if kind is HeadKind.TEXT and not line.is_red and not _RULE.fullmatch(line.bare):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _candidate(outline: Outline, run: list[Line], first: int, last: int) -> _Candidate | None:
    lines = tuple(run[first : last + 1])
    text = "".join(line.bare for line in lines).strip(_SIGNS)
    end = lines[-1].end
    behind = _NUMBER_BEHIND.search(lines[-1].folded)
    if behind is not None:
        text = _NUMBER_BEHIND.sub("", text)
        end = lines[-1].start + len(lines[-1].folded[: behind.start()].rstrip())
    if (
        not 4 <= len(text) <= _LONGEST
        or "。" in text
        or _PLACEHOLDER.search(text)
        or text.endswith((":", ",", "、"))
    ):
        return None
    if HEADING.match(text) or SENTENCE_OPENING.match(text) or ANNEX_HEADING.match(lines[0].bare):
        return None
    score = _score(outline, run, first, last, text)
    return _Candidate(lines, text, score + _bonus_of_several(lines), end)


def _bonus_of_several(lines: Sequence[Line]) -> float:
    """What several bodies, divided by blanks, in front of 关于 count; together they are no one name."""
    spaced = " ".join(line.folded for line in lines)
    about = ABOUT.search(spaced)
    names = spaced[: about.start()].rstrip() if about is not None else ""
    held = split_bodies(names) if names else None
    if held is None or len(held) < 2:
        return 0.0
    return 0.3 if looks_like_body(bare(names)) else 0.6


def _score(outline: Outline, run: list[Line], first: int, last: int, text: str) -> float:
    lines = run[first : last + 1]
    score = _words_score(text) + _shape_score(outline, lines)
    if last + 1 == len(run):
        score += 0.25
    if first == 0:
        score += 0.15
    if _continues(lines, run[last + 1] if last + 1 < len(run) else None):
        score -= 0.4
    return score + 0.01 * len(lines) - _joint_penalty(lines)


def _words_score(text: str) -> float:
    score = 0.0
    about = ABOUT.search(text)
    if CORE_TITLE_END.search(text):
        score += 0.7
    elif TITLE_END.search(text) or _WITHOUT_GENRE.fullmatch(text):
        score += 0.45
    if _LAW.fullmatch(text):
        score += 0.7
    if about is not None:
        score += 0.6
        if about.start() == 0 or looks_like_body(text[: about.start()]):
            score += 0.3
    if text.count("《") != text.count("》") or text.count("〔") != text.count("〕"):
        score -= 0.6
    if looks_like_body(text):
        score -= 0.8
    longest = _LONGEST_PLAIN + 30 * (TITLE_END.search(text) is not None)
    if about is None and len(text) > longest:
        score -= 1.0
    return score - 0.2 * text.count(",")


def _shape_score(outline: Outline, lines: list[Line]) -> float:
    score = 0.0
    if _is_centred(lines):
        score += 0.3
    sizes = {line.size for line in lines if line.size is not None}
    if sizes and min(sizes) >= 18:
        score += 0.4
    if outline.closing is None and not outline.recipients and len(outline.head) == len(outline.lines):
        score -= 0.3
    return score


def _is_centred(lines: list[Line]) -> bool:
    """Whether the lines stand in the middle; one that fills the width shows it by the others."""
    longest = max(len(line.bare) for line in lines)
    return any(line.is_centred for line in lines) and all(
        line.is_centred or len(line.bare) == longest for line in lines
    )


def _continues(lines: list[Line], following: Line | None) -> bool:
    """Whether the title seems to go on below the last line taken."""
    if following is None or following.after_gap:
        return False
    return TITLE_END.search("".join(line.bare for line in lines)) is None


def _joint_penalty(lines: list[Line]) -> float:
    """Lines that rather begin anew than continue: repeated words, a finished title, a blank line."""
    penalty = 0.0
    for upper, lower in itertools.pairwise(lines):
        finished = CORE_TITLE_END.search(upper.bare) or _NUMBER_BEHIND.search(upper.folded)
        anew = lower.bare.startswith(upper.bare) or _names_the_place_again(upper, lower)
        anew |= len(lower.bare) >= _LEAST_REPEATED and upper.bare.startswith(lower.bare)
        if anew or (finished and "关于" in lower.bare) or _is_column_heading(upper, lower):
            penalty += 1.0
        if upper.size and lower.size and max(upper.size, lower.size) > 1.3 * min(upper.size, lower.size):
            penalty += 0.5
        if lower.after_gap and not upper.after_gap and not lines[0].after_gap:
            penalty += 0.3
    return penalty


def _is_column_heading(upper: Line, lower: Line) -> bool:
    """Whether a short line of a web page, no name of a body, stands above a title that is whole."""
    about = ABOUT.search(lower.bare)
    if about is None or len(upper.bare) > _LONGEST_HEADING or _PLACE.search(upper.bare):
        return False
    name = lower.bare[: about.start()]
    return _PLACE.search(name) is not None and looks_like_body(name) and not looks_like_body(upper.bare)


def _names_the_place_again(upper: Line, lower: Line) -> bool:
    """Whether a title with a name of its own stands below a line that is nothing but a body."""
    if lower.bare[:3] != upper.bare[:3] or ABOUT.search(lower.bare) or looks_like_body(lower.bare):
        return False
    return looks_like_body(upper.bare)


def _from_field(outline: Outline) -> Element | None:
    """The field 标题 or 名称 of a web page that prints no heading; its value may stand on the line below."""
    page = outline.page
    for position, index in enumerate(outline.head):
        line = outline.lines[index]
        label = _FIELD.search(line.folded)
        if label is None:
            continue
        start, end = line.start + label.end(), line.start + len(line.folded)
        if label.end() == len(line.folded) and position + 1 < len(outline.head):
            below = outline.lines[outline.head[position + 1]]
            start, end = below.start, below.end
        tab = page.folded.find("\t", start, end)
        end = tab if tab >= 0 else end
        if TITLE_END.search(bare(page.folded[start:end])):
            return printed_element(page, start, end, "labelled-title", 0.75)
    return None


def _of_announcement(outline: Outline) -> Element | None:
    """The regulation that an order or announcement publishes; where that does not follow, the heading of an
    announcement if it is printed in one line; a heading made of two lines comes last.
    """
    regulation = published_regulation(outline)
    heading = announcement_heading(outline) if regulation is None or not regulation.printed else None
    return heading if heading is not None and (heading.printed or regulation is None) else regulation


def _from_mark(outline: Outline) -> Element | None:
    """Minutes, communiqués and bulletins often have no title but their mark; a line that names the session
    (第…次…会议纪要), or one below the number, says more than the mark above it.
    """
    marks = list(_marks_like_titles(outline))
    if not marks:
        return None
    lines = [outline.lines[index] for index, _ in marks]
    behind = next((outline.lines[index] for index, is_issued in marks if is_issued), lines[0])
    best = next((line for line in lines if _SESSION.search(line.bare)), behind)
    if best is lines[0]:
        return _with_session(outline, best) or printed_element(
            outline.page, best.start, best.end, "mark-as-title", 0.7
        )
    return printed_element(outline.page, best.start, best.end, "session-as-title", 0.85)


def _body_above_mark(outline: Outline) -> Element | None:
    """The body on one line and 会议纪要 on the next: together the name of minutes without another title."""
    pairs = itertools.pairwise(zip(outline.head, outline.kinds, strict=True))
    for (above, kind), (index, below) in pairs:
        name, mark = outline.lines[above], outline.lines[index]
        if (kind, below) != (HeadKind.TEXT, HeadKind.MARK) or not _MEETING.fullmatch(mark.bare):
            continue
        if looks_like_body(name.bare):
            return printed_element(outline.page, name.start, mark.end, "mark-as-title", 0.65)
    return None


def _marks_like_titles(outline: Outline) -> Iterator[tuple[int, bool]]:
    """Lines of marks that may be titles, and whether number or date stand above."""
    is_issued = False
    for index, kind in zip(outline.head, outline.kinds, strict=True):
        text = outline.lines[index].bare
        if kind is HeadKind.MARK and _MARK_IS_TITLE.search(text) and len(text) > _LEAST_MARK:
            yield index, is_issued
        is_issued |= kind in {HeadKind.NUMBER, HeadKind.DATE}


def _with_session(outline: Outline, mark: Line) -> Element | None:
    """The mark with the session that stands on a line of its own: 某某第十次常务会议纪要."""
    form = _MEETING.search(mark.bare)
    if form is None or _SESSION.search(mark.bare):
        return None
    for index in outline.head:
        line = outline.lines[index]
        session = _SESSION_ALONE.fullmatch(line.bare)
        if session is not None:
            name = without_blanks(outline.page.printed(mark.start, mark.end))
            value = name[: form.start()] + session["session"] + name[form.start() :]
            return derived_element(
                value, "mark-and-session", 0.7, at=evidence(outline.page, mark.start, line.end)
            )
    return None


def _is_order(outline: Outline) -> bool:
    """Whether the document publishes a regulation as an order (令)."""
    head = (outline.lines[index].bare for index in outline.head)
    return any(_ORDER.search(text) for text in head)


def _from_first_sentence(outline: Outline) -> Element | None:
    """现将《…》印发给你们 → 关于印发《…》的通知; 你局《…的请示》收悉 → 关于…的批复."""
    if outline.body >= len(outline.lines):
        return None
    line = outline.lines[outline.body]
    place = evidence(outline.page, line.start, min(line.end, line.start + 200))
    sentence = without_blanks(outline.page.printed(line.start, min(line.end, line.start + 400)))
    found = _INNER.search(sentence) or _BEHIND_GROUNDS.search(sentence)
    if found and _is_order(outline):
        return _derived(found["inner"], place)
    if found:
        return _derived(f"关于{found['verb']}《{found['inner']}》的通知", place)
    if found := _REPLY.search(sentence):
        inner = re.sub(r"^关于|的(?:请示|报告|函)$", "", found["inner"])
        return _derived(f"关于{inner}的批复", place)
    return None


def _derived(value: str, place: Evidence) -> Element:
    return derived_element(value, "title-from-first-sentence", 0.5, at=place)
