"""Redacted copies (区分处理, 条例 711 art. 37): what must go is found, taken out, and looked for again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.classify.finding_kinds import TO_REDACT
from app.classify.personal_information import find, find_in
from app.domain.disclosure import Finding
from app.domain.source import Extraction
from app.errors import AppError
from app.formats import ocr
from app.formats.extract import extract
from app.formats.opening import open_for_reading
from app.formats.read.hidden_parts import HiddenKind, hidden_parts
from app.formats.write.leaks import leaked
from app.formats.write.redacted_word import spans_of, write_redacted_word
from app.inventory.secrecy import examine_extraction, examine_name
from app.report.publication.scans import scanned, seen_by_recognition

KINDS = (TO_REDACT | {"person_name"}) - {"roster", "minor", "medical", "whistle_blower", "relief_recipient"}
"""Kinds whose place is the value itself; the others only mark a passage a person must judge."""

_LEAST = 2
_BROKEN_WORD = re.compile(r"(?<=[A-Za-z0-9@._-])\n(?=[A-Za-z0-9@._-])")
"""A line that ends within a word without blanks: a mailbox or a number may go on in the next."""

_OFFICE_MAILBOXES = (".gov.cn", "@gov.cn")


@dataclass(frozen=True, slots=True)
class Redacted:
    """A redacted copy. ``places``: how many were taken out; ``left_over``: values that are still there,
    as their number (a copy with any must not be used); ``pictures``: pages that became pictures;
    ``unread``: pages that are pictures and could not be searched, for a person to look at;
    ``is_recognised``: pictures were read again by text recognition.
    """

    source: str
    target: str
    values: int
    places: int
    left_over: int
    pictures: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    is_recognised: bool = False

    def as_dict(self) -> dict[str, object]:
        """The record for JSON."""
        return {
            "source": self.source,
            "target": self.target,
            "values": self.values,
            "places": self.places,
            "left_over": self.left_over,
            "pictures": list(self.pictures),
            "unread": list(self.unread),
            "is_recognised": self.is_recognised,
        }


def state_of(copy: Redacted) -> str:
    """What a person must know of a copy, in one phrase."""
    if copy.left_over:
        return "仍有残留，不得使用"
    if copy.unread:
        return f"第{'、'.join(map(str, copy.unread))}页是图片，没有查找，请人工处理"
    return "已复查（含文字识别）" if copy.is_recognised else "已复查"


def redact_file(source: Path, target: Path, words: Sequence[str] = ()) -> Redacted:
    """Write a redacted copy without the personal data found and without ``words``. In workers only.

    Raises:
        AppError: the file is classified, or of a format that cannot be redacted.
        UnreadableError: it is damaged or encrypted.
    """
    extraction = _read(source)
    _refuse_classified(source, extraction)
    values = values_of(source, extraction, words)
    if source.suffix.lower() == ".pdf" or extraction.format == "pdf":
        return _redact_pdf(source, target, extraction, values, words)
    if extraction.format != "docx":
        raise AppError(f"“{source.name}”不能直接脱敏。", "请先另存为 docx 或 PDF。")
    places = write_redacted_word(source, target, values)
    return Redacted(str(source), str(target), len(values), places, len(still_there(target, values)))


def _read(path: Path) -> Extraction:
    with open_for_reading(str(path)) as stream:
        return extract(stream, path.name)


def _refuse_classified(source: Path, extraction: Extraction) -> None:
    if examine_name(source.name).quarantines or examine_extraction(extraction).quarantines:
        raise AppError("有涉密标志，不得脱敏发布。", "请立即报告保密工作机构。")


def values_of(source: Path, extraction: Extraction, words: Sequence[str] = ()) -> tuple[str, ...]:
    """The strings to take out, longest first: in text, asides, properties and alternative texts."""
    found = set(words)
    for finding in find_in(extraction):
        text = extraction.text if finding.place == "text" else _aside(extraction, finding.place)
        if _goes(finding, text):
            found.update(_pieces(text[finding.start : finding.end]))
    unbroken = _BROKEN_WORD.sub("", extraction.text)
    for other in (unbroken, *extraction.properties.values(), *_descriptions(source)):
        found.update(other[one.start : one.end] for one in find(other) if _goes(one, other))
    strings = {value.strip() for value in found if len(value.strip()) >= _LEAST}
    return tuple(sorted(strings, key=lambda value: (-len(value), value)))


def _goes(finding: Finding, text: str) -> bool:
    """Whether a finding is taken out; of mailboxes those of persons, an office's own is public."""
    if finding.kind == "email":
        return not text[finding.start : finding.end].lower().endswith(_OFFICE_MAILBOXES)
    return finding.kind in KINDS


def _aside(extraction: Extraction, place: str) -> str:
    return extraction.asides[int(place.partition(":")[2])].text


def _pieces(printed: str) -> list[str]:
    """A value as printed; one that runs over lines or cells also piece by piece."""
    return [re.sub(r"\s", "", printed), *(piece for piece in re.split(r"[\n\t]", printed) if len(piece) >= 4)]


def _descriptions(source: Path) -> list[str]:
    with open_for_reading(str(source)) as stream:
        if stream.read(2) != b"PK":
            return []
        return [part.text for part in hidden_parts(stream) if part.kind is HiddenKind.ALTERNATIVE_TEXT]


def _redact_pdf(
    source: Path, target: Path, extraction: Extraction, printed: Sequence[str], words: Sequence[str]
) -> Redacted:
    """Pages with a value become pictures; all of them when a copied page still carries one unseen."""
    from app.formats.write.redacted_pdf import write_redacted_pdf

    scans = scanned(source, extraction, _goes, words)
    values = (*printed, *(value for value in scans.values if value not in printed))
    shown = dict(scans.boxes)
    boxes = write_redacted_pdf(source, target, values, on_pictures=shown)
    if still_there(target, values):
        every = frozenset(range(1, (extraction.page_count or 0) + 1))
        boxes |= write_redacted_pdf(source, target, values, as_pictures=every, on_pictures=shown)
        boxes = dict.fromkeys(sorted(every), 0) | boxes
    left = {*still_there(target, values), *seen_by_recognition(target, boxes, values)}
    return Redacted(
        str(source),
        str(target),
        len(values),
        sum(boxes.values()),
        len(left),
        tuple(boxes),
        scans.unread,
        is_recognised=ocr.available(),
    )


def still_there(path: Path, values: Sequence[str]) -> tuple[str, ...]:
    """The values that the copy still gives: in its bytes, in any unpacked stream, or to our reader."""
    raw = set(leaked(path, values))
    extraction = _read(path)
    texts = [extraction.text, *(aside.text for aside in extraction.asides), *extraction.properties.values()]
    raw.update(value for value in values if any(any(True for _ in spans_of(text, [value])) for text in texts))
    return tuple(value for value in values if value in raw)
