"""Accuracy on the project's own labelled documents: no element may fall below its floor."""

import re
from collections.abc import Callable

import pytest

from app.domain.document import ElementName as Name
from tests.unit.recognise.labelled_documents import FOLDER, Labelled, given, labelled_documents

FLOORS = {
    Name.TITLE: 0.98,
    Name.DOCUMENT_NUMBER: 0.99,
    Name.DATED_ON: 0.98,
    Name.ISSUING_BODY: 0.98,
    Name.MAIN_RECIPIENTS: 0.98,
    Name.DISCLOSURE_MARK: 1.0,
    Name.UNIFIED_NUMBER: 1.0,
}
LEAST_WHEN_SPOILT = 0.95
_HALF_WIDTH = str.maketrans("（），：；？！", "(),:;?!")


def stripped(text: str) -> str:
    """The lines without what stands around them, as character recognition gives them."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


SPOILT: dict[str, Callable[[str], str]] = {
    "indents lost": stripped,
    "blanks lost": lambda text: "\n".join(re.sub(r"\s+", "", line) for line in stripped(text).split("\n")),
    "signs of half width": lambda text: stripped(text).translate(_HALF_WIDTH),
    "square brackets": lambda text: stripped(text).replace("〔", "[").replace("〕", "]"),
    "an opening bracket lost": lambda text: re.sub(r"〔(\d{4})〕", r"\1〕", stripped(text), count=1),
    "a closing bracket lost": lambda text: re.sub(r"〔(\d{4})〕", r"〔\1", stripped(text), count=1),
    "circles read as zeros": lambda text: stripped(text).replace("○", "0").replace("〇", "0"),
    "an empty line below each": lambda text: stripped(text).replace("\n", "\n\n"),
    "the addressee's colon lost": lambda text: _ADDRESSEE.sub(r"\1", stripped(text), count=1),
    "the addressee's colon a comma": lambda text: _ADDRESSEE.sub(r"\1，", stripped(text), count=1),
}
_ADDRESSEE = re.compile(r"^(.{4,80})：$", re.MULTILINE)


@pytest.fixture(scope="module")
def documents() -> list[Labelled]:
    return [document for path in sorted(FOLDER.glob("*.toml")) for document in labelled_documents(path.name)]


def test_there_are_enough_documents_for_a_figure(documents: list[Labelled]) -> None:
    assert len(documents) >= 100


@pytest.mark.parametrize("name", FLOORS, ids=lambda name: name.value)
def test_every_element_keeps_its_floor(name: Name, documents: list[Labelled]) -> None:
    reached, wrong = score(name, documents)
    assert reached >= FLOORS[name], wrong


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_carriers_that_lose_blanks_and_signs_lose_few_elements(spoil: Callable[[str], str]) -> None:
    spoilt = [
        document
        for path in sorted(FOLDER.glob("*.toml"))
        for document in labelled_documents(path.name, spoil)
    ]
    reached = {name: score(name, spoilt)[0] for name in FLOORS}
    assert min(reached.values()) >= LEAST_WHEN_SPOILT, reached


def score(name: Name, documents: list[Labelled]) -> tuple[float, list[str]]:
    """F1 of an element and the documents in which it is wrong."""
    judged = [
        (document.place, given(document.recognition.elements.get(name)), document.labels[name])
        for document in documents
        if name in document.labels
    ]
    right = sum(got is not None and got == want for _, got, want in judged)
    offered, wanted = (sum(value[side] is not None for value in judged) for side in (1, 2))
    return 2 * right / (offered + wanted), [place for place, got, want in judged if got != want]


def test_no_number_is_given_where_the_document_has_none(documents: list[Labelled]) -> None:
    for document in documents:
        if document.labels.get(Name.DOCUMENT_NUMBER, "") is None:
            assert given(document.recognition.elements.get(Name.DOCUMENT_NUMBER)) is None, document.place
