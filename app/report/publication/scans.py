"""Pages that are pictures: private values found by text recognition, where it is installed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.classify.personal_information import find
from app.domain.disclosure import Finding
from app.domain.source import Extraction
from app.formats import ocr
from app.formats.opening import open_for_reading
from app.formats.write.redacted_word import spans_of

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the top left of the page as it is shown."""

Goes = Callable[[Finding, str], bool]
"""Whether a finding in a text is to be taken out."""

_FRAGMENT = 8
"""A value counts as seen when so many of its characters in a row can be read."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """What was found on pages without text. ``boxes`` by page; ``unread``: pages nobody could read."""

    values: tuple[str, ...] = ()
    boxes: tuple[tuple[int, tuple[Box, ...]], ...] = ()
    unread: tuple[int, ...] = ()


def scanned(source: Path, extraction: Extraction, goes: Goes, words: Sequence[str]) -> Scanned:
    """Private values and ``words`` on the pages of a PDF that have no text of their own.

    A page that had to be turned to be read counts as unread: its places are not known well enough.
    """
    pages = ocr.pages_to_recognise(extraction)
    if not pages or not ocr.available():
        return Scanned(unread=tuple(pages))
    values: dict[str, None] = {}
    boxes: list[tuple[int, tuple[Box, ...]]] = []
    unread: list[int] = []
    with open_for_reading(str(source)) as stream:
        for number, page in ocr.recognise_pages_of(stream, pages):
            if page.turned_by or not page.lines:
                unread.append(number)
                continue
            found = list(_values_on(page, goes, words))
            values.update(dict.fromkeys(found))
            if places := tuple(_boxes_on(page, found)):
                boxes.append((number, places))
    return Scanned(tuple(values), tuple(boxes), tuple(unread))


def _values_on(page: ocr.OcrPage, goes: Goes, words: Sequence[str]) -> Iterator[str]:
    text = "\n".join(line.text for line in page.lines)
    for finding in find(text):
        if goes(finding, text):
            yield "".join(text[finding.start : finding.end].split())
    bare = "".join(text.split())
    yield from (word for word in words if "".join(word.split()) in bare)


def _boxes_on(page: ocr.OcrPage, values: Sequence[str]) -> Iterator[Box]:
    """The part of each line that shows a value, a character wider on both sides."""
    text = "\n".join(line.text for line in page.lines)
    starts = []
    at = 0
    for line in page.lines:
        starts.append(at)
        at += len(line.text) + 1
    for start, end in spans_of(text, values):
        for line, begin in zip(page.lines, starts, strict=True):
            first, last = max(start, begin) - begin, min(end, begin + len(line.text)) - begin
            if first < last:
                wide = (line.right - line.left) / max(1, len(line.text))
                left = max(line.left, line.left + (first - 1) * wide)
                yield left, line.top, min(line.right, line.left + (last + 1) * wide), line.bottom


def seen_by_recognition(path: Path, pages: Iterable[int], values: Sequence[str]) -> tuple[str, ...]:
    """The values that can still be read on these pages of a PDF; none where recognition is not installed."""
    numbers = list(pages)
    if not numbers or not values or not ocr.available():
        return ()
    with open_for_reading(str(path)) as stream:
        read = [page for _, page in ocr.recognise_pages_of(stream, numbers)]
    text = "".join("".join(line.text.split()) for page in read for line in page.lines)
    return tuple(value for value in values if any(part in text for part in _fragments(value)))


def _fragments(value: str) -> list[str]:
    bare = "".join(value.split())
    return [bare[n : n + _FRAGMENT] for n in range(max(1, len(bare) - _FRAGMENT + 1))]
