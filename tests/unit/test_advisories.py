"""Locked versions are compared with advisories as their schema says; the advisories here are invented."""

import json

import pytest

from tools import advisories


def advisory(name="pillow", *, events=(), versions=(), ecosystem="PyPI", **more):
    ranges = [{"type": "ECOSYSTEM", "events": [dict([event]) for event in events]}] if events else []
    affected = {
        "package": {"name": name, "ecosystem": ecosystem},
        "ranges": ranges,
        "versions": list(versions),
    }
    return {"id": "TEST-1", "summary": "示例", "affected": [affected], **more}


def concerned(given, version="3.2.1", name="pillow"):
    return [hit.version for hit in advisories.hits([given], {(name, version)})]


@pytest.mark.parametrize(
    ("events", "is_hit"),
    [
        ([("introduced", "0")], True),
        ([("introduced", "0"), ("fixed", "3.2.1")], False),
        ([("introduced", "0"), ("fixed", "3.2.2")], True),
        ([("introduced", "3.10")], False),
        ([("introduced", "0"), ("last_affected", "3.2.1")], True),
        ([("introduced", "0"), ("last_affected", "3.2.0")], False),
        ([("introduced", "3.0"), ("fixed", "3.1"), ("introduced", "3.2")], True),
        ([("fixed", "3.1"), ("introduced", "0")], False),
    ],
)
def test_a_version_lies_in_a_range_or_not(events, is_hit):
    assert bool(concerned(advisory(events=events))) is is_hit


def test_a_listed_version_is_a_hit_and_names_are_compared_as_pip_does():
    assert concerned(advisory("Pdfminer_Six", versions=["3.2.1"]), name="pdfminer-six") == ["3.2.1"]


@pytest.mark.parametrize(
    "given", [advisory("other", versions=["3.2.1"]), advisory(versions=["3.2.1"], ecosystem="npm")]
)
def test_another_package_is_none(given):
    assert concerned(given) == []


def test_a_folder_is_read_at_every_depth_without_what_was_withdrawn(tmp_path, capsys):
    pinned = next(iter(sorted(advisories.locked(advisories.ROOT / "requirements"))))
    (tmp_path / "deep").mkdir()
    for number, more in enumerate(
        ({"modified": "2026-11-01T00:00:00Z"}, {"withdrawn": "2026-11-02T00:00:00Z"})
    ):
        given = advisory(pinned[0], versions=[pinned[1]], **more)
        (tmp_path / "deep" / f"{number}.json").write_text(json.dumps(given), encoding="utf-8")
    assert advisories.main([str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert f"{pinned[0]} {pinned[1]}: TEST-1" in told
    assert "1 advisories, the newest of 2026-11-01" in told


def test_a_folder_without_advisories_is_no_clean_bill(tmp_path):
    assert advisories.main([str(tmp_path)]) == 2
