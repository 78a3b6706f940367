"""替代关系: which document repeals or amends which, as edges and as a drawing (SVG)."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from app.report.reconcile import title_key
from app.report.validity import titles_of
from app.report.validity_evidence import Stated
from app.report.validity_terms import ValidityStatus
from app.store.report_rows import HeldDocument

DRAWING = "替代关系图"
MOST_DRAWN = 400
"""Edges of one drawing; more cannot be looked at, and the table has them all."""

_BOX_WIDTH, _BOX_HEIGHT, _GAP_X, _GAP_Y, _MARGIN = 250, 46, 90, 14, 20
_LETTERS = 17
_COLOURS = {ValidityStatus.REPEALED: "#B3261E", ValidityStatus.AMENDED: "#1F5FA8"}


@dataclass(frozen=True, slots=True)
class Supersession:
    """``later`` repeals or amends ``earlier``; both are named by number, else by title.

    ``dated_on``: the later one's date; ``is_held``: the earlier one is in the inventory;
    ``earlier_title``: its title where it is known.
    """

    later: str
    earlier: str
    status: ValidityStatus = ValidityStatus.REPEALED
    dated_on: str = ""
    is_held: bool = False
    earlier_title: str = ""


def supersessions(
    documents: Sequence[HeldDocument], stated: Stated | None = None
) -> tuple[Supersession, ...]:
    """Every repeal or change that a text or a list states, in the order of the documents, each once."""
    by_number = {one.document_number: one for one in documents if one.document_number}
    by_title = {title_key(title): one for one in documents for title in titles_of(one.title)}
    edges: dict[tuple[str, str], Supersession] = {}
    for one in documents:
        for number in dict.fromkeys(one.repeals):
            if number != one.document_number:
                _add(
                    edges,
                    _edge(one.document_number or one.title, number, by_number.get(number), one.dated_on),
                )
    for said in (stated or Stated()).evidence:
        if said.entry.status in _COLOURS:
            name, title = said.entry.document_number, said.entry.title
            held = by_number.get(name) or by_title.get(title_key(title))
            _add(edges, _edge(said.source, name or title, held, said.dated_on, said.entry.status, title))
    return tuple(edges.values())


def _edge(
    later: str,
    name: str,
    held: HeldDocument | None,
    dated_on: str,
    status: ValidityStatus = ValidityStatus.REPEALED,
    title: str = "",
) -> Supersession:
    earlier = (held.document_number or held.title) if held else name
    return Supersession(later, earlier, status, dated_on, held is not None, held.title if held else title)


def _add(edges: dict[tuple[str, str], Supersession], edge: Supersession) -> None:
    if edge.later != edge.earlier:
        edges.setdefault((edge.later, edge.earlier), edge)


def drawing(edges: Sequence[Supersession]) -> str:
    """The graph as an SVG: later documents at the left, what they repeal (red) or amend (blue) at the right.

    A document that is not in the inventory has a broken border.
    """
    drawn = edges[:MOST_DRAWN]
    ranks = _ranks(drawn)
    places = _places(ranks)
    titles = {edge.earlier: edge.earlier_title for edge in drawn}
    foreign = {edge.earlier for edge in drawn if not edge.is_held}
    dates = {edge.later: edge.dated_on for edge in drawn}
    width = (max(ranks.values(), default=0) + 1) * (_BOX_WIDTH + _GAP_X) - _GAP_X + 2 * _MARGIN
    height = max((y for _, y in places.values()), default=0) + _BOX_HEIGHT + _MARGIN
    body = [_arrow(places[edge.later], places[edge.earlier], edge.status) for edge in drawn]
    body += [
        _box(places[name], name, titles.get(name) or dates.get(name, ""), is_foreign=name in foreign)
        for name in places
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        'font-family="Microsoft YaHei UI, Noto Sans CJK SC, Source Han Sans SC, sans-serif">'
        f'<title>{DRAWING}</title><rect width="{width}" height="{height}" fill="#FFFFFF"/>{"".join(body)}</svg>'
    )


def _ranks(edges: Sequence[Supersession]) -> dict[str, int]:
    """The column of each document: one further right than everything that replaces it."""
    ranks = {name: 0 for edge in edges for name in (edge.later, edge.earlier)}
    for _ in range(len(ranks)):
        moved = False
        for edge in edges:
            if ranks[edge.earlier] <= ranks[edge.later] < len(ranks):
                ranks[edge.earlier] = ranks[edge.later] + 1
                moved = True
        if not moved:
            break
    return ranks


def _places(ranks: dict[str, int]) -> dict[str, tuple[int, int]]:
    """Left and top of each box."""
    used: dict[int, int] = {}
    places = {}
    for name, rank in ranks.items():
        line = used.get(rank, 0)
        used[rank] = line + 1
        places[name] = (
            _MARGIN + rank * (_BOX_WIDTH + _GAP_X),
            _MARGIN + line * (_BOX_HEIGHT + _GAP_Y),
        )
    return places


def _box(place: tuple[int, int], name: str, second: str, *, is_foreign: bool) -> str:
    x, y = place
    border = ' stroke-dasharray="4 3"' if is_foreign else ""
    return (
        f'<rect x="{x}" y="{y}" width="{_BOX_WIDTH}" height="{_BOX_HEIGHT}" rx="4" fill="#F4F6FA" stroke="#7A869A"{border}/>'
        f'<text x="{x + 10}" y="{y + 19}" font-size="13" fill="#1B2430">{escape(_cut(name))}</text>'
        f'<text x="{x + 10}" y="{y + 37}" font-size="11" fill="#5B6675">{escape(_cut(second, 20))}</text>'
    )


def _cut(text: str, most: int = _LETTERS) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _arrow(start: tuple[int, int], end: tuple[int, int], status: ValidityStatus) -> str:
    x1, y1 = start[0] + _BOX_WIDTH, start[1] + _BOX_HEIGHT // 2
    x2, y2 = end[0], end[1] + _BOX_HEIGHT // 2
    middle = (x1 + x2) // 2
    colour = _COLOURS[status]
    return (
        f'<path d="M{x1} {y1} C{middle} {y1} {middle} {y2} {x2 - 6} {y2}" fill="none" stroke="{colour}" stroke-width="1.4"/>'
        f'<path d="M{x2} {y2} l-8 -4 l0 8 z" fill="{colour}"/>'
    )
