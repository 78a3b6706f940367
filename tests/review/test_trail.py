"""The log leads to the present, goes out with a verifier, and no damage to it passes."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.review import decide, trail
from app.store.catalogue import Catalogue
from tests.catalogues import add_document
from tests.review.staff import APPROVER, OPEN, PIN, REVIEWER


@pytest.fixture
def exported(catalogue: Catalogue, tmp_path: Path) -> Path:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER)
    decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    assert trail.export_trail(catalogue, tmp_path / "log") > 5
    return tmp_path / "log"


def checked(folder: Path, *head: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", str(folder / "check_audit.py"), *head],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def test_the_exported_log_verifies_without_the_program(exported: Path) -> None:
    code, told = checked(exported)
    assert code == 0
    assert "审计链完好" in told
    assert checked(exported, (exported / "head.txt").read_text().strip())[0] == 0


def lines(folder: Path) -> list[str]:
    return (folder / "audit.jsonl").read_text(encoding="utf-8").splitlines()


def drop(found: list[str]) -> list[str]:
    return [*found[:3], *found[4:]]


def swap(found: list[str]) -> list[str]:
    return [*found[:3], found[4], found[3], *found[5:]]


def alter(found: list[str]) -> list[str]:
    entry = json.loads(found[-1])
    entry["changes"][0]["after"] = "withheld"
    return [*found[:-1], json.dumps(entry, ensure_ascii=False)]


def rename(found: list[str]) -> list[str]:
    return [*found[:3], found[3].replace("系统", "别人"), *found[4:]]


def cut_off(found: list[str]) -> list[str]:
    return found[:-1]


@pytest.mark.parametrize("damage", [drop, swap, alter, rename, cut_off, lambda found: ["{", *found[1:]]])
def test_no_damage_to_the_log_passes(exported: Path, damage: Callable[[list[str]], list[str]]) -> None:
    (exported / "audit.jsonl").write_text("\n".join(damage(lines(exported))) + "\n", encoding="utf-8")
    code, told = checked(exported)
    assert code == 1
    assert "处问题" in told


def test_a_purged_value_keeps_the_chain_whole(exported: Path) -> None:
    found = [json.loads(line) for line in lines(exported)]
    for change in found[-1]["changes"]:
        change.update(before=None, after=None, salt=None)
    (exported / "audit.jsonl").write_text("\n".join(map(json.dumps, found)) + "\n", encoding="utf-8")
    assert checked(exported)[0] == 0


def test_a_forged_head_is_noticed(exported: Path) -> None:
    assert checked(exported, "3:" + "0" * 64)[0] == 1


def test_an_attribute_changed_behind_the_log_is_noticed(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    assert trail.verify(catalogue).is_whole
    connection = sqlite3.connect(catalogue.folder / "catalogue.db")
    connection.execute("UPDATE document SET attribute = 'proactive'")
    connection.commit()
    connection.close()
    assert trail.verify(catalogue).differing == (uuid,)


def test_the_life_of_one_document(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER)
    decide.withdraw(catalogue, uuid, by=REVIEWER)
    told = [(moment.act, moment.by) for moment in trail.timeline(catalogue, uuid)]
    assert told[-2:] == [("提出建议", REVIEWER), ("撤回", REVIEWER)]
