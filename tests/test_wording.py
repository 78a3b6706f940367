"""Chinese sentences are set in Chinese punctuation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parents[1] / "app"
NARROW = re.compile(r"[一-鿿”》）][,;](?=[一-鿿“])|[a-z][,;][一-鿿]|[一-鿿][(](?=[一-鿿]|dishu)")
PATTERN = re.compile(r"[\\|*+\[{]|\(\?")
"""What a regular expression or a template holds and a sentence does not."""


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module that are neither docstrings nor patterns, with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        is_string = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_string and id(node) not in docstrings and not PATTERN.search(node.value.replace("{}", "")):
            yield node.lineno, node.value


@pytest.mark.parametrize(
    "package", sorted(path.name for path in APP.iterdir() if path.is_dir() and path.name[0] != "_")
)
def test_no_half_width_marks_between_chinese_characters(package: str) -> None:
    found = [
        f"{path.relative_to(APP)}:{line} {sentence}"
        for path in sorted((APP / package).rglob("*.py"))
        for line, sentence in sentences(path)
        if NARROW.search(sentence)
    ]
    assert not found
