"""A scan read by character recognition outside a catalogue, page by page, each through the secrecy gate."""

from app.domain.source import Extraction, Failure, FailureKind, FileStatus
from app.formats.ocr import OcrPage, available, pages_to_recognise, recognise_pages_of, with_recognised
from app.formats.opening import open_for_reading
from app.formats.reader import UnreadableError
from app.inventory.process import Processed
from app.inventory.recognise import recognise
from app.inventory.scan import Found
from app.inventory.secrecy import SecrecyVerdict, examine_extraction
from app.text.similarity import sketch_of

SECONDS_PER_PAGE = 60.0
_GONE = Failure(FailureKind.VANISHED, "文字识别时文件已被移走或无法打开。请确认后重试。")


def can_be_read(status: FileStatus) -> bool:
    """Whether a file of this status is a scan and the optional character recognition is installed."""
    return status is FileStatus.NEEDS_OCR and available()


def process_scan(found: Found, read: Extraction, sha256: str | None) -> Processed:
    """What the pages without text say; ``read`` is what the reader made of the file.

    A mark of classification on any page stops the work. Safe to call in a worker process.
    """
    try:
        with open_for_reading(found.absolute) as stream:
            pages: dict[int, OcrPage] = {}
            for number, page in recognise_pages_of(stream, pages_to_recognise(read)):
                pages[number] = page
                verdict = examine_extraction(with_recognised(read, pages))
                if verdict.quarantines:
                    return _quarantined(found, verdict)
    except UnreadableError as error:
        return Processed("", FileStatus.FAILED, found.size, error.failure)
    except OSError:
        return Processed("", FileStatus.FAILED, found.size, _GONE)
    extraction = with_recognised(read, pages)
    recognition = recognise(extraction, found.path.rsplit("/", 1)[-1])
    sketch = sketch_of(extraction.text)
    return Processed("", FileStatus.OK, found.size, None, sha256, extraction, recognition, sketch=sketch)


def _quarantined(found: Found, verdict: SecrecyVerdict) -> Processed:
    return Processed("", FileStatus.QUARANTINED, found.size, verdict=verdict)
