"""Identity papers: resident numbers, passports, permits (GB 11643; 出境入境管理法)."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from app.classify.personal_information.numbers import born_on, has_resident_check, is_credit_code
from app.classify.personal_information.source import Source
from app.domain.disclosure import Finding

_CHAIN = re.compile(r"[0-9](?:[0-9x]|[ \t\n\u3000\-]{1,3}(?=[0-9x])){13,}")
_TOKEN = re.compile(r"[0-9]+x?|x")
_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_BEGINNINGS = {
    18: re.compile(f"(?=[1-9][0-9]{{5}}(?:18|19|20)[0-9]{{2}}{_DAY}[0-9]{{3}})"),
    15: re.compile(f"(?=[1-9][0-9]{{7}}{_DAY}[0-9]{{2}})"),
}
"""By its length, where a number may begin among digits: behind its place stands a birthday."""
_DISABILITY_CARD = re.compile(
    "(?P<number>[1-9](?<![0-9a-z].)[0-9]{16}[0-9x])[1-7][1-4](?:b[0-9])?(?![0-9a-z])"
)
_CONTEXT = re.compile("身份证|公民身份|身份号|证件号|居留证")
_CODE_CONTEXT = re.compile(
    "信用代码|机构代码|项目编?[号码]|项目代码|流水|订单|编[号码]|条码|发票|单号|索引号|批号|案号|标识"
)
_MASKED = re.compile(
    r"(?<![0-9a-z*])(?:[1-9][0-9]{2,13}(?:[*●×╳█■]{4,14}|x{4,14})[0-9]{0,4}[0-9x]?|[1-9](?:\*){16}[0-9x]|"
    r"[1-9][0-9]{5}(?:[ ][*●×╳█■]{4,8}[ ][0-9]{3}[0-9x]|[*●×╳█■]{4}[0-9]{4}[*●×╳█■]{4}))(?![0-9a-z*])"
)
_SCIENTIFIC = re.compile(r"(?<![0-9a-z.])[1-9]\.[0-9]{2,16}e\+1[47](?![0-9])")
_PASSPORT = re.compile(
    r"(?<![0-9a-z])(?:e[a-hj-np-z]?[0-9]{7,8}|g[0-9]{8}|1[45][0-9]{7}|[dsp]e?[0-9]{7,8}|[sd]a[0-9]{7})(?![0-9a-z])"
)
_PERMIT = re.compile(
    r"(?<![0-9a-z])(?:c[a-hj-np-z0-9][0-9]{7}|w[0-9]{8}|[hm][0-9]{8}(?:[0-9]{2})?|[lt][0-9]{8})(?![0-9a-z])"
)
_SOLDIER = re.compile("[军兵士文武海空北南沈兰济成广参政后装]字第?[0-9]{6,8}号?")
_PASSPORT_CONTEXT = re.compile("护照|passport")
_PERMIT_CONTEXT = re.compile("通行证|回乡证|台胞证|来往")
_SOLDIER_CONTEXT = re.compile("军官|士兵|军人|证件|文职")
_NEAR = 20


def find_identity_numbers(source: Source) -> Iterator[Finding]:
    """Resident numbers, which need a possible date and their check digit, and masked ones."""
    yield from _resident_ids(source)
    yield from _disability_cards(source)
    if source.has_masking:
        yield from _masked_ids(source)


def find_papers(source: Source) -> Iterator[Finding]:
    """Other papers, which need their name in front, and numbers a spreadsheet has spoilt."""
    yield from _damaged_ids(source)
    yield from _near(source, "passport", _PASSPORT, _PASSPORT_CONTEXT)
    yield from _near(source, "travel_permit", _PERMIT, _PERMIT_CONTEXT)
    yield from _near(source, "officer_card", _SOLDIER, _SOLDIER_CONTEXT)


def _resident_ids(source: Source) -> Iterator[Finding]:
    lengths = (18, 15) if _CONTEXT.search(source.folded) else (18,)
    for chain in _CHAIN.finditer(source.folded):
        yield from _ids_in_chain(source, chain.start(), chain.end(), lengths)


def _disability_cards(source: Source) -> Iterator[Finding]:
    """Numbers of 残疾人证: the resident number with a digit each for kind and degree behind it."""
    if "残疾" not in source.folded:
        return
    for match in _DISABILITY_CARD.finditer(source.folded):
        number = match["number"]
        if _is_possible(number) and has_resident_check(number):
            yield source.finding("resident_id", *match.span("number"), 0.95, "残疾人证号，校验码正确")


def _ids_in_chain(source: Source, start: int, end: int, lengths: tuple[int, ...]) -> Iterator[Finding]:
    """Identity numbers among neighbouring digit groups; a number begins and ends with a group."""
    whole = _whole_token(source.folded, end)
    digits = "".join(source.folded[start:whole].replace("-", "").split())
    places = [(match.start(), size) for size in lengths for match in _BEGINNINGS[size].finditer(digits)]
    if not places:
        return
    groups = [match.span() for match in _TOKEN.finditer(source.folded, start, whole)]
    begins = accumulate((right - left for left, right in groups), initial=0)
    group_at = {begin: index for index, begin in enumerate(begins)}
    free = 0
    for begin, size in sorted(places, key=lambda place: (place[0], -place[1])):
        first, behind = group_at.get(begin, -1), group_at.get(begin + size)
        if first >= free and behind is not None and _is_possible(digits[begin : begin + size]):
            finding = _id_of_groups(source, digits[begin : begin + size], groups[first:behind])
            if finding is not None:
                yield finding
                free = behind


def _id_of_groups(source: Source, number: str, groups: list[tuple[int, int]]) -> Finding | None:
    return _judge(source, number, groups[0][0], groups[-1][1]) if _may_be_split(source, groups) else None


def _whole_token(folded: str, end: int) -> int:
    """The end of the digit group that the place may cut through."""
    while end < len(folded) and folded[end] in "0123456789x":
        end += 1
    return end


def _is_possible(number: str) -> bool:
    return number[0] != "0" and number[:-1].isdecimal() and born_on(number) is not None


def _may_be_split(source: Source, tokens: list[tuple[int, int]]) -> bool:
    """One group, one digit a cell, or groups parted by line breaks or one and the same sign."""
    if len(tokens) == 1:
        return True
    gaps = [source.folded[left[1] : right[0]] for left, right in pairwise(tokens)]
    if all(end - start == 1 for start, end in tokens):
        return True
    inner = {gap for gap in gaps if "\n" not in gap}
    breaks = sum("\n" in gap for gap in gaps)
    return len(tokens) <= 6 and breaks <= 1 and len(inner) <= 1 and not any("\t" in gap for gap in inner)


def _judge(source: Source, number: str, start: int, end: int) -> Finding | None:
    if _touches_letters(source.folded, start, end):
        return None
    before = source.before(start, 30)
    is_named = _names(before, _CONTEXT, _CODE_CONTEXT)
    if len(number) == 15:
        is_old = is_named and number.isdecimal()
        return source.finding("resident_id", start, end, 0.85, "15位，日期有效") if is_old else None
    if has_resident_check(number):
        is_code = number[0] == "9" or (is_credit_code(number) and "代码" in before)
        if is_code and not is_named:
            return None
        return source.finding("resident_id", start, end, 0.99 if is_named else 0.95, "校验码正确")
    return source.finding("suspected_resident_id", start, end, 0.5, "校验码不符") if is_named else None


def _names(before: str, wanted: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """Whether the nearest label in front speaks of what is wanted, not of another number."""
    last = max((match.end() for match in wanted.finditer(before)), default=-1)
    rival = max((match.end() for match in other.finditer(before)), default=-1)
    return last >= 0 and last >= rival


def _touches_letters(folded: str, start: int, end: int) -> bool:
    left, right = folded[start - 1 : start], folded[end : end + 1]
    if left and left in "gl" and not _is_word_character(folded[start - 2 : start - 1]):
        left = ""
    return _is_word_character(left) or _is_word_character(right)


def _is_word_character(character: str) -> bool:
    return character == "_" or (character.isascii() and character.isalnum())


def _masked_ids(source: Source) -> Iterator[Finding]:
    for match in _MASKED.finditer(source.folded):
        length = match.end() - match.start()
        named = bool(_CONTEXT.search(source.before(match.start(), _NEAR)))
        if length in {15, 18} or (named and length >= 10):
            yield source.finding("masked_resident_id", match.start(), match.end(), 0.9, "已打码")


def _damaged_ids(source: Source) -> Iterator[Finding]:
    """Identity numbers that a spreadsheet turned into a floating-point number."""
    if "e+1" not in source.folded:
        return
    for match in _SCIENTIFIC.finditer(source.folded):
        yield source.finding(
            "suspected_resident_id", match.start(), match.end(), 0.6, "疑似身份证号，末位已损坏"
        )


def _near(source: Source, kind: str, pattern: re.Pattern[str], context: re.Pattern[str]) -> Iterator[Finding]:
    if not context.search(source.folded):
        return
    for match in pattern.finditer(source.folded):
        if context.search(source.before(match.start(), _NEAR)):
            yield source.finding(kind, match.start(), match.end(), 0.9, "格式相符")
