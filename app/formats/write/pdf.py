"""Catalogues and forms as PDF files: a process of the same program that knows Qt writes them.

So the command line works where there is no Qt, and says so when a PDF is asked for there; and the window stays
usable while a hundred thousand rows are laid out.
"""

import json
import os
import subprocess
import sys
from dataclasses import asdict, fields
from importlib.util import find_spec
from pathlib import Path

from app.errors import AppError
from app.formats.write.forms import Form, SigningTable

PROGRAM = Path(__file__).parents[3]
LONGEST = 1800
"""Seconds; a hundred thousand rows take a few minutes."""

_INSTEAD = "请改用 docx 格式，用文字处理软件另存为 PDF。"


def write_pdf(path: Path, content: SigningTable | Form) -> None:
    """Write a catalogue or form as PDF.

    Raises:
        AppError: Qt or a Chinese font is missing here, or the file cannot be written.
    """
    if find_spec("PySide6") is None:
        raise AppError("这台电脑上没有生成 PDF 所需的窗口组件。", _INSTEAD)
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    done = subprocess.run(  # noqa: S603 - our own program
        [*start, "paper", str(path.absolute())],
        input=json.dumps(_described(content)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
        env={**os.environ, "PYTHONPATH": str(PROGRAM), "PYTHONIOENCODING": "utf-8"},
    )
    if done.returncode:
        raise _refusal(done.stderr)


def _described(content: SigningTable | Form) -> dict[str, object]:
    if isinstance(content, Form):
        return {"kind": "form", **asdict(content)}
    told = {field.name: getattr(content, field.name) for field in fields(content)}
    return {"kind": "table", **told, "rows": list(content.rows)}


def _refusal(told: str) -> AppError:
    """What the other process could not do; without words of its own it failed to start."""
    for line in reversed(told.splitlines()):
        if line.startswith('["'):
            message, advice = json.loads(line)
            return AppError(message, advice)
    return AppError("PDF 没有生成。", _INSTEAD)
