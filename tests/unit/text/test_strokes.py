"""Order by strokes, as name lists are printed."""

import pytest

from app.text.stroke_table import ORDER
from app.text.strokes import stroke_key


def test_every_character_stands_once_in_the_table() -> None:
    assert len(ORDER) == len(set(ORDER)) == 0x9FA5 - 0x4E00 + 1


def test_surnames_follow_their_strokes() -> None:
    assert sorted("赵张王刘李丁", key=stroke_key) == list("丁王刘张李赵")


@pytest.mark.parametrize(
    ("first", "then"), [("2009年", "一月"), ("王一", "王二"), ("王", "王一"), ("丁", "\U00020000")]
)
def test_what_comes_first(first: str, then: str) -> None:
    assert stroke_key(first) < stroke_key(then)
