import io
import zipfile

import py7zr
import pytest

from app.domain.source import FailureKind
from app.formats.containers import members
from app.formats.reader import UnreadableError
from app.formats.unpack.entry import Limits


def zipped(files, compression=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return buffer.getvalue()


def renamed(data, old, new):
    """Put raw bytes where ASCII names stood, as archivers without the UTF-8 flag do."""
    assert len(old) == len(new)
    return data.replace(old, new)


def seven_zipped(files, **options):
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w", **options) as archive:
        for name, content in files:
            archive.writestr(content, name)
    return buffer.getvalue()


def outcome(data, name="a.zip", **limits):
    """Path → content or kind of failure."""
    return {
        member.path: member.content.read() if member.content else member.failure.kind
        for member in members(io.BytesIO(data), name, Limits(**limits))
    }


@pytest.mark.parametrize("codec", ["gb18030", "utf-8"])
def test_names_are_read_in_the_makers_encoding(codec):
    name = "附件/通知书.doc".encode(codec)
    assert outcome(renamed(zipped([("x" * len(name), b"1")]), b"x" * len(name), name)) == {
        "附件/通知书.doc": b"1"
    }


def test_names_with_the_flag_backslashes_and_duplicates():
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped([("通知.txt", b"1"), ("a\\b.txt", b"2"), ("folder/", b""), ("通知.txt", b"3")])
    assert outcome(data) == {"通知.txt": b"1", "a/b.txt": b"2", "通知.txt (2)": b"3"}


def test_containers_in_containers_to_the_allowed_depth():
    data = b"x"
    for depth in range(4):
        data = zipped([(f"{depth}.zip" if depth else "a.txt", data)])
    found = outcome(data)
    assert list(found) == ["3.zip", "3.zip!/2.zip", "3.zip!/2.zip!/1.zip"]
    assert found["3.zip!/2.zip!/1.zip"] is FailureKind.TOO_LARGE


@pytest.mark.parametrize("name", ["../../etc/x", "/x", "C:/x", "a/../../x", "a\x01b"])
def test_names_that_lead_out_are_refused(name):
    found = outcome(zipped([(name, b"1"), ("good.txt", b"2")]))
    assert sorted(map(str, found.values())) == sorted(map(str, [FailureKind.NAME, b"2"]))


def test_bombs_are_refused_and_the_rest_is_read():
    data = zipped([("bomb.txt", b"\0" * 30_000_000), ("good.txt", b"2")])
    assert outcome(data) == {"bomb.txt": FailureKind.TOO_LARGE, "good.txt": b"2"}


def test_the_total_and_the_number_are_limited():
    data = zipped([("1.txt", b"1" * 600), ("2.txt", b"2" * 600), ("3.txt", b"3" * 100)])
    assert [
        value if isinstance(value, FailureKind) else len(value)
        for value in outcome(data, total_bytes=1000).values()
    ] == [
        600,
        FailureKind.TOO_LARGE,
        100,
    ]
    with pytest.raises(UnreadableError) as caught:
        outcome(data, members=2)
    assert caught.value.failure.kind is FailureKind.TOO_LARGE


def test_encrypted_and_damaged_members():
    data = bytearray(zipped([("1.txt", b"abc"), ("2.txt", b"def")], zipfile.ZIP_STORED))
    directory = data.index(b"PK\1\2")
    data[directory + 8] |= 1
    data[data.index(b"def")] ^= 0xFF
    assert outcome(bytes(data)) == {"1.txt": FailureKind.ENCRYPTED, "2.txt": FailureKind.DAMAGED}


def test_seven_zip():
    inner = zipped([("内.txt", b"3")])
    data = seven_zipped([("通知/一.txt", b"1"), ("二.zip", inner)])
    assert outcome(data, "a.7z") == {"通知/一.txt": b"1", "二.zip": inner, "二.zip!/内.txt": b"3"}


def test_seven_zip_with_a_password():
    assert outcome(seven_zipped([("a.txt", b"1")], password="x"), "a.7z") == {"a.txt": FailureKind.ENCRYPTED}
    with pytest.raises(UnreadableError) as caught:
        outcome(seven_zipped([("a.txt", b"1")], password="x", header_encryption=True), "a.7z")
    assert caught.value.failure.kind is FailureKind.ENCRYPTED


def test_a_seven_zip_bomb_is_refused():
    assert outcome(seven_zipped([("a.txt", b"\0" * 40_000_000)]), "a.7z") == {"a.txt": FailureKind.TOO_LARGE}


@pytest.mark.parametrize("data", [zipped([("a.txt", b"1")])[:-30], b"7z\xbc\xaf\x27\x1c" + b"\0" * 50])
def test_damaged_containers(data):
    with pytest.raises(UnreadableError) as caught:
        outcome(data)
    assert caught.value.failure.kind is FailureKind.DAMAGED


def test_a_file_that_is_no_container_has_no_members():
    assert outcome(b"just text", "a.txt") == {}
