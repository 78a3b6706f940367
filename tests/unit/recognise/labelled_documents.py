"""The project's own labelled documents: invented texts and pages with what stands on them."""

import io
import tomllib
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.document import Element, Recognition
from app.domain.document import ElementName as Name
from app.formats.extract import extract
from app.inventory.recognise import recognise
from tests.unit.recognise.texts import recognised

FOLDER = Path(__file__).parent / "labelled"
NAMES = {
    "title": Name.TITLE,
    "number": Name.DOCUMENT_NUMBER,
    "bodies": Name.ISSUING_BODY,
    "recipients": Name.MAIN_RECIPIENTS,
    "dated": Name.DATED_ON,
    "mark": Name.DISCLOSURE_MARK,
    "unified": Name.UNIFIED_NUMBER,
}
_SIGNS = str.maketrans("﹝[【(﹞]】)“”‘’○—－", "〔〔〔〔〕〕〕〕\"\"''〇--")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document by its file and name; ``labels`` hold the elements that are judged, ``None`` for one
    that the page does not have.
    """

    place: str
    labels: dict[Name, frozenset[str] | str | None]
    recognition: Recognition


def labelled_documents(file: str, spoil: Callable[[str], str] = str) -> list[Labelled]:
    """The documents of one file, recognised; plain texts are ``spoil``-ed before."""
    data = tomllib.loads((FOLDER / file).read_text("utf-8"))
    return [_labelled(file, entry, spoil) for entry in data["document"]]


def alike(value: object) -> str:
    """A value without differences of width, blanks and brackets, as the benchmarks compare it."""
    text = "".join(unicodedata.normalize("NFKC", str(value or "")).split()).translate(_SIGNS)
    return text if text.endswith(("号", "號")) else text.strip("〔〕:：。，,;；")


def given(element: Element | None) -> frozenset[str] | str | None:
    """The printed value of an element in the form in which it is compared."""
    if element is None or element.origin != "printed":
        return None
    return _comparable(element.value)


def _labelled(file: str, entry: dict[str, Any], spoil: Callable[[str], str]) -> Labelled:
    judged = {key: name for key, name in NAMES.items() if key not in entry.get("skipped", ())}
    labels = {name: _comparable(entry[key]) if entry.get(key) else None for key, name in judged.items()}
    return Labelled(f"{file}: {entry['name']}", labels, _recognition(entry, spoil))


def _recognition(entry: dict[str, Any], spoil: Callable[[str], str]) -> Recognition:
    if "text" in entry:
        return recognised(spoil(entry["text"]))
    return recognise(extract(io.BytesIO(entry["html"].encode()), "page.html"))


def _comparable(value: str | Collection[str]) -> frozenset[str] | str:
    return alike(value) if isinstance(value, str) else frozenset(map(alike, value))
