"""A scan read outside a catalogue, as ``dishu inspect`` does when character recognition is installed."""

import os

import pytest

from app.classify.inspect import inspect_found, inspect_scan
from app.domain.document import ElementName
from app.domain.source import FileStatus
from app.formats import ocr
from app.inventory.scan import Found
from app.inventory.scanned import can_be_read
from tests.conftest import SampleArchive

needs_engine = pytest.mark.skipif(not ocr.available(), reason="the OCR extra is not installed")


def a_scan(archive: SampleArchive) -> Found:
    path = min(file.path for file in archive.truth.with_status("needs_ocr") if file.path.endswith(".png"))
    whole = archive.folder / path
    return Found(str(whole), path, os.fsencode(path), whole.stat().st_size)


@pytest.mark.parametrize("status", FileStatus)
def test_only_scans_are_read_and_only_with_the_optional_part(status: FileStatus) -> None:
    assert can_be_read(status) == (status is FileStatus.NEEDS_OCR and ocr.available())


def test_without_reading_a_scan_is_told_by_its_name_alone(sample_archive: SampleArchive) -> None:
    (record,) = inspect_found(a_scan(sample_archive))
    assert (record.status, record.as_dict()["text_length"]) == (FileStatus.NEEDS_OCR, 0)


@needs_engine
def test_a_scan_gives_its_printed_elements(sample_archive: SampleArchive) -> None:
    found = a_scan(sample_archive)
    (plain,) = inspect_found(found)
    record = inspect_scan((found, plain))
    expected = sample_archive.truth.by_path[found.path].elements
    assert record.status is FileStatus.OK
    assert record.sha256 == plain.sha256
    assert record.recognition is not None
    for name in (ElementName.DOCUMENT_NUMBER, ElementName.DATED_ON):
        assert record.recognition.elements[name].value == expected[name]


@needs_engine
def test_a_file_that_is_gone_is_a_failure(sample_archive: SampleArchive) -> None:
    found = a_scan(sample_archive)
    (plain,) = inspect_found(found)
    gone = Found(found.absolute + ".gone", found.path, found.raw_path, found.size)
    assert inspect_scan((gone, plain)).status is FileStatus.FAILED
