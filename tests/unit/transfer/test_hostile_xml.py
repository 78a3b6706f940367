"""XML of packages and workbooks from outside: entities neither unfold nor reach out."""

import zipfile
from pathlib import Path

import pytest

from app.formats.read.exchange_sheet import UnreadableError, read_exchange_sheet
from app.formats.write.exchange_sheet import ExchangeColumn, ExchangeSheet, write_exchange_sheet
from app.transfer.verify.contents import Contents, parse_xml
from app.transfer.verify.encapsulated import encapsulation_faults
from tests.pace import at_most

WORD = "TAKENIN0"
SECONDS = 4.0
BOMB = "<!DOCTYPE r [" + "".join(
    [f'<!ENTITY e{level + 1} "{f"&e{level};" * 10}">' for level in range(8)] + [f'<!ENTITY e0 "{WORD}">']
) + "]>"  # fmt: skip


def reaching(folder: Path) -> str:
    (folder / "secret.txt").write_text(WORD)
    place = (folder / "secret.txt").as_uri()
    return f'<!DOCTYPE r [<!ENTITY e8 SYSTEM "{place}"><!ENTITY % p SYSTEM "{place}"> %p;]>'


def part_of_a_package(folder: Path, declaration: str) -> str:
    (folder / "a.xml").write_text(f"<?xml version='1.0'?>{declaration}<r x='&e8;'>&e8;</r>", encoding="utf-8")
    contents = Contents(folder, None)
    root = parse_xml(contents, "a.xml")
    assert root is None
    return repr(contents.unreadable)


def encapsulation(folder: Path, declaration: str) -> str:
    (folder / "a.eep").write_text(
        f"<?xml version='1.0'?>{declaration}<r><计算机文件名>&e8;</计算机文件名></r>", encoding="utf-8"
    )
    faults = list(encapsulation_faults(Contents(folder, None, {"a.eep": 1})))
    assert faults
    return repr(faults)


def workbook(folder: Path, declaration: str) -> str:
    path = folder / "a.xlsx"
    write_exchange_sheet(path, ExchangeSheet("复审", (ExchangeColumn("栏"),), [("值",)], {"batch": "x"}))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    found = ""
    for name in [name for name in parts if name.startswith("xl/") and name.endswith(".xml")]:
        text = parts[name].decode().partition("?>")[2] or parts[name].decode()
        end = text.index(">") + 1
        altered = (declaration + text[:end] + "&e8;" + text[end:]).encode()
        with zipfile.ZipFile(path, "w") as package:
            for other, data in parts.items():
                package.writestr(other, altered if other == name else data)
        try:
            found += repr(read_exchange_sheet(path, "复审"))
        except UnreadableError as error:
            found += error.reason
    return found


@pytest.mark.parametrize("read", [part_of_a_package, encapsulation, workbook], ids=lambda read: read.__name__)
@pytest.mark.parametrize("reaches_out", [False, True], ids=["bomb", "file"])
def test_entities_neither_unfold_nor_reach_out(read, reaches_out, tmp_path):
    folder = tmp_path / "package"
    folder.mkdir()
    declaration = reaching(tmp_path) if reaches_out else BOMB
    with at_most(SECONDS):
        told = read(folder, declaration)
    assert WORD not in told
    assert len(told) < 20_000
