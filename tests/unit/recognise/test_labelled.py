"""Accuracy on the project's own labelled documents: no element may fall below its floor."""

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


@pytest.fixture(scope="module")
def documents() -> list[Labelled]:
    return [document for path in sorted(FOLDER.glob("*.toml")) for document in labelled_documents(path.name)]


def test_there_are_enough_documents_for_a_figure(documents: list[Labelled]) -> None:
    assert len(documents) >= 100


@pytest.mark.parametrize("name", FLOORS, ids=lambda name: name.value)
def test_every_element_keeps_its_floor(name: Name, documents: list[Labelled]) -> None:
    judged = [
        (document.place, given(document.recognition.elements.get(name)), document.labels[name])
        for document in documents
        if name in document.labels
    ]
    right = sum(got is not None and got == want for _, got, want in judged)
    offered, wanted = (sum(value[side] is not None for value in judged) for side in (1, 2))
    wrong = [place for place, got, want in judged if got != want]
    assert 2 * right / (offered + wanted) >= FLOORS[name], wrong


def test_no_number_is_given_where_the_document_has_none(documents: list[Labelled]) -> None:
    for document in documents:
        if document.labels.get(Name.DOCUMENT_NUMBER, "") is None:
            assert given(document.recognition.elements.get(Name.DOCUMENT_NUMBER)) is None, document.place
