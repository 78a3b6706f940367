"""One record per file, shaped as the contract says."""

import json
import os
import pickle
import zipfile

import pytest

from app.classify.inspect import inspect_found
from app.domain.document import ElementName
from app.inventory.scan import Found
from tests.unit.classify.cases_reader import labelled_cases

KEYS = [
    "path", "size", "sha256", "format", "puid", "status", "failure", "text_length", "page_count", "script",
    "elements", "findings", "suggestion",
]  # fmt: skip


@pytest.fixture(scope="module")
def text():
    return next(case.text for case in labelled_cases() if case.redact)


def _found(path):
    return Found(str(path), path.name, os.fsencode(path.name))


def _inspect(path):
    return [json.loads(json.dumps(one.as_dict())) for one in inspect_found(_found(path))]


def test_a_document(tmp_path, text):
    path = tmp_path / "湖区通知.txt"
    path.write_text(text, "utf-8")
    (record,) = _inspect(path)
    assert list(record) == KEYS
    assert (record["path"], record["status"], record["failure"]) == ("湖区通知.txt", "ok", None)
    assert record["text_length"] == len(text)
    assert set(record["elements"]) == {name.value for name in ElementName}
    title = record["elements"]["title"]
    assert {"value", "printed", "origin", "confidence", "evidence"} <= set(title)
    assert isinstance(record["elements"]["issuing_body"]["value"], list)
    assert {"kind", "start", "end", "shown", "confidence"} <= set(record["findings"][0])
    suggestion = record["suggestion"]
    assert {"attribute", "applicability", "redact", "basis", "reasons"} <= set(suggestion)
    assert {"rule", "quote", "start", "end"} <= set(suggestion["reasons"][0])


def test_text_only_when_asked_for(tmp_path, text):
    path = tmp_path / "湖区通知.txt"
    path.write_text(text, "utf-8")
    (record,) = inspect_found(_found(path))
    assert "text" not in record.as_dict()
    assert record.as_dict(with_text=True)["text"] == text


def test_a_quarantined_file_leaves_nothing(tmp_path, text):
    for name, content in (("湖区.txt", "机密★5年\n" + text), ("机密★5年 湖区.txt", text)):
        path = tmp_path / name
        path.write_text(content, "utf-8")
        (record,) = _inspect(path)
        assert record["status"] == "quarantined"
        left = {
            key: value for key, value in record.items() if value and key not in {"path", "status", "size"}
        }
        assert left == {}


def test_files_inside_a_container_have_records_of_their_own(tmp_path, text):
    path = tmp_path / "包.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("收文/湖区通知.txt", text)
        package.writestr("收文/秘密★1年 湖区.txt", text)
    records = {record["path"]: record["status"] for record in _inspect(path)}
    assert records["包.zip!/收文/湖区通知.txt"] == "ok"
    assert records["包.zip!/收文/秘密★1年 湖区.txt"] == "quarantined"


def test_a_failure_is_a_record(tmp_path):
    path = tmp_path / "湖区.pdf"
    path.write_bytes(b"%PDF-1.4\nbroken")
    (record,) = _inspect(path)
    assert record["status"] == "failed"
    assert record["failure"]["kind"] == "damaged"
    assert record["elements"] is None


def test_records_travel_between_processes(tmp_path, text):
    path = tmp_path / "湖区通知.txt"
    path.write_text(text, "utf-8")
    (record,) = inspect_found(_found(path))
    assert pickle.loads(pickle.dumps(record)).as_dict() == record.as_dict()
    assert pickle.loads(pickle.dumps(inspect_found)) is inspect_found


def test_marks_that_contradict_each_other_are_a_finding(tmp_path, text):
    path = tmp_path / "湖区通知.txt"
    path.write_text(text + "（此件公开发布）\n\n公开属性：依申请公开\n抄送：县委办公室。\n", "utf-8")
    (record,) = _inspect(path)
    assert "mark_conflict" in {finding["kind"] for finding in record["findings"]}
