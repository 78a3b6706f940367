"""Real files that lie beside the repository: secrets leave no byte, carriers of one text agree."""

import tempfile
from pathlib import Path

import pytest

from app.formats import ocr
from app.formats.extract import extract
from app.inventory.recognise import recognise
from tests.e2e.conftest import Dishu
from tests.e2e.left_bytes import everything

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "real"
WORD = 6
CARRIERS = ("docx", "ofd", "pdf", "wps")

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")


def text_of(path: Path) -> str:
    with path.open("rb") as stream:
        return extract(stream, path.name).text


def words_of(folder: Path) -> set[str]:
    """Every run of six Chinese characters of every file, told by reading them as the program does."""
    texts = [text_of(path) for path in folder.iterdir()]
    pieces = {text[place : place + WORD] for text in texts for place in range(len(text) - WORD + 1)}
    return {piece for piece in pieces if all("\u4e00" <= letter <= "\u9fff" for letter in piece)}


def forms(word: str) -> list[bytes]:
    return [word.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]


def test_no_byte_of_a_marked_document_is_left_whatever_its_format(
    dishu: Dishu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    shelf, folder = tmp_path / "c", SHARED / "classified_mark"
    dishu("new", shelf, "--office", "临湖县水利局")
    files = {path.name for path in folder.iterdir()}
    summary = dishu("ingest", shelf, folder, "--json").json
    assert (summary["seen"], summary["quarantined"]) == (len(files), len(files))
    export = dishu("export", shelf).json
    assert (export["documents"], set(export["quarantined"])) == ([], files)
    wanted = [form for word in words_of(folder) for form in forms(word)]
    assert len(wanted) > 100, "the search below would find nothing in any case"
    kept = [*everything(shelf), *(path.read_bytes() for path in scratch.rglob("*") if path.is_file())]
    assert [form for form in wanted for data in kept if form in data] == []


def elements_of(path: Path) -> dict[str, object]:
    with path.open("rb") as stream:
        extraction = extract(stream, path.name)
    return {name: found.value for name, found in recognise(extraction, path.name).elements.items()}


@pytest.mark.parametrize("carrier", CARRIERS)
def test_one_document_says_the_same_of_itself_in_every_carrier(carrier: str) -> None:
    folder = SHARED / "redhead"
    found = elements_of(folder / f"test.{carrier}")
    assert len(found) >= 8
    assert found == elements_of(folder / "test.docx")


@pytest.mark.skipif(not ocr.available(), reason="the OCR extra is not installed")
def test_a_mark_that_only_a_picture_shows_stops_it_too(dishu: Dishu, tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "扫描件.jpg").write_bytes((SHARED / "redhead" / "test.jpg").read_bytes())
    dishu("new", tmp_path / "c", "--office", "临湖县水利局")
    done = dishu("ingest", tmp_path / "c", tmp_path / "files", "--workers", 1, "--json").json["ocr"]
    assert (done["quarantined"], done["files"]) == (1, 0)
    assert dishu("export", tmp_path / "c").json["documents"] == []
