"""From a document to the lines of its pages, in the order GB/T 9704 prescribes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tests.samples.paper import Annex, Era, Form, Paper, Table, chinese_date, plain_date


class Style(StrEnum):
    """What a line is, which decides its place, size and colour."""

    CORNER_LEFT = "corner_left"
    CORNER_RIGHT = "corner_right"
    HEAD = "head"
    NUMBER = "number"
    NUMBER_SIGNED = "number_signed"
    NUMBER_RIGHT = "number_right"
    RULE = "rule"
    TITLE = "title"
    RECIPIENTS = "recipients"
    BODY = "body"
    HEADING = "heading"
    SIGNATURE = "signature"
    DATE = "date"
    NOTE = "note"
    ANNEX_LABEL = "annex_label"
    ANNEX_TITLE = "annex_title"
    TABLE = "table"
    IMPRINT = "imprint"
    IMPRINT_END = "imprint_end"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the document; a table row keeps its cells apart."""

    text: str
    style: Style
    cells: tuple[str, ...] = ()


TITLE_WIDTH = 18
"""Characters on a line of the title (22 pt on 156 mm hold twenty)."""


def compose(paper: Paper) -> tuple[Line, ...]:
    """All lines of the document; long titles are broken as a typist would."""
    return (
        *_header(paper),
        *_title(paper),
        *_main(paper),
        *_close(paper),
        *_annexes(paper),
        *_imprint(paper),
    )


def _header(paper: Paper) -> Iterator[Line]:
    corner = Style.CORNER_LEFT if paper.era is Era.GB_2012 else Style.CORNER_RIGHT
    if paper.copy_number:
        yield Line(paper.copy_number, Style.CORNER_LEFT)
    if paper.classification:
        yield Line(_spaced(paper.classification, paper.era), corner)
    if paper.urgency:
        yield Line(_spaced(paper.urgency, paper.era), corner)
    if paper.unified_number:
        yield Line(paper.unified_number, Style.CORNER_RIGHT)
    if paper.head:
        yield Line(paper.head, Style.HEAD)
    if paper.form is Form.LETTER:
        yield Line("", Style.RULE)
    if paper.number and paper.signatory:
        yield Line(f"{paper.number}　　　　　　签发人：{paper.signatory}", Style.NUMBER_SIGNED)
    elif paper.number:
        yield Line(paper.number, Style.NUMBER_RIGHT if paper.form is Form.LETTER else Style.NUMBER)
    if paper.head and paper.form is not Form.LETTER:
        yield Line("", Style.RULE)


def _spaced(word: str, era: Era) -> str:
    """In the 1999 layout the two characters of 特急 or 机密 stand apart (clause 8.1.2)."""
    return f"{word[0]} {word[1:]}" if era is Era.GB_1999 else word


def _title(paper: Paper) -> Iterator[Line]:
    for part in broken_title(paper.title):
        yield Line(part, Style.TITLE)


def broken_title(title: str) -> tuple[str, ...]:
    """The title in lines of nearly equal length, cut after a word that ends a phrase if there is one."""
    count = -(-len(title) // TITLE_WIDTH)
    parts: list[str] = []
    rest = title
    while count > 1:
        target = round(len(rest) / count)
        cut = _best_cut(rest, target)
        parts.append(rest[:cut])
        rest, count = rest[cut:], count - 1
    return (*parts, rest)


def _best_cut(text: str, target: int) -> int:
    nearby = range(max(4, target - 4), min(TITLE_WIDTH + 2, len(text) - 2, target + 5))
    phrase_ends = [i for i in nearby if text[i - 1] in "、府室局会于的》" or text[i : i + 2] == "关于"]
    return min(phrase_ends, key=lambda i: abs(i - target)) if phrase_ends else target


def _main(paper: Paper) -> Iterator[Line]:
    for text in paper.lead:
        yield Line(text, Style.NOTE)
    if paper.recipients:
        yield Line(f"{paper.recipients}：", Style.RECIPIENTS)
    for text in paper.body:
        yield Line(text, Style.HEADING if _is_heading(text) else Style.BODY)


def _is_heading(text: str) -> bool:
    return text[1:2] == "、" and text[0] in "一二三四五六七八九十" and "。" not in text


def _close(paper: Paper) -> Iterator[Line]:
    for index, note in enumerate(paper.annex_note):
        yield Line(f"附件：{note}" if index == 0 else f"　　　{note}", Style.NOTE)
    for name in paper.signature:
        yield Line(name, Style.SIGNATURE)
    if paper.form is not Form.MINUTES:
        is_old = paper.era is Era.GB_1999
        yield Line(chinese_date(paper.dated_on) if is_old else plain_date(paper.dated_on), Style.DATE)
    if paper.annotation:
        yield Line(f"（{paper.annotation}）", Style.NOTE)
    if paper.mark and not paper.mark_in_imprint:
        yield Line(f"（{paper.mark}）", Style.NOTE)


def _annexes(paper: Paper) -> Iterator[Line]:
    for index, annex in enumerate(paper.annexes, start=1):
        yield Line(f"附件{index}" if len(paper.annexes) > 1 else "附件", Style.ANNEX_LABEL)
        yield from _annex(annex)


def _annex(annex: Annex) -> Iterator[Line]:
    for part in broken_title(annex.title):
        yield Line(part, Style.ANNEX_TITLE)
    for text in annex.body:
        yield Line(text, Style.HEADING if _is_heading(text) else Style.BODY)
    if annex.table:
        yield from table_lines(annex.table)


def table_lines(table: Table) -> Iterator[Line]:
    """A line for each row, its cells kept apart."""
    for row in table.rows:
        yield Line("\t".join(row), Style.TABLE, row)


def _imprint(paper: Paper) -> Iterator[Line]:
    if paper.mark and paper.mark_in_imprint:
        yield Line(paper.mark, Style.IMPRINT)
    if paper.subject_words:
        yield Line(f"主题词：{paper.subject_words}", Style.IMPRINT)
    if paper.copy_recipients:
        yield Line(f"抄送：{paper.copy_recipients}。", Style.IMPRINT)
    if paper.printing_body and paper.printed_on:
        yield Line(f"{paper.printing_body}　　　　{plain_date(paper.printed_on)}印发", Style.IMPRINT_END)


def as_text(lines: tuple[Line, ...], line_end: str = "\n") -> str:
    """The lines as a plain text file shows them: indents and right alignment made of blanks."""
    return line_end.join([*(_as_text(line) for line in lines), ""])


def _as_text(line: Line) -> str:
    match line.style:
        case Style.BODY | Style.HEADING | Style.NOTE:
            return f"　　{line.text}"
        case Style.HEAD | Style.NUMBER | Style.TITLE | Style.ANNEX_TITLE:
            return _padded(line.text, (28 - len(line.text)) // 2)
        case Style.SIGNATURE | Style.DATE | Style.NUMBER_RIGHT | Style.CORNER_RIGHT:
            return _padded(line.text, 26 - len(line.text))
        case Style.RULE:
            return "─" * 28
        case _:
            return line.text


def _padded(text: str, blanks: int) -> str:
    return "　" * max(0, blanks) + text
