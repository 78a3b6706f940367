"""Marks in every writing, and words that only look like marks: whether the gate stops what a person would."""

from pathlib import Path

import pytest

from app.domain.source import Extraction, FileFormat
from app.inventory.secrecy import examine_extraction, examine_name

LEAST_CASES = 150
LEAST_STOPPED = 0.97
BODY = "\n临湖县人民政府文件\n临政发〔2020〕1号\n关于湖区工作的通知\n各镇人民政府：\n请认真落实。\n"


def _cases():
    for line in (Path(__file__).parent / "secrecy_cases.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, level, words = line.split("\t", 2)
            for escaped, character in (("\\n", "\n"), ("\\t", "\t"), ("\\u3000", "\u3000")):
                words = words if kind == "name" else words.replace(escaped, character)
            yield kind, words, level in {"A", "B"}


def _is_stopped(kind, words):
    if kind == "name":
        return examine_name(words).quarantines
    return examine_extraction(Extraction(FileFormat.TXT, None, words + BODY)).quarantines


CASES = list(_cases())
HARMLESS = [(kind, words) for kind, words, stops in CASES if not stops]


def test_marks_are_stopped():
    marked = [(kind, words) for kind, words, stops in CASES if stops]
    missed = [one for one in marked if not _is_stopped(*one)]
    print(
        f"\n{len(CASES)} cases, {len(marked) - len(missed)} of {len(marked)} marks stopped; missed: {missed}"
    )
    assert len(CASES) >= LEAST_CASES
    assert len(missed) <= (1 - LEAST_STOPPED) * len(marked)


@pytest.mark.parametrize(("kind", "words"), HARMLESS)
def test_prose_about_secrecy_and_marks_of_other_kinds_pass(kind, words):
    assert not _is_stopped(kind, words)
