"""发文机关 (GB/T 9704-2012, 7.3.5): the signature, else the mark, the title or the imprint."""

import itertools
import re

from app.domain.document import Element, Origin
from app.inventory.recognise.authority import authority
from app.inventory.recognise.bodies import join_branches, split_bodies, split_glued
from app.inventory.recognise.elements import derived_element, evidence, printed_element, without_blanks
from app.inventory.recognise.grammar import ABOUT
from app.inventory.recognise.head_lines import HeadKind
from app.inventory.recognise.outline import Outline
from app.inventory.recognise.page_text import Line
from app.text.dates import find_dates
from app.text.document_number import parse_number

_MARK_ENDING = re.compile(
    r"\s{0,4}(?:文\s{0,4}件|命令〔令〕|令|公\s?告|通\s?告|(?:第[\d一二三四五六七八九十百〇]{1,6}次)?(?:常务|全体|专题|办公|党组|工作)?(?:会议|例会)?纪\s?要|简报|公报)(?:〔[^〔〕]{1,8}〕)?$"
)


def issuing_body(
    outline: Outline,
    title: Element | None,
    number: Element | None = None,
    printing: Element | None = None,
) -> Element | None:
    """The bodies that signed, as printed; a name from mark, title or number is marked as derived."""
    closing = outline.closing
    if closing is not None and closing.names:
        page = outline.page
        known = authority().by_name
        names = join_branches(
            name
            for start, end in closing.names
            for name in split_glued(without_blanks(page.printed(start, end)), known)
        )
        return printed_element(
            page, closing.names[0][0], closing.names[-1][1], "signature", closing.confidence, names
        )
    return (
        _from_issue_line(outline)
        or _between_title_and_date(outline, title)
        or _on_cut_scan(outline)
        or _from_mark(outline)
        or _from_title(title)
        or _from_number(number)
        or _from_imprint(printing)
    )


def _from_issue_line(outline: Outline) -> Element | None:
    """Minutes and bulletins name the office that issued them in front of the date below the mark."""
    page = outline.page
    for index, kind in zip(outline.head, outline.kinds, strict=True):
        line = outline.lines[index]
        date = next(find_dates(line.folded), None) if kind is HeadKind.DATE else None
        lead = line.folded[: date.start].rstrip().removesuffix("编").rstrip() if date is not None else ""
        if lead and split_bodies(lead):
            name = without_blanks(page.printed(line.start, line.start + len(lead)))
            return printed_element(page, line.start, line.start + len(lead), "issue-line", 0.8, (name,))
    return None


def _between_title_and_date(outline: Outline, title: Element | None) -> Element | None:
    """Bulletins and public letters are signed and dated below the title."""
    if title is None or title.evidence is None:
        return None
    pairs = itertools.pairwise(zip(outline.head, outline.kinds, strict=True))
    for (index, kind), (_, below) in pairs:
        line = outline.lines[index]
        if line.start < title.evidence.end or (kind, below) != (HeadKind.TEXT, HeadKind.DATE):
            continue
        held = split_bodies(line.folded, line.start)
        if held:
            names = tuple(without_blanks(outline.page.printed(start, end)) for start, end in held)
            return printed_element(outline.page, held[0][0], held[-1][1], "body-under-title", 0.75, names)
    return None


def _on_cut_scan(outline: Outline) -> Element | None:
    """A scan that ends before its closing names the body in the mark alone (7.2.4), and there it is printed."""
    found = _from_mark(outline)
    page = outline.page
    if found is None or found.evidence is None or outline.closing is not None:
        return None
    if page.extraction.ocr_confidence is None:
        return None
    start, end = found.evidence.start, found.evidence.end
    return printed_element(page, start, end, "mark-of-scan", 0.7, found.value)


def _from_mark(outline: Outline) -> Element | None:
    """The bodies that the red head names, one below the other where several issue together."""
    names: list[str] = []
    places: list[Line] = []
    marked = False
    for index, kind in zip(outline.head, outline.kinds, strict=True):
        line = outline.lines[index]
        found = _names_in_mark(outline, line) if kind in {HeadKind.MARK, HeadKind.TEXT} else ()
        if names and not found:
            break
        if found:
            marked |= kind is HeadKind.MARK
            names += found
            places.append(line)
    if not marked:
        return None
    at = evidence(outline.page, places[0].start, places[-1].end)
    return derived_element(tuple(dict.fromkeys(names)), "body-from-mark", 0.7, at=at)


def _names_in_mark(outline: Outline, line: Line) -> tuple[str, ...]:
    ending = _MARK_ENDING.search(line.folded)
    folded = line.folded[: ending.start()] if ending is not None else line.folded
    held = split_bodies(folded, line.start)
    known = authority().by_name
    return tuple(
        name
        for start, end in held or ()
        for name in split_glued(without_blanks(outline.page.printed(start, end)), known)
    )


def _from_title(title: Element | None) -> Element | None:
    if title is None or not isinstance(title.value, str):
        return None
    verb = ABOUT.search(title.value)
    name = title.value[: verb.start()] if verb else ""
    if not split_bodies(name):
        return None
    origin = Origin.FILE_NAME if title.origin is Origin.FILE_NAME else Origin.DERIVED
    names = tuple(split_glued(name, authority().by_name))
    return derived_element(names, "body-from-title", 0.7, origin=origin, at=title.evidence)


def _from_number(number: Element | None) -> Element | None:
    found = parse_number(number.text) if number is not None else None
    name = authority().body_of_series(found.series) if found is not None else None
    return derived_element((name,), "body-from-series", 0.6) if name else None


def _from_imprint(printing: Element | None) -> Element | None:
    """The office that printed the document, where nothing else names a body."""
    if printing is None:
        return None
    return derived_element((printing.text,), "body-from-imprint", 0.5, at=printing.evidence)
