"""What the built program leaves out, nothing of the program asks for."""

import ast
import subprocess
import sys
from pathlib import Path

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


def left_out() -> list[str]:
    tree = ast.parse((ROOT / "build.spec").read_text(encoding="utf-8"))
    (value,) = (
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "UNUSED"
    )
    return list(eval(ast.unparse(value)))


def test_every_room_is_loaded_without_what_the_build_leaves_out() -> None:
    probe = PROBE.format(unused=set(left_out()))
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
