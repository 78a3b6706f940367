"""Whether anything planted is left in redacted copies of generated documents.

    .venv/bin/python -m bench.redaction [COUNT]

Half of them Word documents, half PDFs, with private values in text, tables, headers, notes, comments,
properties, descriptions, attachments, bookmarks and an earlier revision. Every copy is searched in each
unpacked stream, by our reader, by pdfium, by pdfminer, and, where rapidocr is installed, by text recognition.
"""

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pypdfium2
from docx import Document

from app.formats import ocr
from app.formats.extract import extract
from app.formats.render import page_picture
from app.formats.write.leaks import leaked
from app.report.publication.redact import redact_file
from bench import promise
from tests.report.planted import Planted, planted_docx, planted_pdf

FRAGMENT = 8
"""A value counts as left over when this many characters of it in a row can still be read."""


def main(count: int) -> None:
    started, used = time.perf_counter(), time.process_time()
    tally: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        for seed in range(count):
            suffix = ".docx" if seed % 2 else ".pdf"
            source, target = Path(place) / f"in{suffix}", Path(place) / f"out{suffix}"
            made = (planted_docx if seed % 2 else planted_pdf)(source, seed)
            tally["values"] += len(made.values)
            tally["values readable before"] += len(leaked(source, list(made.values.values())))
            result = redact_file(source, target)
            tally["copies refused by their own check"] += result.left_over > 0
            for how, place_name in left_over(made, target, result.pictures):
                tally[f"LEFT: {place_name} ({how})"] += 1
                print(seed, suffix, how, place_name)
            tally.update(changed(made, target, result.pictures))
            if seed % 10 == 9:
                print(
                    f"{seed + 1} documents, {sum(n for name, n in tally.items() if 'LEFT' in name)} left over",
                    file=sys.stderr,
                )
    for name, number in sorted(tally.items()):
        print(f"{name}: {number}")
    promise.tell("left", sum(number for name, number in tally.items() if "LEFT" in name))
    promise.tell("changed", sum(number for name, number in tally.items() if "CHANGED" in name))
    promise.tell("documents", count)
    seconds, used = time.perf_counter() - started, time.process_time() - used
    print(f"{count} documents, text recognition {'on' if ocr.available() else 'NOT INSTALLED'}: "
          f"{seconds:.0f} s ({used:.0f} s of processor)")  # fmt: skip


def left_over(made: Planted, target: Path, pictures: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    """How and from where a planted value can still be had."""
    found = set(leaked(target, list(made.values.values())))
    readings = dict(readings_of(target, pictures))
    for place, value in made.values.items():
        if value in found:
            yield "bytes", place
        for how, text in readings.items():
            if any(value[n : n + FRAGMENT] in text for n in range(max(1, len(value) - FRAGMENT + 1))):
                yield how, place


def readings_of(path: Path, pictures: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    """What each extractor reads, without blanks."""
    with path.open("rb") as stream:
        found = extract(stream, path.name)
    yield (
        "reader",
        bare("".join([found.text, *(one.text for one in found.asides), *found.properties.values()])),
    )
    if path.suffix == ".docx":
        yield "python-docx", bare("".join(p.text for p in Document(str(path)).paragraphs))
        return
    with pypdfium2.PdfDocument(path) as document:
        yield "pdfium", bare("".join(page.get_textpage().get_text_bounded() for page in document))
    with pdfplumber.open(path) as pages:
        yield "pdfminer", bare("".join(page.extract_text() or "" for page in pages.pages))
    if ocr.available():
        with path.open("rb") as stream:
            read = [ocr.recognise_page_of(stream, number) for number in pictures]
        yield "ocr", bare("".join(line.text for page in read for line in page.lines))


def changed(made: Planted, target: Path, pictures: tuple[int, ...]) -> Iterator[str]:
    """What of the rest is not as it was; also how much was compared."""
    if target.suffix == ".docx":
        kept = [p.text for p in Document(str(target)).paragraphs]
        for text in made.others:
            yield "paragraphs as they were" if text in kept else "CHANGED paragraph"
        return
    with (
        made.path.open("rb") as before,
        target.open("rb") as after,
        pypdfium2.PdfDocument(target) as document,
    ):
        for number in range(1, len(document) + 1):
            if number in pictures:
                continue
            same = page_picture(before, number, 72).tobytes() == page_picture(after, number, 72).tobytes()
            yield "pages as they were" if same else "CHANGED page"


def bare(text: str) -> str:
    return "".join(text.split())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
