"""The sample archive is what it says it is; other tests rest on it."""

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import olefile
import pytest

from tests.conftest import SampleArchive
from tests.samples.build import build_archive
from tests.samples.compose import as_text, compose
from tests.samples.filing import Carrier, Filing
from tests.samples.people import check_digit, luhn_digit, people
from tests.samples.plan import FILINGS, GAPS, REPEATED_NUMBERS
from tests.samples.truth import Truth

SERIES = re.compile(r"(临政[一-鿿]*)〔(\d{4})〕(\d+)号")
PAPERS = {filing.paper.title + (filing.paper.number or ""): filing.paper for filing in FILINGS}.values()


def test_every_file_is_known_and_every_known_file_is_there(sample_archive: SampleArchive) -> None:
    folder = sample_archive.folder
    on_disk = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    outside_containers = {path for path in sample_archive.truth.by_path if "!/" not in path}
    assert on_disk == outside_containers
    assert len(on_disk) + len(sample_archive.truth.left_out) > 105


def test_truth_is_also_written_beside_the_archive(sample_archive: SampleArchive) -> None:
    assert Truth.read(sample_archive.folder) == sample_archive.truth


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        build_archive(tmp_path)
    assert (tmp_path / "mine.txt").exists()


@pytest.mark.parametrize(
    "carrier", [carrier for carrier in Carrier if carrier.value.write], ids=lambda c: c.name
)
def test_files_are_the_same_on_every_run(
    carrier: Carrier, sample_archive: SampleArchive, tmp_path: Path
) -> None:
    filing = next(filing for filing in FILINGS if filing.carrier is carrier)
    again = tmp_path / "again"
    assert carrier.value.write
    carrier.value.write(again, filing.paper, filing.lines())
    assert again.read_bytes() == (sample_archive.folder / filing.path).read_bytes()


def test_own_series_begin_with_one_and_miss_only_the_declared_numbers() -> None:
    numbers: dict[tuple[str, int], list[int]] = defaultdict(list)
    for paper in PAPERS:
        match = SERIES.fullmatch(paper.number or "")
        if match and not paper.classification:
            numbers[match[1], int(match[2])].append(int(match[3]))
    missing = {
        (series, year): tuple(sorted(set(range(1, max(found) + 1)) - set(found)))
        for (series, year), found in numbers.items()
    }
    assert {key: gap for key, gap in missing.items() if gap} == {(g.series, g.year): g.numbers for g in GAPS}
    repeated = {
        f"{series}〔{year}〕{number}号"
        for (series, year), found in numbers.items()
        for number in found
        if found.count(number) > 1
    }
    assert repeated == set(REPEATED_NUMBERS)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
def test_elements_and_findings_stand_in_the_text(paper) -> None:
    text = re.sub(r"\s", "", as_text(compose(paper)))
    printed = [paper.title, paper.number, paper.recipients, paper.mark, paper.annotation, paper.signatory]
    printed += [*paper.signature, *(value for _kind, value in paper.findings)]
    missing = [value for value in printed if value and re.sub(r"\s", "", value) not in text]
    assert not missing
    assert 250 <= len(text) <= 1600


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
def test_dates_and_numbers_agree(paper) -> None:
    year = re.search(r"〔(\d{4})〕", paper.number or "")
    assert year is None or int(year[1]) == paper.dated_on.year
    assert paper.printed_on is None or paper.printed_on >= paper.dated_on
    assert date(2005, 1, 1) <= paper.dated_on <= date(2025, 12, 31)


def test_identity_numbers_have_right_check_digits_and_no_real_county() -> None:
    assert check_digit("11010519491231002") == "X"
    assert luhn_digit("7992739871") == "3"
    for person in people(7, 50):
        assert person.resident_id[:6] == "330999"
        assert check_digit(person.resident_id[:17]) == person.resident_id[17]
        assert luhn_digit(person.bank_card[:-1]) == person.bank_card[-1]
    assert len({person.resident_id for person in people(7, 50)}) == 50


@pytest.mark.parametrize(
    "filing", [f for f in FILINGS if f.carrier in {Carrier.DOC, Carrier.WPS}], ids=lambda f: f.path
)
def test_word_binaries_open_and_hold_their_text(filing: Filing, sample_archive: SampleArchive) -> None:
    with olefile.OleFileIO(sample_archive.folder / filing.path) as container:
        assert not container.parsing_issues
        content = container.openstream("WordDocument").read()
    assert filing.paper.body[0].encode("utf-16-le") in content
    assert container.exists("WpsCustomData") is (filing.carrier is Carrier.WPS)
