"""What the built program leaves out, nothing of the program asks for."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROBE = """
import importlib, sys

class LeftOut:
    def find_spec(self, name, path, target=None):
        if name in {unused!r}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, LeftOut())
from app.ui import application, rooms
for name in rooms.LATER:
    importlib.import_module(name)
"""


def spec_value(name: str) -> object:
    """What a plain assignment of the build's description holds."""
    tree = ast.parse((ROOT / "build.spec").read_text(encoding="utf-8"))
    (value,) = (
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    )
    return eval(ast.unparse(value), {"re": re})


def test_every_room_is_loaded_without_what_the_build_leaves_out() -> None:
    unused = spec_value("UNUSED")
    assert isinstance(unused, list)
    probe = PROBE.format(unused=set(unused))
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [
        ("opencv_python_headless.libs/libavif-43e630fc.so.16.4.2", True),
        ("libavif-43e630fc.so.16.4.2", True),
        ("cv2/cv2.abi3.so", True),
        ("onnxruntime/capi/libonnxruntime.so.1", True),
        ("rapidocr/models/PP-OCRv6_rec_small.onnx", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
    ],
)
def test_what_text_recognition_needs_is_not_left_out(name: str, is_kept: bool) -> None:
    not_needed = spec_value("NOT_NEEDED")
    assert isinstance(not_needed, re.Pattern)
    assert (not_needed.search(name) is None) == is_kept
