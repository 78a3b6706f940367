"""One file checked before publication: contents, traces, wording and format."""

from dataclasses import dataclass
from pathlib import Path

from app.domain.source import Extraction, FileFormat
from app.formats.extract import extract
from app.formats.opening import open_for_reading
from app.formats.page_format import PageFormat
from app.formats.reader import UnreadableError
from app.inventory.secrecy import examine_extraction, examine_name
from app.report.publication.content_rules import content_faults, trace_faults
from app.report.publication.faults import Fault, FaultKind
from app.report.publication.page import laid_out
from app.report.publication.page_rules import page_faults
from app.report.publication.text_rules import missing_faults, text_faults
from app.report.publication.wording import wording_faults


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file. A classified file is not looked into any further."""

    path: str
    faults: tuple[Fault, ...]
    is_classified: bool = False

    def as_dict(self) -> dict[str, object]:
        """The record for JSON."""
        return {
            "path": self.path,
            "classified": self.is_classified,
            "faults": [one.as_dict() for one in self.faults],
        }


def check_file(path: Path) -> Checked:
    """Check a file. Safe to call in a worker process."""
    try:
        return _checked(path)
    except UnreadableError as error:
        fault = Fault(FaultKind.UNREADABLE, "unreadable", error.failure.message)
        return Checked(str(path), (fault,))


def _checked(path: Path) -> Checked:
    verdict = examine_name(path.name)
    if not verdict.quarantines:
        with open_for_reading(str(path)) as stream:
            extraction = extract(stream, path.name)
            verdict = examine_extraction(extraction)
            if not verdict.quarantines:
                faults = (
                    *content_faults(extraction),
                    *trace_faults(stream),
                    *wording_faults(extraction),
                )
    if verdict.quarantines:
        fault = Fault(FaultKind.CLASSIFIED, verdict.rule, "有涉密标志，不得发布，请立即报告保密工作机构")
        return Checked(str(path), (fault,), is_classified=True)
    return Checked(str(path), (*faults, *_format(path, extraction)))


def _format(path: Path, extraction: Extraction) -> list[Fault]:
    """Faults of format; only for letters as docx or as PDF with text."""
    is_letter = extraction.format in {FileFormat.DOCX, FileFormat.PDF} and not extraction.needs_ocr
    return format_faults(path) if is_letter else []


def format_faults(path: Path) -> list[Fault]:
    """Deviations from GB/T 9704-2012 and missing elements of a docx or PDF.

    Raises:
        UnreadableError: damaged, encrypted or too large.
    """
    page = laid_out(_page_format(path))
    if not page.text.strip():
        return []  # a scan shows nothing that could be measured
    return [*page_faults(page), *text_faults(page), *missing_faults(page)]


def _page_format(path: Path) -> PageFormat:
    from app.formats.read import pdf_layout, word_layout

    with open_for_reading(str(path)) as stream:
        is_pdf = b"%PDF-" in stream.read(1024)
        stream.seek(0)
        return pdf_layout.read_page_format(stream) if is_pdf else word_layout.read_page_format(stream)
