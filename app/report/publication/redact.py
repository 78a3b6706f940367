"""Redacted copies (区分处理, 条例 711 art. 37): what must go is found, taken out, and looked for again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.classify.finding_kinds import TO_REDACT
from app.classify.personal_information import find, find_in
from app.domain.source import Extraction
from app.errors import AppError
from app.formats.extract import extract
from app.formats.opening import open_for_reading
from app.formats.read.hidden_parts import HiddenKind, hidden_parts
from app.formats.write.leaks import leaked
from app.formats.write.redacted_word import spans_of, write_redacted_word
from app.inventory.secrecy import examine_extraction, examine_name

KINDS = (TO_REDACT | {"person_name"}) - {"roster", "minor", "medical", "whistle_blower", "relief_recipient"}
"""Kinds whose place is the value itself; the others only mark a passage a person must judge."""

_LEAST = 2


@dataclass(frozen=True, slots=True)
class Redacted:
    """A redacted copy. ``places``: how many were taken out; ``left_over``: values that are still there,
    as their number (a copy with any must not be used); ``pictures``: pages that became pictures.
    """

    source: str
    target: str
    values: int
    places: int
    left_over: int
    pictures: tuple[int, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The record for JSON."""
        return {
            "source": self.source,
            "target": self.target,
            "values": self.values,
            "places": self.places,
            "left_over": self.left_over,
            "pictures": list(self.pictures),
        }


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
        places, pictures = _redact_pdf(source, target, values)
    elif extraction.format == "docx":
        places, pictures = write_redacted_word(source, target, values), ()
    else:
        raise AppError(f"“{source.name}”不能直接脱敏。", "请先另存为 docx 或 PDF。")
    left = len(still_there(target, values))
    return Redacted(str(source), str(target), len(values), places, left, pictures)


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
        if finding.kind in KINDS:
            text = extraction.text if finding.place == "text" else _aside(extraction, finding.place)
            found.update(_pieces(text[finding.start : finding.end]))
    for other in (*extraction.properties.values(), *_descriptions(source)):
        found.update(other[one.start : one.end] for one in find(other) if one.kind in KINDS)
    strings = {value.strip() for value in found if len(value.strip()) >= _LEAST}
    return tuple(sorted(strings, key=lambda value: (-len(value), value)))


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


def _redact_pdf(source: Path, target: Path, values: Sequence[str]) -> tuple[int, tuple[int, ...]]:
    """Pages with a value become pictures; all of them when a copied page still carries one unseen."""
    from app.formats.write.redacted_pdf import write_redacted_pdf

    boxes = write_redacted_pdf(source, target, values)
    if not still_there(target, values):
        return sum(boxes.values()), tuple(boxes)
    every = frozenset(range(1, (_read(source).page_count or 0) + 1))
    boxes = write_redacted_pdf(source, target, values, as_pictures=every)
    return sum(boxes.values()), tuple(sorted(every))


def still_there(path: Path, values: Sequence[str]) -> tuple[str, ...]:
    """The values that the copy still gives: in its bytes, in any unpacked stream, or to our reader."""
    raw = set(leaked(path, values))
    extraction = _read(path)
    texts = [extraction.text, *(aside.text for aside in extraction.asides), *extraction.properties.values()]
    raw.update(value for value in values if any(any(True for _ in spans_of(text, [value])) for text in texts))
    return tuple(value for value in values if value in raw)
