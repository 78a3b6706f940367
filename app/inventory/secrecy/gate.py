"""The gate at the door: classified files must not be read in (保守国家秘密法; 密级★期限 marks).

The gate runs twice: on the path before a file is opened (:func:`examine_name`) and on what a reader
returned before anything of it is stored (:func:`examine_extraction`). Levels A and B quarantine the
file; level C only says that secrecy is mentioned, and stops nothing. A verdict never holds text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import PurePath

from app.domain.source import Extraction, PartKind
from app.text.folding import fold

FIRST_LINES_FOR_MARK = 15
FIRST_LINES_FOR_BARE_LEVEL = 5
LAST_LINES_FOR_MARK = 5
FIRST_PAGE_CHARACTERS = 4000
LONGEST_MARK_LINE = 60
TOP_OF_PAGE = 0.4
"""The share of a page's height, from the top, in which a level word alone counts as a mark."""

_LEVEL = "(?:绝密|机密|秘密)"
_STAR = r"[★☆*※✩✭⭐]"
_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_TERM = (
    rf"(?:长期|启用前|{_COUNT}(?:年|个?月|天|日)|"
    r"(?:至|到)?\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:前|解密|启用前)?)"
)
_URGENCY = "(?:特提|特急|加急|平急|急件)"
_LABEL_WORDS = (
    r"(?:(?:文件|公文|本件|本文|拟定|确定)?密级(?:(?:和|及|与)?保密期限)?|定密|密别|保密(?:级别|等级))"
)
_LABEL = rf"(?:{_LABEL_WORDS}[:★]?)"
_KIND = "(?:级?(?:文件|材料|资料|公文)|级|件)"
_COPY_NUMBER = r"(?:(?:份号|№|no\.?|编号)?[:]?\d{2,7})"
_MARK = re.compile(
    rf"{_COPY_NUMBER}?{_LABEL}?{_LEVEL}(?:★[^,。;]{{0,12}}|{_STAR}{_TERM}){_URGENCY}?{_COPY_NUMBER}?"
)
_LEVEL_LINE = re.compile(
    rf"(?P<copy>{_COPY_NUMBER})?(?:等级[:]?)?(?:{_URGENCY}[·/]?)?{_LABEL}?{_LEVEL}{_KIND}?{_URGENCY}?"
)
_STARLESS_MARK = re.compile(rf"{_LABEL}?{_LEVEL}[·.\-]?{_COUNT}(?:年|个月)")
"""A mark whose star was lost or written as another sign; only as a whole line."""
_COPY_LINE = re.compile(rf"(?:份号[:]?)?\d{{6}}{_URGENCY}?")
_SPACED_LEVEL = re.compile(r"(?<![一-鿿])([绝机秘])\s+(密)(?=\s|[★☆*※_\-.·〕]|$)")
_AROUND_STAR = re.compile(rf"\s*({_STAR})\s*(?:(\d{{1,4}})\s*(年|个?月|天|日)?)?")
_BRACKETED = re.compile(rf"〔\s*{_LABEL}?\s*{_LEVEL}\s*(?:{_STAR}[^〕]{{0,12}})?(?:级|件)?\s*〕")
_NAME_STAR = re.compile(rf"(?<![一-鿿]){_LEVEL}\s*(?:★|{_STAR}\s*{_TERM})")
_NAME_TAG = re.compile(rf"(?:^|[\s_\-+·.]){_LABEL}?{_LEVEL}(?=[\s_\-+·.\d]|$)")
_NAME_WHOLE = re.compile(
    rf"[\d\s_\-.、年]*{_LEVEL}(?:级|件|文件|材料|资料|公文|档案|文书|类|级文件)?[\d\s_\-.、年]*"
)
_NAME_PROBABLE = re.compile(
    r"[\d\s_\-.、年]*(?:涉密|密件|密传|密码电报|机要件?)(?:文件|材料|资料|公文|档案|文书|目录|文件夹)?[\d\s_\-.、年]*"
)
_NAME_PROBABLE_TAG = re.compile(r"〔(?:涉密|密件|密传|密码电报)〕|^(?:密件|密传|密码电报)(?=[\s_\-+])")
_NEGATED = re.compile("[非不无未]\\s*涉?密")
_TELEGRAM_LINE = re.compile("(?:密码电报|密件|密传|密码传真|机要密件|涉密(?:文件|材料|资料|公文))")
_PARTY_SERIES = re.compile(r"(?:中发|中办发|厅字)\s*〔\d{4}〕")
_SCOPE = re.compile("此件发至.{1,10}级")
_NO_REPRINT = re.compile("(?:请勿|不得|严禁)(?:翻印|复制)")
_PROPERTY_KEY = re.compile("密级|secre|classif|sensitivity", re.IGNORECASE)
_LEVEL_CODES = frozenset({"um", "jm", "mm"})
"""GB/T 7156 codes of 绝密, 机密 and 秘密, folded."""
_LABELLED_CELL = re.compile(rf"{_LABEL_WORDS}[:]?\s*(?P<value>{_LEVEL})(?P<rest>.*)")
_HAS_LABEL = re.compile(_LABEL_WORDS)
_WRAPPING = re.compile(r"""^(?:解密[:]?)?[〔<"'](?=[^〕]*[〕>"']$)|^解密[:]|[〕>"']$|〔[^〕]{0,20}解密〕$""")
"""Signs around a mark on a line of its own, and the note of a declassification, which a person must check."""
_TICKS = "☑☒√✓✔■●"
_BOXES = f"[{_TICKS}□○◯]"
_TICKED_BEFORE = re.compile(rf"[{_TICKS}]\s*{_LEVEL}")
_TICKED_BEHIND = re.compile(rf"{_LEVEL}\s*[{_TICKS}]")
_FIRST_BOX = re.compile(_BOXES)
_FIRST_LEVEL = re.compile(_LEVEL)
_UNTICKED_CHOICE = re.compile(rf"^\s*[★☆*※]?\s*(?:[/、,|□○]|{_LEVEL})")
_CLASSIFICATION_HEADERS = frozenset(
    {"密级", "密级和保密期限", "密级与保密期限", "密级及保密期限", "保密级别", "文件密级"}
)
_MENTION = re.compile(f"{_LEVEL}|保密")


class SecrecyLevel(StrEnum):
    """How sure the gate is; the order of declaration is the order of gravity."""

    CERTAIN = "A"
    PROBABLE = "B"
    MENTION = "C"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SecrecyVerdict:
    """What the gate found. ``rule`` names the test that hit; it is all that may be logged."""

    level: SecrecyLevel
    rule: str = ""

    @property
    def quarantines(self) -> bool:
        """Whether nothing of the file may be stored."""
        return self.level in {SecrecyLevel.CERTAIN, SecrecyLevel.PROBABLE}


CLEAR = SecrecyVerdict(SecrecyLevel.NONE)


def _certain(rule: str) -> SecrecyVerdict:
    return SecrecyVerdict(SecrecyLevel.CERTAIN, rule)


def _probable(rule: str) -> SecrecyVerdict:
    return SecrecyVerdict(SecrecyLevel.PROBABLE, rule)


def graver(verdicts: Iterable[SecrecyVerdict]) -> SecrecyVerdict:
    """The gravest of several verdicts."""
    order = list(SecrecyLevel)
    return min(verdicts, key=lambda verdict: order.index(verdict.level), default=CLEAR)


def gate(path: str, extraction: Extraction) -> SecrecyVerdict:
    """The verdict on a file by its path and by what was read of it."""
    by_name = examine_name(path)
    return by_name if by_name.quarantines else graver((by_name, examine_extraction(extraction)))


def examine_name(path: str) -> SecrecyVerdict:
    r"""The verdict on a path (``\\``, ``/`` and ``!/`` part it), before the file is opened."""
    parts = [part for part in re.split(r"[\\/]|!/", fold(path)) if part.strip()]
    names = [*parts[:-1], *(PurePath(part).stem for part in parts[-1:])]
    return graver(_examine_part(_SPACED_LEVEL.sub(r"\1\2", name.strip())) for name in names)


def _examine_part(name: str) -> SecrecyVerdict:
    if _NAME_STAR.search(name):
        return _certain("name:mark")
    if _BRACKETED.search(name) or _NAME_WHOLE.fullmatch(name) or _NAME_TAG.search(name):
        return _certain("name:level")
    if _NEGATED.search(name):
        return CLEAR
    if _NAME_PROBABLE.fullmatch(name) or _NAME_PROBABLE_TAG.search(name):
        return _probable("name:restricted")
    return SecrecyVerdict(SecrecyLevel.MENTION, "name:mention") if _MENTION.search(name) else CLEAR


def examine_extraction(extraction: Extraction) -> SecrecyVerdict:
    """The verdict on properties and page one; called before anything of the file is stored."""
    tests = (_examine_properties, _examine_first_page, _examine_columns, _examine_restricted_series)
    verdict = CLEAR
    for test in tests:
        verdict = graver((verdict, test(extraction)))
        if verdict.level is SecrecyLevel.CERTAIN:
            return verdict
    if verdict is CLEAR and _MENTION.search(extraction.text):
        return SecrecyVerdict(SecrecyLevel.MENTION, "text:mention")
    return verdict


def _examine_properties(extraction: Extraction) -> SecrecyVerdict:
    return graver(_examine_property(key, value) for key, value in extraction.properties.items())


def _examine_property(key: str, value: str) -> SecrecyVerdict:
    folded = re.sub(r"\s", "", fold(value))
    if len(folded) > LONGEST_MARK_LINE:
        return CLEAR
    says_level = _LEVEL_LINE.fullmatch(folded) or folded in _LEVEL_CODES
    if _MARK.fullmatch(folded) or _NAME_STAR.search(folded) or (says_level and _PROPERTY_KEY.search(key)):
        return _certain("property")
    return _probable("property") if _BRACKETED.search(folded) or _LEVEL_LINE.fullmatch(folded) else CLEAR


def _examine_first_page(extraction: Extraction) -> SecrecyVerdict:
    lines = list(_first_lines(extraction.text))
    verdicts = [
        *_examine_top(lines),
        *(_examine_line(line, bare=True) for line in _lines_at_the_top(extraction)),
        *(_examine_line(line, bare=False) for line in _lines_off_the_body(extraction)),
        *(
            _examine_line(line, bare=False)
            for line in extraction.text[-400:].split("\n")[-LAST_LINES_FOR_MARK:]
        ),
    ]
    return graver(verdicts)


def _first_lines(text: str) -> Iterator[str]:
    """The first lines of page one that are not blank."""
    lines = (line for line in text[:FIRST_PAGE_CHARACTERS].split("\n") if line.strip())
    for _, line in zip(range(FIRST_LINES_FOR_MARK), lines, strict=False):
        yield line


def _examine_top(lines: list[str]) -> Iterator[SecrecyVerdict]:
    head = lines[:FIRST_LINES_FOR_BARE_LEVEL]
    has_copy_number = any(_COPY_LINE.fullmatch(re.sub(r"\s", "", fold(line))) for line in head)
    for index, line in enumerate(lines):
        verdict = _examine_line(line, bare=index < FIRST_LINES_FOR_BARE_LEVEL)
        if verdict.rule == "page:level" and has_copy_number:
            verdict = _certain("page:copy_number_and_level")
        yield verdict
    joined = "".join(line.strip() for line in lines if len(line.strip()) <= 2)
    if _MARK.fullmatch(re.sub(r"\s", "", fold(joined))):
        yield _certain("page:mark")


def _lines_at_the_top(extraction: Extraction) -> Iterator[str]:
    """Lines that stand in the upper part of page one, in whatever order the file holds them."""
    height = extraction.page_size[1] if extraction.page_size else None
    for line in extraction.layout:
        if height and line.top is not None and line.top <= height * TOP_OF_PAGE:
            yield extraction.text[line.start : line.end]


def _lines_off_the_body(extraction: Extraction) -> Iterator[str]:
    """Lines of page one, of headers, text boxes and mail headers, wherever they stand in the text."""
    for line in extraction.layout:
        yield extraction.text[line.start : line.end]
    for part in extraction.parts:
        if part.kind in {PartKind.HEADER, PartKind.TEXT_BOX, PartKind.MAIL_HEADER}:
            yield from extraction.text[part.start : part.end].split("\n")


def _examine_line(line: str, *, bare: bool) -> SecrecyVerdict:
    if "密" not in line or len(line) > 4 * LONGEST_MARK_LINE:
        return CLEAR
    text = _AROUND_STAR.sub(r"\1\2\3", _SPACED_LEVEL.sub(r"\1\2", fold(line))).strip()
    whole = re.sub(r"\s", "", text)
    tokens = [*text.split(), _WRAPPING.sub("", whole), whole]
    if any(len(token) <= LONGEST_MARK_LINE and _MARK.fullmatch(token) for token in tokens) or (
        _STARLESS_MARK.fullmatch(tokens[-1])
    ):
        return _certain("page:mark")
    if _is_labelled_level(text):
        return _certain("page:labelled_level")
    return _examine_bare_line(tokens) if bare else CLEAR


def _examine_bare_line(tokens: list[str]) -> SecrecyVerdict:
    whole = tokens[-1]
    if len(whole) > LONGEST_MARK_LINE:
        return CLEAR
    level = _LEVEL_LINE.fullmatch(whole)
    if level:
        return _certain("page:copy_number_and_level") if level["copy"] else _probable("page:level")
    if _TELEGRAM_LINE.fullmatch(whole):
        return _probable("page:telegram")
    bracketed = _BRACKETED.search(whole)
    ends_line = bracketed and bracketed.end() == len(whole)
    return _probable("page:level") if ends_line else CLEAR


def _is_labelled_level(text: str) -> bool:
    """Whether a form's field 密级 holds a level, and is not a list of levels to choose from."""
    if not _HAS_LABEL.search(re.sub(r"\s", "", text)):
        return False
    if _FIRST_BOX.search(text):
        return _is_ticked(text)
    for cell in text.replace(" ", "").split("\t"):
        field = _LABELLED_CELL.fullmatch(cell)
        if field and not _UNTICKED_CHOICE.search(field["rest"]) and len(field["rest"]) <= 12:
            return True
    cells = [cell.replace(" ", "") for cell in text.split("\t")]
    return any(
        label.rstrip(":") in _CLASSIFICATION_HEADERS
        and (_LEVEL_LINE.fullmatch(value) or _MARK.fullmatch(value))
        for label, value in pairwise(cells)
    )


def _is_ticked(text: str) -> bool:
    """Whether a level's box is ticked; boxes stand in front of or behind all their options."""
    box, level = _FIRST_BOX.search(text), _FIRST_LEVEL.search(text)
    if box is None or level is None:
        return False
    ticked = _TICKED_BEFORE if box.start() < level.start() else _TICKED_BEHIND
    return ticked.search(text) is not None


def _examine_columns(extraction: Extraction) -> SecrecyVerdict:
    """A catalogue whose column 密级 holds a level is itself to be handled as classified."""
    if "密级" not in extraction.text and "保密级别" not in extraction.text:
        return CLEAR
    columns: tuple[int, ...] = ()
    for line in extraction.text.split("\n"):
        if "\t" not in line:
            continue
        cells = [re.sub(r"\s", "", fold(cell)) for cell in line.split("\t")]
        found = tuple(index for index, cell in enumerate(cells) if cell in _CLASSIFICATION_HEADERS)
        columns = found or columns
        if any(_says_level(cells[index]) for index in columns if index < len(cells)):
            return _certain("column")
    return CLEAR


def _says_level(cell: str) -> bool:
    return bool(_LEVEL_LINE.fullmatch(cell) or _MARK.fullmatch(cell))


def _examine_restricted_series(extraction: Extraction) -> SecrecyVerdict:
    """Party central documents with a scope and a ban on reprinting (domain rule, level B)."""
    head = fold(extraction.text[:FIRST_PAGE_CHARACTERS])
    if not _PARTY_SERIES.search(head[:600]):
        return CLEAR
    text = fold(extraction.text)
    if _SCOPE.search(text) and _NO_REPRINT.search(text):
        return _probable("page:party_series")
    return CLEAR


def properties_verdict(properties: Mapping[str, str]) -> SecrecyVerdict:
    """The verdict on the properties of a container or mail, which has no page."""
    return graver(_examine_property(key, value) for key, value in properties.items())
