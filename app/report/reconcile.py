"""A gazette or website compared with the inventory (公报历史目录、网站栏目核对)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.terms import ATTRIBUTE_TERMS
from app.report.listing import Listed
from app.report.tables import Report, Table, numbered
from app.store.report_rows import HeldDocument
from app.text.folding import fold

NAME = "reconcile"
_MOST_NEAR = 40
_PART_LENGTH = 8
_MOST_REMEMBERED = 20_000
_LEAST_SIMILAR = 0.82
_LONGEST_KEY = 200
_ORNAMENT = re.compile(r"〔(?:全文|附解读|含解读|图解)〕|附解读$")
_IGNORED = re.compile(r"[\s\W_]")


class Difference(StrEnum):
    """What differs between a listed and a held document."""

    NOT_HELD = "not_held"
    NOT_PUBLISHED = "not_published"
    MARKED_OTHERWISE = "marked_otherwise"
    TITLE = "title"
    NUMBER = "number"
    DATE = "date"


DIFFERENCE_TERMS = {
    Difference.NOT_HELD: "已发布未在册",
    Difference.NOT_PUBLISHED: "主动公开未发布",
    Difference.MARKED_OTHERWISE: "已发布但属性不是主动公开",
    Difference.TITLE: "标题不一致",
    Difference.NUMBER: "文号不一致",
    Difference.DATE: "日期不一致",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A listed row and the held document it is; ``how`` it was matched."""

    listed: Listed
    held: HeldDocument | None
    how: str = ""


def reconciled(listing: Sequence[Listed], documents: Sequence[HeldDocument]) -> list[Pair]:
    """Each row with its document: by number and title, then title, then number, then a near title."""
    index = _Index(documents)
    return [index.pair(row) for row in listing]


class _Index:
    """Held documents by number, by title, and by telling stretches of the title."""

    def __init__(self, documents: Sequence[HeldDocument]) -> None:
        self._documents = documents
        self._by_number: dict[str, list[int]] = {}
        self._by_title: dict[str, int] = {}
        self._by_title_and_date: dict[tuple[str, str], int] = {}
        self._by_part: dict[str, list[int]] = {}
        self._keys = [title_key(one.title) for one in documents]
        self._pairs = lru_cache(maxsize=_MOST_REMEMBERED)(self._pairs_at)
        for place, (one, key) in enumerate(zip(documents, self._keys, strict=True)):
            if one.document_number:
                self._by_number.setdefault(one.document_number, []).append(place)
            if key:
                self._by_title.setdefault(key, place)
                self._by_title_and_date.setdefault((key, one.dated_on), place)
                for part in _parts(key):
                    self._by_part.setdefault(part, []).append(place)

    def pair(self, row: Listed) -> Pair:
        key = title_key(row.title)
        by_number = self._by_number.get(row.document_number, []) if row.document_number else []
        both = [place for place in by_number if self._keys[place] == key]
        if both:
            return self._made(row, both, "文号和标题")
        by_title = self._by_title_and_date.get((key, row.dated_on), self._by_title.get(key))
        if by_title is not None:
            return Pair(row, self._documents[by_title], "标题")
        if by_number:
            return self._made(row, by_number, "文号")
        near = self._near(key)
        return Pair(row, self._documents[near], "标题相近") if near is not None else Pair(row, None)

    def _made(self, row: Listed, places: Sequence[int], how: str) -> Pair:
        """Of several candidates the one of the same date, else the first."""
        held = [self._documents[place] for place in places]
        return Pair(row, next((one for one in held if one.dated_on == row.dated_on), held[0]), how)

    def _near(self, key: str) -> int | None:
        """The held title that shares most pairs of characters, when it shares nearly all.

        Looked for among those that share the rarest stretch: what every title begins with tells nothing.
        """
        holders = sorted((found for part in _parts(key) if (found := self._by_part.get(part))), key=len)
        few = [found for found in holders if len(found) <= _MOST_NEAR] or [
            one[:_MOST_NEAR] for one in holders[:1]
        ]
        pairs = pairs_of(key)
        candidates = dict.fromkeys(place for found in few for place in found)
        shares = ((share_of(pairs, self._pairs(place)), -place) for place in candidates)
        best = max(shares, default=(0.0, 0))
        return -best[1] if best[0] >= _LEAST_SIMILAR else None

    def _pairs_at(self, place: int) -> frozenset[str]:
        return pairs_of(self._keys[place])


def _parts(key: str) -> Iterator[str]:
    """Beginning, matter, middle and end of a key: nearly equal titles agree in one of them."""
    if len(key) < 2 * _PART_LENGTH:
        return
    middle = len(key) // 2 - _PART_LENGTH // 2
    yield "a" + key[:_PART_LENGTH]
    yield "m" + key[middle : middle + _PART_LENGTH]
    yield "z" + key[-_PART_LENGTH:]
    matter = key.find("关于") + 2
    if matter > 1 and len(key) - matter >= _PART_LENGTH:
        yield "g" + key[matter : matter + _PART_LENGTH]


def title_key(title: str) -> str:
    """What of a title is compared: folded letters and characters without the ornaments of web pages."""
    return _IGNORED.sub("", _ORNAMENT.sub("", fold(title)))[:_LONGEST_KEY]


def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text."""
    return frozenset(map(str.__add__, text, text[1:]))


def share_of(pairs: frozenset[str], others: frozenset[str]) -> float:
    """Share of common pairs of characters, 0 to 1 (Dice)."""
    total = len(pairs) + len(others)
    return 2 * len(pairs & others) / total if total else 0.0


def differences(pair: Pair) -> Iterator[tuple[Difference, str]]:
    """What differs in a pair, with both values."""
    row, held = pair.listed, pair.held
    if held is None:
        yield Difference.NOT_HELD, ""
        return
    if held.attribute is not DisclosureAttribute.PROACTIVE:
        yield Difference.MARKED_OTHERWISE, ATTRIBUTE_TERMS[held.attribute]
    if title_key(row.title) != title_key(held.title):
        yield Difference.TITLE, held.title
    if row.document_number and row.document_number != held.document_number:
        yield Difference.NUMBER, held.document_number or "（未识别）"
    if row.dated_on and row.dated_on != held.dated_on:
        yield Difference.DATE, held.dated_on or "（未识别）"


def reconciliation(listing: Sequence[Listed], documents: Sequence[HeldDocument], source: str) -> Report:
    """The comparison as lists, one for each difference."""
    pairs = reconciled(listing, documents)
    published = {pair.held.uuid for pair in pairs if pair.held is not None}
    waiting = [
        one
        for one in documents
        if one.attribute is DisclosureAttribute.PROACTIVE
        and one.applicability is Applicability.OURS
        and one.uuid not in published
    ]
    rows: dict[Difference, list[tuple[str, ...]]] = {kind: [] for kind in Difference}
    for pair in pairs:
        for kind, value in differences(pair):
            row = pair.listed
            rows[kind].append(
                (str(row.row), row.title, row.document_number, row.dated_on, value, pair.how, row.url)
            )
    rows[Difference.NOT_PUBLISHED] = [
        ("", one.title, one.document_number, one.dated_on, "", "", one.published_url) for one in waiting
    ]
    counts = tuple((DIFFERENCE_TERMS[kind], str(len(found))) for kind, found in rows.items())
    headers = ("序号", "目录行", "标题", "文号", "日期", "本底数所载", "对上依据", "网址")
    widths = (6, 8, 46, 20, 12, 40, 12, 30)
    tables = (
        Table("核对汇总", ("情况", "件数"), counts, (34, 10), ("件数",)),
        *(Table(DIFFERENCE_TERMS[kind], headers, numbered(found), widths) for kind, found in rows.items()),
    )
    matched = sum(pair.held is not None for pair in pairs)
    note = f"{source} {len(listing)} 条，对上 {matched} 条。对上只说明公开事实，属性须经复审认定。"
    return Report(NAME, "公报与网站核对", tables, (note,))
