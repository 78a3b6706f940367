"""Accuracy on published documents, when the shared data is there: no element may fall below its floor."""

import json
import statistics
import time
import unicodedata
from pathlib import Path

import pytest

from app.domain.document import ElementName as Name
from app.domain.document import Recognition
from tests.pace import is_within
from tests.unit.recognise.texts import recognised

SHARED = Path(__file__).parents[4] / "shared"
GOLD = SHARED / "data" / "gold"
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="../shared is not here")

FLOORS = {
    Name.TITLE: 0.97,
    Name.DOCUMENT_NUMBER: 0.98,
    Name.DATED_ON: 0.97,
    Name.ISSUING_BODY: 0.96,
    Name.MAIN_RECIPIENTS: 0.97,
    Name.DISCLOSURE_MARK: 1.0,
}
_SIGNS = str.maketrans("﹝[【(﹞]】)“”‘’○—－", "〔〔〔〔〕〕〕〕\"\"''〇--")


def alike(value: object) -> str:
    """A value without differences of width, blanks and brackets."""
    text = "".join(unicodedata.normalize("NFKC", str(value or "")).split()).translate(_SIGNS)
    return text if text.endswith(("号", "號")) else text.strip("〔〕:：。，,;；")


def expected(labels: dict) -> dict[Name, object]:
    """What stands in the text. The rows labelled from web pages give the date without its literal
    form, though it stands there too; their date counts."""
    return {
        Name.TITLE: labels["title"] if labels.get("title_present") else None,
        Name.DOCUMENT_NUMBER: labels["doc_number"] if labels.get("doc_number_present") else None,
        Name.ISSUING_BODY: labels.get("issuer_signature"),
        Name.MAIN_RECIPIENTS: labels.get("addressee"),
        Name.DATED_ON: labels.get("date"),
        Name.DISCLOSURE_MARK: labels.get("disclosure_literal"),
    }


def given(recognition: Recognition, name: Name) -> object:
    element = recognition.elements.get(name)
    return element.value if element is not None and element.origin == "printed" else None


def agrees(name: Name, got: object, want: object) -> bool:
    if name is not Name.ISSUING_BODY:
        return alike(got) == alike(want)
    parts = {alike(part) for part in str(want).replace("；", "/").replace("、", "/").split("/")}
    return isinstance(got, tuple) and {alike(part) for part in got} == parts


@pytest.fixture(scope="module")
def labelled() -> list[tuple[dict, Recognition, float]]:
    rows = [json.loads(line) for line in (GOLD / "gold.jsonl").read_text("utf-8").splitlines()]
    results = []
    for row in rows:
        start = time.thread_time()
        recognition = recognised(row["text"])
        results.append((row["labels"], recognition, time.thread_time() - start))
    return results


@pytest.mark.parametrize("name", FLOORS, ids=lambda name: name.value)
def test_every_element_keeps_its_floor(name: Name, labelled) -> None:
    pairs = [(given(recognition, name), expected(labels)[name]) for labels, recognition, _ in labelled]
    right = sum(bool(got and want) and agrees(name, got, want) for got, want in pairs)
    offered, wanted = sum(got is not None for got, _ in pairs), sum(bool(want) for _, want in pairs)
    assert 2 * right / (offered + wanted) >= FLOORS[name]


def test_no_cited_number_is_ever_taken_for_the_own_one(labelled) -> None:
    for labels, recognition, _ in labelled:
        own = alike(given(recognition, Name.DOCUMENT_NUMBER))
        assert own not in {alike(cited) for cited in labels.get("cited_numbers", [])} or not own


def test_a_document_costs_five_milliseconds_at_the_median(labelled) -> None:
    assert is_within(statistics.median(seconds for _, _, seconds in labelled), 0.005)


@pytest.fixture(scope="module")
def published() -> list[tuple[dict, Recognition]]:
    lines = (GOLD / "structured.jsonl").read_text("utf-8").splitlines()
    return [(row, recognised(row["text"][:6000])) for row in map(json.loads, lines)]


def test_numbers_of_published_policies_are_right_where_they_stand_in_the_text(published) -> None:
    pairs = [
        (given(recognition, Name.DOCUMENT_NUMBER), row["doc_number"])
        for row, recognition in published
        if row["doc_number"] and row["literal"].get("doc_number_head")
    ]
    right = sum(alike(got) == alike(want) for got, want in pairs)
    assert right / sum(got is not None for got, _ in pairs) >= 0.95


def test_titles_of_published_policies_are_right_where_they_stand_in_the_text(published) -> None:
    """Sites name a notice by what it issues, or leave out the body in front: either holds the other."""
    pairs = [
        (alike(given(recognition, Name.TITLE)), alike(row["title"]))
        for row, recognition in published
        if row["literal"].get("title_nospace")
    ]
    offered = [(got, want) for got, want in pairs if got]
    assert len(offered) >= 400
    assert sum(got in want or want in got for got, want in offered) / len(offered) >= 0.95
