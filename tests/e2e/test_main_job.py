"""The whole job through the command line, on the sample archive, compared with its known truth."""

import json
import os
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import SampleArchive
from tests.e2e.conftest import Dishu, Said

PIN = "2468"


@pytest.fixture(scope="module")
def kept() -> dict[str, dict]:
    """What ``inspect`` said of the archive, asked once for this module."""
    return {}


@pytest.fixture(scope="module")
def untouched(sample_archive: SampleArchive) -> dict[Path, tuple[int, bytes]]:
    """What the archive holds before the program is asked."""
    return held_in(sample_archive.folder)


def held_in(folder: Path) -> dict[Path, tuple[int, bytes]]:
    return {
        path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def records(
    kept: dict[str, dict],
    untouched: dict[Path, tuple[int, bytes]],  # noqa: ARG001 - looked at before
    sample_archive: SampleArchive,
    dishu: Dishu,
) -> dict[str, dict]:
    """The record of each file by its path."""
    if not kept:
        kept.update(
            {record["path"]: record for record in dishu("inspect", sample_archive.folder, "--json").lines}
        )
    return kept


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the one catalogue of this module's tests stands."""
    return tmp_path_factory.mktemp("job") / "catalogue"


@pytest.fixture
def filled(shelf: Path, taken_in: Path, dishu: Dishu) -> Path:
    """The catalogue with the archive taken in and classified, made by the first test that wants it."""
    if not shelf.exists():
        shutil.copytree(taken_in, shelf)
        assert dishu("classify", shelf).status == 0
        dishu("people", "add", shelf, "王示例", "--role", "reviewer", "--role", "approver", "--by", "王示例")
        dishu("people", "add", shelf, "李复核", "--role", "approver", "--by", "王示例")
        dishu("people", "pin", shelf, "李复核", "--by", "李复核", typed=f"{PIN}\n")
    return shelf


def by_path(export: dict) -> dict[str, dict]:
    return {file["path"]: document for document in export["documents"] for file in document["files"]}


def test_every_file_is_accounted_for_as_the_truth_says(
    filled: Path, sample_archive: SampleArchive, dishu: Dishu
) -> None:
    export = dishu("export", filled).json
    became = dict.fromkeys(by_path(export), "ok") | dict.fromkeys(export["quarantined"], "quarantined")
    became |= dict.fromkeys(export["skipped"], "skipped") | dict.fromkeys(export["failed"], "failed")
    wanted = {file.path: file.status for file in sample_archive.truth.files}
    readable = {"ok", "needs_ocr"}
    differing = {
        path: (status, became.get(path))
        for path, status in wanted.items()
        if became.get(path) != status and not (status in readable and became.get(path) in {"ok", None})
    }
    assert not differing
    assert {file.path: file.failure for file in sample_archive.truth.with_status("failed")} == export[
        "failed"
    ]


def test_nothing_of_a_classified_file_is_in_the_catalogue(
    filled: Path, sample_archive: SampleArchive
) -> None:
    quarantined = sample_archive.truth.with_status("quarantined")
    assert quarantined
    held = b"".join(file.read_bytes() for file in filled.rglob("*") if file.is_file())
    for file in quarantined:
        for value in file.elements.values():
            if isinstance(value, str) and len(value) > 8:
                assert value.encode() not in held


def test_a_second_run_reads_nothing(filled: Path, sample_archive: SampleArchive, dishu: Dishu) -> None:
    again = dishu("ingest", filled, sample_archive.folder, "--json").json
    assert again["ok"] == again["needs_ocr"] == again["quarantined"] == 0
    assert not again["failed"]
    assert again["unchanged"] == again["seen"]


FLOORS = {"title": 0.97, "document_number": 0.98, "issuing_body": 0.96, "main_recipients": 0.97, "dated_on": 0.97,
          "disclosure_mark": 1.0, "genre": 0.95}  # fmt: skip


def bare(value: str | list[str] | None) -> str | None:
    """A value without the blanks that typesetting put in."""
    return None if value is None else "".join("；".join([value] if isinstance(value, str) else value).split())


def test_elements_agree_with_the_truth(sample_archive: SampleArchive, records: dict[str, dict]) -> None:
    right, given, wanted = Counter(), Counter(), Counter()
    for file in sample_archive.truth.files:
        record = records.get(str(sample_archive.folder / file.path))
        if record is None or record["status"] != "ok" or not file.elements:
            continue
        for name in FLOORS:
            found = record["elements"][name]
            value = bare(found["value"] if found else None)
            want = bare(file.elements[name] or file.derivable.get(name))
            given[name] += value is not None
            wanted[name] += want is not None
            right[name] += value is not None and value == want
    scores = {name: 2 * right[name] / (given[name] + wanted[name]) for name in FLOORS}
    print(scores)
    assert {name: score for name, score in scores.items() if score < FLOORS[name]} == {}


def test_suggestions_agree_with_a_careful_archivist(
    sample_archive: SampleArchive, records: dict[str, dict]
) -> None:
    judged = [file for file in sample_archive.truth.files if file.suggestion and file.status == "ok"]
    disagreeing = []
    for file in judged:
        record = records[str(sample_archive.folder / file.path)]
        proposed = record["suggestion"]["attribute"] if record["suggestion"] else None
        if proposed != file.suggestion["attribute"]:
            disagreeing.append((file.path, file.suggestion["attribute"], proposed))
    agreement = 1 - len(disagreeing) / len(judged)
    print(f"{agreement:.3f} of {len(judged)}", disagreeing)
    assert agreement >= 0.9


VALIDATED = frozenset({"resident_id", "mobile_phone", "bank_card", "masked_resident_id", "roster"})
"""Kinds that must be found wherever they stand; an address without a road in a column is not yet."""


def test_planted_personal_data_is_found_and_never_shown(
    sample_archive: SampleArchive, records: dict[str, dict]
) -> None:
    printed = json.dumps(list(records.values()), ensure_ascii=False)
    planted = [file for file in sample_archive.truth.files if file.findings and file.status == "ok"]
    assert planted
    for file in planted:
        found = Counter(f["kind"] for f in records[str(sample_archive.folder / file.path)]["findings"])
        for kind, count in Counter(kind for kind, _ in file.findings if kind in VALIDATED).items():
            assert found[kind] >= count, (file.path, kind)
        for kind, value in file.findings:
            if kind == "resident_id":
                assert value not in printed


def test_numbers_that_are_missing_are_named(
    filled: Path, sample_archive: SampleArchive, dishu: Dishu
) -> None:
    found = {
        (gap["series"], gap["year"]): gap["numbers"] for gap in dishu("gaps", filled, "--json").json["gaps"]
    }
    for gap in sample_archive.truth.gaps:
        assert found.get((gap.series, gap.year)) == list(gap.numbers)


@pytest.mark.parametrize("query", ["防汛", "防汛 与 抗旱", "标题:通知", "年>=2010 非 通知"])
def test_a_search_finds_documents(filled: Path, dishu: Dishu, query: str) -> None:
    found = dishu("search", filled, query, "--json").json
    assert found["count"] >= len(found["hits"]) > 0
    for hit in found["hits"]:
        for start, end in hit["marks"]:
            assert 0 <= start < end <= len(hit["snippet"])


def test_a_number_is_found_however_it_is_bracketed(
    filled: Path, sample_archive: SampleArchive, dishu: Dishu
) -> None:
    number = next(
        f.elements["document_number"] for f in sample_archive.truth.files if f.elements.get("document_number")
    )
    assert isinstance(number, str)
    spellings = [
        number,
        number.replace("〔", "[").replace("〕", "]"),
        number.replace("〔", "（").replace("〕", "）"),
    ]
    counts = {
        spelling: dishu("search", filled, spelling, "--json", "--count").json["count"]
        for spelling in spellings
    }
    assert len(set(counts.values())) == 1
    assert counts[number] > 0


def undecided(export: dict) -> list[str]:
    return [
        document["id"]
        for document in export["documents"]
        if document["applicability"] == "ours" and document["disclosure_attribute"] == "undetermined"
        and document["suggestion"] and document["suggestion"]["attribute"] == "on_request"
    ]  # fmt: skip


def decide(dishu: Dishu, catalogue: Path, uuid: str) -> Said:
    return dishu(
        "review", "decide", catalogue, uuid, "--attribute", "on_request", "--basis", "R-13/27", "--reason", "属内部往来",
        "--by", "王示例",
    )  # fmt: skip


def test_two_persons_decide_and_the_chain_is_whole(filled: Path, dishu: Dishu) -> None:
    uuid = undecided(dishu("export", filled).json)[0]
    assert decide(dishu, filled, uuid).status == 0
    same = dishu("review", "approve", filled, uuid, "--by", "王示例")
    assert same.status == 3
    assert "同一人" in same.err
    wrong = dishu("review", "approve", filled, uuid, "--by", "李复核", "--pin", typed="0000\n")
    assert wrong.status == 3
    assert dishu("review", "approve", filled, uuid, "--by", "李复核", "--pin", typed=f"{PIN}\n").status == 0
    decided = next(d for d in dishu("export", filled).json["documents"] if d["id"] == uuid)
    assert decided["disclosure_attribute"] == "on_request"
    assert decided["determination"]["identity_proven"]
    assert dishu("audit", "verify", filled, "--json").json["valid"]


def test_a_package_verifies_until_a_bit_is_flipped(filled: Path, dishu: Dishu, tmp_path: Path) -> None:
    uuid = undecided(dishu("export", filled).json)[0]
    decide(dishu, filled, uuid)
    dishu("review", "approve", filled, uuid, "--by", "李复核", "--pin", typed=f"{PIN}\n")
    dishu("transfer", "adopt", filled, "--by", "王示例")
    built = dishu("transfer", "build", filled, tmp_path / "out", "--by", "王示例", "--json")
    assert built.status == 0, built.err
    (package,) = built.json["packages"]
    assert dishu("verify", package, "--json").status == 0
    file = max(Path(package).rglob("*-001.*"), key=lambda path: path.stat().st_size)
    broken = bytearray(file.read_bytes())
    broken[len(broken) // 2] ^= 1
    file.write_bytes(broken)
    report = dishu("verify", package, "--json")
    assert report.status == 1
    places = [place["path"] for check in report.json["checks"] for place in check["places"]]
    assert any(file.name in place for place in places)


def test_the_original_files_are_untouched(
    untouched: dict[Path, tuple[int, bytes]], records: dict[str, dict], sample_archive: SampleArchive
) -> None:
    assert records
    assert held_in(sample_archive.folder) == untouched


def test_a_changed_file_reopens_its_review_and_a_vanished_one_is_marked(tmp_path: Path, dishu: Dishu) -> None:
    files, catalogue = tmp_path / "files", tmp_path / "catalogue"
    files.mkdir()
    (files / "甲.txt").write_text(
        "临湖县水利局关于修缮堤防的通知\n各乡镇：\n请抓紧修缮。\n临湖县水利局\n2015年3月7日\n",
        encoding="utf-8",
    )
    (files / "乙.txt").write_text(
        "临湖县水利局关于清理河道的通知\n各乡镇：\n请抓紧清理。\n", encoding="utf-8"
    )
    dishu("new", catalogue, "--office", "临湖县水利局")
    assert dishu("ingest", catalogue, files, "--json").json["ok"] == 2
    (files / "乙.txt").unlink()
    with (files / "甲.txt").open("a", encoding="utf-8") as stream:
        stream.write("（此件公开发布）\n")
    summary = dishu("ingest", catalogue, files, "--json").json
    assert summary["vanished"] == 1
    documents = dishu("export", catalogue).json["documents"]
    assert len(documents) == 2, "the changed file is the same document, the vanished one stays on record"
    changed = next(d for d in documents if "堤防" in d["title"])
    assert changed["disclosure_mark"] == "此件公开发布"


def test_bad_input_gets_a_sentence_and_the_contract_s_exit_status(tmp_path: Path, dishu: Dishu) -> None:
    missing = dishu("ingest", tmp_path / "nowhere", tmp_path)
    assert (missing.status, "找不到文件夹" in missing.err) == (3, True)
    dishu("new", tmp_path / "c", "--office", "某局")
    no_folder = dishu("ingest", tmp_path / "c", tmp_path / "nothing here")
    assert (no_folder.status, "找不到文件夹" in no_folder.err) == (3, True)
    (tmp_path / "c" / "catalogue.db").write_bytes(b"broken" * 500)
    broken = dishu("status", tmp_path / "c")
    assert (broken.status, "Traceback" in broken.err) == (3, False)
    with pytest.raises(SystemExit) as wrong_use:
        dishu("ingest")
    assert wrong_use.value.code == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the super-user may read everything")
def test_a_folder_without_permission_is_reported(tmp_path: Path, dishu: Dishu) -> None:
    files = tmp_path / "files"
    (files / "closed").mkdir(parents=True)
    (files / "closed").chmod(0)
    dishu("new", tmp_path / "c", "--office", "某局")
    summary = dishu("ingest", tmp_path / "c", files, "--json")
    (files / "closed").chmod(0o700)
    assert summary.json["failed"] == {"blocked": 1}


def test_a_moved_root_is_bound_again_after_comparing(tmp_path: Path, dishu: Dishu) -> None:
    files, moved, other = tmp_path / "files", tmp_path / "moved", tmp_path / "other"
    files.mkdir()
    (files / "甲.txt").write_text("临湖县水利局关于修缮堤防的通知", encoding="utf-8")
    dishu("new", tmp_path / "c", "--office", "临湖县水利局")
    dishu("ingest", tmp_path / "c", files)
    shutil.move(files, moved)
    other.mkdir()
    assert dishu("relocate", tmp_path / "c", "files", other, "--by", "王示例").status == 3
    assert dishu("relocate", tmp_path / "c", "files", moved, "--by", "王示例").status == 0
    assert dishu("ingest", tmp_path / "c", moved, "--json").json["unchanged"] == 1


def test_a_released_file_is_read_by_the_next_ingest_with_the_release_on_record(
    tmp_path: Path, dishu: Dishu
) -> None:
    files, shelf = tmp_path / "files", tmp_path / "c"
    files.mkdir()
    (files / "机密★5年 演示.txt").write_text("临湖县水利局关于保密宣传教育的通知\n", encoding="utf-8")
    dishu("new", shelf, "--office", "临湖县水利局")
    assert dishu("ingest", shelf, files, "--json").json["quarantined"] == 1
    (waiting,) = dishu("quarantine", "list", shelf, "--json").lines
    released = ("quarantine", "release", shelf, waiting["number"], "--by", "王示例", "--reason")
    assert dishu(*released, " ").status == 2
    assert dishu(*released, "已核对原件，系培训样张").status == 0
    assert dishu("ingest", shelf, files, "--json").json["ok"] == 1
    assert dishu("quarantine", "list", shelf, "--json").lines == []
    acts = [json.loads(entry["canonical"])["action"] for entry in dishu("audit", "export", shelf).lines]
    assert "quarantine.release" in acts
