"""The closing of a letter: who signed and when (GB/T 9704-2012, 7.3.5), and what stands around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.inventory.recognise.bodies import known_names_at_end, split_bodies
from app.inventory.recognise.glued import LONGEST as GLUED_LENGTH
from app.inventory.recognise.grammar import ANNEX_HEADING, IMPRINT, METADATA, PERSON_SIGNS, TITLE_END
from app.inventory.recognise.page_text import Line, PageText, bare
from app.inventory.recognise.shapes import looks_like_body
from app.text.dates import FoundDate, find_dates, parse_date

_SIGNATURE_LINES = 16
_LONG_BODY_LINE = 90
_LONGEST_NAMES = 400

_ANNOTATION = re.compile(r"^〔.{2,60}〕$")
_DISCLOSURE_NOTE = re.compile(r"^〔(?:此|本|该|信息公开)[^〔〕]{1,24}〕$")
_ANNEX_NAME_END = re.compile(
    r"(?:证明|凭证|证书|协议|合同|样本|模板|报告|说明|大纲|申请书|登记表|办法|方案|细则|规定|目录|清单|名单|表|规则|标准|要点|指南|〕|》|\d)$"
)
_SEAL_NOTE = re.compile(r"〔[院局公盖部厅]?[章印]〕|〔[\u4e00-\u9fff]{0,4}[盖公]章〕")
_FIELD = re.compile(r"(?:政府)?信息公开|公开(?:属性|方式|选项|形式|类别)|联系人|主题词")
_LINES_BELOW = 4
_CONTACT = re.compile(r"联系(?:人|电话)|电话:")
_FRAGMENT = re.compile(r"(?:员会|公[室厅]|民政府|理局|理委|督管理|导小组|挥部).{0,12}$|.$")
"""With what no name begins: the rest of one that a line end broke."""
_NAME_BEGINS = re.compile(
    r"中共|中国|国家|全国|(?![妥请特此现望按经为以])[\u4e00-\u9fff]{1,5}?[省市县区州旗镇乡]"
)

Names = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """Signature and date of the letter: lines ``first`` to ``last`` (inclusive) of the text.

    ``date`` is absent where only the names can be read; ``names`` are the places of the names as printed; empty where only the date is typed, as the
    standard of 1999 had it for sealed documents.
    """

    first: int
    last: int
    date: FoundDate | None
    names: Names
    confidence: float


def find_closing(page: PageText, indices: Sequence[int]) -> Closing | None:
    """The closing among these lines: the first that is sure, else the best."""
    best: Closing | None = None
    for position, index in enumerate(indices):
        line = page.lines[index]
        if len(line.bare) > _longest_closing(line) or ("年" not in line.bare and not line.bare[:4].isdigit()):
            continue
        closing = _closing_at(page, indices, position)
        if closing is None:
            continue
        if closing.confidence >= 0.8:
            return closing
        if best is None or closing.confidence > best.confidence:
            best = closing
    return best or _undated_closing(page, indices)


def _longest_closing(line: Line) -> int:
    """A line that ends with a date may hold the names of many bodies in front of it."""
    return _LONGEST_NAMES if line.bare.endswith(("日", "曰")) else _LONG_BODY_LINE


def _undated_closing(page: PageText, indices: Sequence[int]) -> Closing | None:
    """A signature whose date cannot be read: names behind a sentence, in front of a note or the end."""
    for position in range(1, len(indices)):
        line = page.lines[indices[position]]
        if len(line.bare) > _LONG_BODY_LINE or not page.lines[indices[position - 1]].bare.endswith("。"):
            continue
        below = page.lines[indices[position + 1]].bare if position + 1 < len(indices) else ""
        names = split_bodies(line.folded, line.start)
        if names and (not below or _DISCLOSURE_NOTE.match(below)):
            return Closing(indices[position], indices[position], None, names, 0.7)
    return None


def _closing_at(page: PageText, indices: Sequence[int], position: int) -> Closing | None:
    line = page.lines[indices[position]]
    found = _date_at_end(line)
    if found is None:
        return None
    inline: Names = ()
    lead = line.folded[: found.start].rstrip(" ,")
    if lead:
        held = split_bodies(lead, line.start)
        if held is None and not PERSON_SIGNS.match(bare(lead)):
            return None
        inline = held or ()
    first, names = _names_above(page, indices, position, inline)
    absolute = FoundDate(
        line.start + found.start, line.start + found.end, found.value, found.is_valid, found.is_chinese
    )
    last = position
    if not names:
        last, names = _names_below(page, indices, position)
    confidence = _closing_confidence(page, indices, first, last, bool(names))
    return Closing(indices[first], indices[last], absolute, names, confidence)


def _names_below(page: PageText, indices: Sequence[int], position: int) -> tuple[int, Names]:
    """The names in the lines below a date, where letter, notes or imprint end behind them: lost layouts and
    letters that are dated first. The line of the last name, and the names.
    """
    names: Names = ()
    last = position
    for below in range(position + 1, min(len(indices), position + 1 + _LINES_BELOW)):
        line = page.lines[indices[below]]
        if _SEAL_NOTE.fullmatch(line.bare):
            continue
        held = split_bodies(line.folded, line.start) if len(line.folded) < _LONG_BODY_LINE else None
        if held is None:
            ends = any(sign.match(line.bare) for sign in (_ANNOTATION, _FIELD, IMPRINT, ANNEX_HEADING))
            printed = line.bare.endswith(("印发", "印制", "印"))
            return (last, names) if ends and not printed else (position, ())
        names, last = names + held, below
    return (last, names) if last + 1 == len(indices) else (position, ())


def _names_above(page: PageText, indices: Sequence[int], position: int, names: Names) -> tuple[int, Names]:
    """The names in the lines above the date in front of ``names``, and the first of these lines."""
    first = position
    for above in range(position - 1, max(-1, position - 1 - _SIGNATURE_LINES), -1):
        upper = page.lines[indices[above]]
        held = _held(page, upper, names)
        if held is None and _signs_for_a_body(page, indices, above):
            first = above
            continue
        if held is None:
            return first, _behind_annexes(upper) + names
        names, first = held, above
    return first, names


def _held(page: PageText, upper: Line, names: Names) -> Names | None:
    """``names`` with those of the line above, one that the line end broke made whole; ``None`` where
    that line holds something else.
    """
    if len(upper.folded) >= _LONGEST_NAMES or ANNEX_HEADING.match(upper.bare):
        return None
    held = split_bodies(upper.folded, upper.start)
    if names and (held is None or _FRAGMENT.match(bare(page.folded[slice(*names[0])]))):
        whole = _made_whole(page, upper, held, names[0])
        if whole is not None:
            return whole + names[1:]
    return held + names if held is not None else None


def _made_whole(page: PageText, upper: Line, held: Names | None, rest: tuple[int, int]) -> Names | None:
    """The names of the line above when its last one goes on in ``rest``, or ``None``."""
    begin = held[-1][0] if held else upper.end - len(upper.folded.split()[-1])
    front = held[:-1] if held else split_bodies(upper.folded[: begin - upper.start], upper.start)
    if front is None and begin > upper.start:
        return None
    if not _NAME_BEGINS.match(bare(page.folded[begin : upper.end])):
        return None
    if _NAME_BEGINS.match(bare(page.folded[slice(*rest)])) or not looks_like_body(
        bare(page.folded[begin : rest[1]])
    ):
        return None
    return (*(front or ()), (begin, rest[1]))


def _signs_for_a_body(page: PageText, indices: Sequence[int], above: int) -> bool:
    """Whether a person's name stands between the body and the date, as in orders."""
    if above < 1 or not PERSON_SIGNS.match(page.lines[indices[above]].bare):
        return False
    body = page.lines[indices[above - 1]]
    return len(body.folded) < _LONG_BODY_LINE and bool(split_bodies(body.folded))


def _behind_annexes(line: Line) -> Names:
    """The first names of a signature that follow a list of annexes on its line."""
    offset = line.folded.rfind("。") + 1
    text = line.folded[offset:]
    if not text.startswith("附件") or len(text) > GLUED_LENGTH or bare(text) != text:
        return ()
    places = known_names_at_end(text)
    if not places or not _ANNEX_NAME_END.search(text[: places[0][0]]):
        return ()
    begin = line.start + offset
    return tuple((begin + start, begin + end) for start, end in places)


def _date_at_end(line: Line) -> FoundDate | None:
    """The date that ends the line, if nothing but names can stand in front of it."""
    text = line.folded
    if line.bare.endswith(("印发", "印制", "印")) or line.bare.startswith("〔") or METADATA.search(line.bare):
        return None
    dates = list(find_dates(text))
    last = dates[-1] if dates else parse_date(text)
    if last is None or text[last.end :].strip(" 。.、〕日"):
        return None
    return last


def _lead(line: Line) -> str:
    """What stands in front of the date on its line."""
    found = _date_at_end(line)
    return bare(line.folded[: found.start]) if found is not None else ""


def _closing_confidence(page: PageText, indices: Sequence[int], first: int, last: int, named: bool) -> float:
    """How sure we are that a date line closes the letter, from what stands around it."""
    above = page.lines[indices[first - 1]].bare if first else ""
    signed = PERSON_SIGNS.match(above) or PERSON_SIGNS.match(_lead(page.lines[indices[last]]))
    score = 0.45 + (0.35 if named or signed else 0.0)
    below = page.lines[indices[last + 1]].bare if last + 1 < len(indices) else ""
    line = page.lines[indices[last]]
    if above.endswith(("。", "〕", "》", "!")) or ANNEX_HEADING.match(above) or not above:
        score += 0.12
    if not below or _ANNOTATION.match(below) or IMPRINT.match(below) or ANNEX_HEADING.match(below):
        score += 0.2
    elif TITLE_END.search(below) or _CONTACT.search(below):
        score += 0.12
    if line.indent >= 4 or page.lines[indices[last]].after_gap:
        score += 0.08
    return min(score, 0.99)
