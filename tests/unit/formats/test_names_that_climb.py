"""Names that lead out of their container, in every kind of container: refused or cut to their last part, never followed."""

import io
from email.message import EmailMessage
from pathlib import Path

import py7zr
import pytest

from app.formats.containers import members
from app.formats.extract import extract
from app.formats.reader import UnreadableError
from app.formats.unpack.entry import is_safe_name
from tests.fuzz.compound_parts import packed
from tests.fuzz.mutate import zipped
from tests.unit.formats.test_rar import archive, needs_libarchive

NAMES = (
    "../../outside.txt", "..\\..\\outside.txt", "/outside.txt", "C:\\outside.txt", "C:/outside.txt", "\\\\server\\share\\outside.txt",
    "a/../../outside.txt", "..", "a/..", "outside.txt\x00.doc", "a\nb.txt", " ", "//outside.txt",
)  # fmt: skip


def as_zip(name: str) -> bytes:
    return zipped({name.replace("\x00", "\x01"): b"planted"})


def as_mail(name: str) -> bytes:
    message = EmailMessage()
    message.set_content("x")
    message.add_attachment(b"planted", maintype="application", subtype="octet-stream", filename="NAME")
    return message.as_bytes().replace(b"NAME", name.replace("\n", " ").replace("\x00", "").encode())


def as_message(name: str) -> bytes:
    folder = "__attach_version1.0_#00000000"
    return packed({
        ("__properties_version1.0",): bytes(32),
        (folder, "__substg1.0_37010102"): b"planted",
        (folder, "__substg1.0_3707001F"): name.encode("utf-16-le"),
    })  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=repr)
@pytest.mark.parametrize(
    ("make", "file_name"),
    [(as_zip, "a.zip"), (as_mail, "a.eml"), (as_message, "a.msg")],
    ids=["zip", "eml", "msg"],
)
def test_no_name_leads_out(make, file_name, name, tmp_path, monkeypatch):
    (tmp_path / "in" / "it").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "in" / "it")
    for member in members(io.BytesIO(make(name)), file_name):
        assert member.content is None or is_safe_name(member.path), member.path
        assert member.content is None or "\n" not in member.path
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_no_name_of_a_seven_zip_leads_out(name, monkeypatch):
    """The archiver will not write such names; the directory is altered as it is read."""
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w", filters=[{"id": py7zr.FILTER_COPY}]) as made:
        made.writestr(b"planted", "plain.txt")
    usual = py7zr.SevenZipFile.list

    def listed(self):
        found = usual(self)
        for info in found:
            info.filename = name
        return found

    monkeypatch.setattr(py7zr.SevenZipFile, "list", listed)
    for member in members(io.BytesIO(buffer.getvalue()), "a.7z"):
        assert member.content is None


@needs_libarchive
@pytest.mark.parametrize("name", ["../../outside", "/outside", "..\\outside"])
def test_no_name_of_a_rar_leads_out(name):
    for member in members(io.BytesIO(archive(**{name: b"planted"})), "a.rar"):
        assert member.content is None or is_safe_name(member.path)


@pytest.mark.parametrize("location", ["../../../outside.txt", "/outside.txt", "..\\..\\outside.txt"])
def test_an_ofd_is_not_followed_out_of_its_package(location, tmp_path, monkeypatch):
    import zipfile

    from tests.fuzz import package_seeds

    (tmp_path / "outside.txt").write_text("planted")
    monkeypatch.chdir(tmp_path)
    with zipfile.ZipFile(io.BytesIO(package_seeds.ofds()[1])) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    for part, place in (
        ("D/B.xml", b"x.xls"),
        ("G.xml", b"V.dat"),
        ("D/Document.xml", b"P.xml"),
        ("OFD.xml", b"D/Document.xml"),
    ):
        altered = parts | {part: parts[part].replace(place, location.encode())}
        try:
            found = extract(io.BytesIO(zipped(altered)), "a.ofd")
        except UnreadableError:
            continue
        assert "planted" not in found.text
        assert all(item.size in {0, 1} for item in found.embedded)
    assert [path.name for path in tmp_path.rglob("*")] == ["outside.txt"]


def test_a_template_does_not_write_beside_the_folder_that_was_chosen(tmp_path: Path):
    from app.errors import AppError
    from app.transfer.templates import load_template
    from tests.fuzz import seeds

    text = seeds.templates()[0].decode()
    for value in ("../out", "/out", "a/b", "..", "a\\\\b", "C:out"):
        path = tmp_path / "a.toml"
        path.write_text(text.replace('file_name = "a"', f'file_name = "{value}"'), encoding="utf-8")
        with pytest.raises(AppError):
            load_template(path)
