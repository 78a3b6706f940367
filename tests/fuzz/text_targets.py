"""Recognisers and the query language as functions of a text, and what must hold of what they find."""

import io
import json

from app.classify import rules
from app.classify.findings import findings_of
from app.classify.personal_information import find
from app.classify.records import elements_record, findings_record, suggestion_record
from app.classify.suggest import Case, suggest
from app.domain.query import Mistake
from app.domain.source import Extraction, FileFormat, LayoutLine, PartKind, TextPart
from app.formats.encoding import decode
from app.formats.identify import identify
from app.inventory.recognise import recognise
from app.inventory.secrecy.gate import examine_extraction, examine_name
from app.search.explain import explain
from app.search.language import understand
from app.search.snippets import Marker
from tests.fuzz import mutate, seeds, texts
from tests.fuzz.target import Target


def identifying(data: bytes) -> None:
    """Identification by bytes and one of the names it may have, and the guess of its encoding."""
    chosen = sum(data) % len(_NAMES)
    identify(io.BytesIO(data), _NAMES[chosen])
    declared = (None, "gb2312", "big5", data[:12].decode("latin-1"))[chosen % 4]
    assert isinstance(decode(data, declared).text, str)
    examine_name(decode(data[:200]).text)


_NAMES = ("a", "a.txt", "a.wps", "a.csv", "a.html", "a.eml", "a.xml")


def laid_out(text: str) -> Extraction:
    """A text as a reader gives it; the marks of :mod:`tests.fuzz.texts` become layout and pages."""
    lines: list[str] = []
    layout: list[LayoutLine] = []
    pages, place = [0], 0
    for line in text.replace("\r", "").split("\n"):
        mark, rest = line[:1], line[1:] if line[:1] in {"\x01", "\x02", "\x03"} else line
        if mark == "\x03":
            pages.append(place)
        red = (255, 0, 0) if mark == "\x01" else (0, 0, 0)
        size = {"\x01": 40.0, "\x02": 22.0}.get(mark, 16.0)
        top = 20.0 * len(layout)
        if len(pages) == 1:
            layout.append(
                LayoutLine(place, place + len(rest), 60, top, 500, top + size, size, red, size > 20)
            )
        lines.append(rest)
        place += len(rest) + 1
    whole = "\n".join(lines)
    parts = tuple(TextPart(PartKind.TABLE, start, end) for start, end in _runs_of_rows(lines))
    is_placed = "\x01" in text or "\x02" in text
    return Extraction(
        format=FileFormat.PDF,
        puid=None,
        text=whole,
        page_starts=tuple(pages) if is_placed else (),
        page_count=len(pages) if is_placed else None,
        parts=parts,
        layout=tuple(layout) if is_placed else (),
        page_size=(595.0, 842.0) if is_placed else None,
        properties={"title": lines[0][:80]},
        reader="fuzz",
    )


def _runs_of_rows(lines: list[str]) -> list[tuple[int, int]]:
    found, place, start = [], 0, -1
    for line in [*lines, ""]:
        if "\t" in line and start < 0:
            start = place
        elif "\t" not in line and start >= 0:
            found.append((start, place))
            start = -1
        place += len(line) + 1
    return found


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def recognising(data: bytes) -> None:
    """Recognition of a text with layout; evidence lies inside the text."""
    extraction = laid_out(_text(data))
    found = recognise(extraction, "临政办发〔2015〕7号 " + extraction.text[:20].replace("/", "") + ".doc")
    length = len(extraction.text)
    for element in found.elements.values():
        if element.evidence is not None:
            assert 0 <= element.evidence.start <= element.evidence.end <= length, "evidence lies outside"
    json.dumps(elements_record(found.elements))


def looking_for_persons(data: bytes) -> None:
    """Personal information in a text; places are sound and what is shown of a number is masked."""
    text = laid_out(_text(data)).text
    for finding in find(text, year=2015):
        assert 0 <= finding.start < finding.end <= len(text), "a finding lies outside"
        if finding.kind in {"resident_id", "bank_card", "mobile_phone"}:
            assert sum(map(str.isdigit, finding.shown)) < 11, "a number is shown whole"


def guarding(data: bytes) -> None:
    """The secrecy gate on a text and on every line of it as a name."""
    extraction = laid_out(_text(data))
    verdict = examine_extraction(extraction)
    assert len(verdict.rule) < 60, "a verdict holds no text"
    for line in extraction.text.split("\n")[:5]:
        examine_name(line)


def suggesting(data: bytes) -> None:
    """Everything that is made of one file's text: elements, findings, suggestion."""
    extraction = laid_out(_text(data))
    recognition = recognise(extraction, "a.doc")
    findings = findings_of(extraction, recognition)
    case = Case(extraction, recognition, findings, rules.shipped_rules(), file_name="a.doc")
    json.dumps([findings_record(findings), suggestion_record(suggest(case))])


def asking(data: bytes) -> None:
    """A query: understood or a mistake with a place; explained, and marked in a text."""
    query = _text(data)
    node = understand(query)
    if isinstance(node, Mistake):
        assert 0 <= node.start <= node.end, "a mistake lies nowhere"
        return
    explain(node).encode()
    marker = Marker(node)
    (snippet,) = marker.snippets([texts.NOTICE])
    assert all(0 <= start <= end <= len(snippet.text) for start, end in snippet.marks)


TARGETS = (
    Target("identify", identifying, mutate.in_bytes, seeds.any_bytes),
    Target("recognise", recognising, mutate.in_text, seeds.official_texts),
    Target("persons", looking_for_persons, mutate.in_text, seeds.official_texts),
    Target("gate", guarding, mutate.in_text, seeds.official_texts),
    Target("query", asking, mutate.in_text, seeds.queries),
    Target("suggest", suggesting, mutate.in_text, seeds.official_texts),
)
