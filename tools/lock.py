"""Write requirements/*.lock from pyproject.toml: exact versions with the hashes of every platform's files.

    python tools/lock.py [--upgrade]

Needs the command ``uv``. ``runtime.lock`` holds what the program needs, the others only what they add to it;
without ``--upgrade`` the versions that are locked now are kept where they still fit.
"""

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "requirements"
EXTRAS = ("test", "ocr", "build")
UNWANTED = ("opencv-python",)
"""Packages that others ask for and another locked one replaces: opencv-python-headless needs no libGL."""

Blocks = dict[str, str]
"""The text of each locked requirement, hashes included, by its first line."""


def main(arguments: list[str]) -> int:
    """Write all lock files."""
    keep = "" if "--upgrade" in arguments else _locked_versions()
    runtime = _compile((), keep)
    _write("runtime", runtime)
    pins = "\n".join(_pin(line) for line in runtime)
    for extra in EXTRAS:
        blocks = _compile((extra,), f"{pins}\n{keep}" if keep else pins)
        _write(extra, {line: text for line, text in blocks.items() if line not in runtime})
    return 0


def _locked_versions() -> str:
    """The versions in the present lock files, as constraints; one line per package and marker."""
    lines = {
        _pin(line)
        for path in FOLDER.glob("*.lock")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and line[0] not in " #"
    }
    return "\n".join(sorted(lines))


def _pin(line: str) -> str:
    return line.removesuffix("\\").strip()


def _compile(extras: tuple[str, ...], constraints: str) -> Blocks:
    """Resolve the project's needs, its build tool and ``extras`` for every platform we run on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    never = [f"{name} ; sys_platform == 'never'" for name in UNWANTED]
    with tempfile.TemporaryDirectory() as folder:
        build = _list(folder, "build.in", project["build-system"]["requires"])
        fixed = _list(folder, "fixed.txt", [constraints])
        command = ["uv", "pip", "compile", "pyproject.toml", build, "-c", fixed]
        command += [
            "--override",
            _list(folder, "never.txt", never),
            "--universal",
            "--python-version",
            "3.11",
        ]
        command += ["--generate-hashes", "--no-header", "--no-annotate"]
        command += [part for extra in extras for part in ("--extra", extra)]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8")
    return _blocks(done.stdout)


def _list(folder: str, name: str, lines: list[str]) -> str:
    path = Path(folder) / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def _blocks(text: str) -> Blocks:
    blocks: Blocks = {}
    first = ""
    for line in text.splitlines():
        if line[0] not in " #":
            first = line
        blocks[first] = f"{blocks.get(first, '')}{line}\n"
    return blocks


def _write(name: str, blocks: Blocks) -> None:
    head = f"# Written by tools/lock.py from pyproject.toml; do not edit. Group: {name}.\n"
    (FOLDER / f"{name}.lock").write_text(head + "".join(blocks.values()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
