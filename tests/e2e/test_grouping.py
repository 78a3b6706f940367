"""One item from many files, on the sample archive, compared with its known truth."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

import pytest

from tests.conftest import SampleArchive
from tests.e2e.conftest import Dishu

Groups = Mapping[str, list[str]]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the one catalogue of this module's tests stands."""
    return tmp_path_factory.mktemp("grouping") / "catalogue"


@pytest.fixture
def grouped(shelf: Path, sample_archive: SampleArchive, dishu: Dishu) -> Path:
    """The catalogue with the archive taken in and grouped, made by the first test that wants it."""
    if not shelf.exists():
        assert dishu("new", shelf, "--office", "临湖县人民政府办公室", "--fonds", "Z109").status == 0
        dishu("ingest", shelf, sample_archive.folder, "--workers", "2")
        assert dishu("group", shelf).status == 0
    return shelf


def held(export: dict) -> Groups:
    return {
        document["id"]: sorted({file["path"] for file in document["files"]})
        for document in export["documents"]
    }


def wanted(archive: SampleArchive, paths: Iterable[str]) -> Groups:
    """The items of the truth; a file that is no document stands alone."""
    groups: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        groups[archive.truth.by_path[path].item or path].append(path)
    return groups


def pairs(groups: Groups) -> set[frozenset[str]]:
    return {frozenset(pair) for paths in groups.values() for pair in combinations(paths, 2)}


def test_items_are_those_of_the_truth(grouped: Path, sample_archive: SampleArchive, dishu: Dishu) -> None:
    found = held(dishu("export", grouped).json)
    truth = wanted(sample_archive, {path for paths in found.values() for path in paths})
    right = pairs(found) & pairs(truth)
    precision, recall = len(right) / len(pairs(found)), len(right) / len(pairs(truth))
    print(f"pairs: precision {precision:.3f}, recall {recall:.3f} of {len(pairs(truth))}")
    assert {frozenset(paths) for paths in found.values()} == {frozenset(paths) for paths in truth.values()}


def test_drafts_annexes_and_masters_have_their_roles(
    grouped: Path, sample_archive: SampleArchive, dishu: Dishu
) -> None:
    for document in dishu("export", grouped).json["documents"]:
        roles = [file["role"] for file in document["files"]]
        assert roles.count("master") == 1, document["title"]
        for file in document["files"]:
            role = sample_archive.truth.by_path[file["path"]].role
            if role in {"draft", "annex", "web"}:
                assert file["role"] == role, file["path"]


def test_numbers_missing_and_borne_twice_are_those_of_the_truth(
    grouped: Path, sample_archive: SampleArchive, dishu: Dishu
) -> None:
    found = dishu("gaps", grouped, "--json").json
    gaps = {(gap["series"], gap["year"], tuple(gap["numbers"])) for gap in found["gaps"]}
    assert gaps == {(gap.series, gap.year, gap.numbers) for gap in sample_archive.truth.gaps}
    repeated = [item["document_number"] for item in found["duplicate_numbers"]]
    assert repeated == list(sample_archive.truth.duplicate_numbers)


def test_a_second_run_changes_nothing(grouped: Path, dishu: Dishu) -> None:
    before = dishu("export", grouped).json
    again = dishu("group", grouped, "--json").json
    assert (again["changed"], again["merged"]) == (0, 0)
    assert dishu("export", grouped).json == before


def test_what_a_person_split_and_merged_stays_so(grouped: Path, dishu: Dishu) -> None:
    documents = dishu("export", grouped).json["documents"]
    document = next(d for d in documents if len(d["files"]) == 3 and d["master"])
    web = next(f["path"] for f in document["files"] if f["role"] == "web")
    taken = dishu("split", grouped, document["id"], web, "--by", "王示例", "--json").json["document"]
    assert taken != document["id"]
    assert dishu("group", grouped, "--json").json["changed"] == 0
    now = held(dishu("export", grouped).json)
    assert now[taken] == [web]
    assert web not in now[document["id"]]
    merged = dishu("merge", grouped, document["id"], taken, "--by", "王示例", "--json").json["document"]
    assert merged == document["id"]
    assert dishu("group", grouped, "--json").json["changed"] == 0
    assert held(dishu("export", grouped).json)[merged] == sorted(f["path"] for f in document["files"])
    entries = dishu("audit", "export", grouped).lines
    actions = [json.loads(entry["canonical"])["action"] for entry in entries]
    assert {"document.split", "document.merge"} <= set(actions)


def test_splitting_and_merging_what_is_not_there_is_refused(grouped: Path, dishu: Dishu) -> None:
    document = dishu("export", grouped).json["documents"][0]
    assert dishu("split", grouped, document["id"], "没有这个文件.doc", "--by", "王示例").status == 3
    assert dishu("split", grouped, "no-such-document", "x.doc", "--by", "王示例").status == 3
    assert dishu("merge", grouped, document["id"], document["id"], "--by", "王示例").status == 2
