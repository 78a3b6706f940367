"""内容概述: a document in one or two of its own sentences (条例 711, art. 12)."""

import re

from app.classify.personal_information import find
from app.domain.source import Extraction
from app.inventory.recognise.outline import outline
from app.inventory.recognise.page_text import read_lines
from app.inventory.recognise.pages import sheet_spans
from app.inventory.recognise.run_on import divide

MOST_CHARACTERS = 120
_SENTENCE_END = re.compile("[。！!？?]")
_HOLLOW = re.compile(
    r"^(?:现将|经.{0,30}(?:同意|研究)|根据|按照|为(?:了|进一步)?)?.{0,60}(?:印发|转发|发)给你们.{0,60}$|^请.{0,30}(?:执行|落实)"
)


def summary_of(extraction: Extraction | None, title: str, *, year: int | None = None) -> str:
    """The first sentences of the body up to :data:`MOST_CHARACTERS`; the title's matter where there is none.

    A sentence with a sensitive place (条例 art. 14-16) is left out, and so is one that only says that
    something is sent.
    """
    chosen: list[str] = []
    for sentence in _sentences(extraction) if extraction is not None else ():
        if _HOLLOW.match(sentence) or find(sentence, year=year):
            continue
        if chosen and sum(map(len, chosen)) + len(sentence) > MOST_CHARACTERS:
            break
        chosen.append(sentence)
        if sum(map(len, chosen)) > MOST_CHARACTERS:
            break
    text = "".join(chosen)
    if not text:
        return matter_of(title)
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def matter_of(title: str) -> str:
    """What a title is about: between 关于 and the kind of document."""
    found = re.search(r"关于(.{2,}?)(?:的(?:通知|意见|批复|函|复函|报告|请示|通报|决定|通告|公告))?$", title)
    return found[1] if found else title


def _sentences(extraction: Extraction) -> list[str]:
    """The first sentences of the body, without blanks."""
    page = divide(read_lines(extraction))
    parts = outline(page, sheet_spans(page))
    last = min(parts.limit, parts.closing.first if parts.closing else len(page.lines), parts.body + 30)
    lines = [extraction.text[line.start : line.end] for line in page.lines[parts.body : last]]
    text = re.sub(r"\s", "", "".join(lines))[: 10 * MOST_CHARACTERS]
    return [sentence + "。" for sentence in _SENTENCE_END.split(text)[:-1] if len(sentence) > 5]
