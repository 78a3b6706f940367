import io
import os
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from app.domain.source import FailureKind
from app.formats.extract import extract
from app.formats.reader import UnreadableError
from tests.samples.carriers.compound import compound_file

SHARED = Path(__file__).parents[3].parent / "shared" / "data"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")


def failure(data, name):
    with pytest.raises(UnreadableError) as caught:
        extract(io.BytesIO(data), name)
    return caught.value.failure


@pytest.mark.parametrize(
    ("data", "name", "kind", "advice"),
    [
        (b"", "a.doc", FailureKind.DAMAGED, "备份"),
        (b"Founder CEB 2.99D", "a.ceb", FailureKind.UNSUPPORTED, "Apabi"),
        (b"\x01\x02\xff\x00" * 20, "a.cebx", FailureKind.UNSUPPORTED, "Apabi"),
        (b"\x01\x02\xff\x00" * 20, "a.gd", FailureKind.UNSUPPORTED, "书生阅读器"),
        (b"\x01\x02\xff\x00" * 20, "a.sep", FailureKind.UNSUPPORTED, "书生阅读器"),
        (b"\x01\x02\xff\x00" * 20, "a.wps", FailureKind.UNSUPPORTED, "早期 WPS"),
        (compound_file({"WPSContent": b"x"}), "a.wps", FailureKind.UNSUPPORTED, "早期 WPS"),
        (b"\x01\x02\xff\x00" * 20, "a.xyz", FailureKind.UNSUPPORTED, "PDF"),
        (compound_file({"EncryptedPackage": b"x"}), "a.docx", FailureKind.ENCRYPTED, "密码"),
        (compound_file({"CONTENTS": b"x"}), "a.wps", FailureKind.UNSUPPORTED, "docx"),
    ],
)
def test_failures_say_what_to_do(data, name, kind, advice):
    found = failure(data, name)
    assert found.kind is kind
    assert advice in found.message


def test_the_format_is_that_of_the_bytes_and_has_its_identifier():
    found = extract(io.BytesIO("<p>通知".encode("gb18030")), "a.doc")
    assert (found.format, found.puid, found.text) == ("html", "fmt/96", "通知\n")


def test_text_keeps_its_blanks_and_form_feeds_begin_pages():
    found = extract(io.BytesIO("　　一\r\n二\f三\r\n".encode("gb18030")), "a.txt")
    assert (found.text, found.page_starts) == ("　　一\n二\n三\n", (0, 6))


def test_xml_becomes_lines_without_its_entities():
    data = '<?xml version="1.0"?><公文><标题>通知</标题><表><tr><td>甲</td><td>乙</td></tr></表></公文>'
    assert extract(io.BytesIO(data.encode()), "a.xml").text == "通知\n甲\t乙\n"
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><a>&y;</a>'
    assert failure(bomb, "a.xml").kind is FailureKind.DAMAGED


def test_an_archive_lists_its_members():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("通知.txt", b"abc")
    found = extract(buffer, "a.zip")
    assert [(item.name, item.size) for item in found.embedded] == [("通知.txt", 3)]


OWN = frozenset("doc wps dot rtf odt txt html htm mht eml msg ppt dps zip 7z".split())  # noqa: SIM905


def own_files(*folders):
    for folder in folders:
        for path, _, names in os.walk(SHARED / folder):
            yield from (Path(path) / name for name in names if name.rpartition(".")[2].lower() in OWN)


@needs_shared
def test_hard_files_are_read_or_refused():
    outcomes = Counter()
    for path in own_files("robustness", "real"):
        with path.open("rb") as stream:
            try:
                extract(stream, path.name)
                outcomes["ok"] += 1
            except UnreadableError as error:
                outcomes[error.failure.kind] += 1
    assert outcomes["ok"] > 200


def han(text):
    return Counter(re.findall(r"[\u3400-\u9fff]", text))


def reference(path):
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return han("".join(map(str, root.itertext("{*}t"))))


@needs_shared
@pytest.mark.parametrize("carrier", ["doc", "wps", "rtf", "odt"])
def test_every_carrier_gives_the_text_of_the_docx(carrier):
    for path in sorted((SHARED / "rendered" / carrier).iterdir()):
        wanted = reference(SHARED / "rendered" / "docx" / f"{path.stem}.docx")
        with path.open("rb") as stream:
            found = extract(stream, path.name)
        assert (wanted & han(found.text)).total() >= 0.99 * wanted.total()
        assert any(line.is_red and line.size and line.size > 20 for line in found.layout)
