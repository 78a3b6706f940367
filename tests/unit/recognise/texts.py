"""Makes extractions of invented text for the recognition tests."""

from app.domain.document import ElementName, Recognition
from app.domain.source import Extraction, FileFormat
from app.inventory.recognise import recognise


def extraction(text: str, page_starts: tuple[int, ...] = ()) -> Extraction:
    """A plain text as a reader would return it."""
    return Extraction(FileFormat.TXT, None, text, page_starts=page_starts)


def recognised(text: str, file_name: str = "") -> Recognition:
    """What recognition makes of a text."""
    return recognise(extraction(text), file_name)


def printed(text: str, name: ElementName) -> str | tuple[str, ...] | None:
    """The value of an element if it stands on the page, as the benchmarks count it."""
    element = recognised(text).elements.get(name)
    return element.value if element is not None and element.origin == "printed" else None
