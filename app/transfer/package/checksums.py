"""Checksum lists inside a package, in the form ``sha256sum -c`` reads, and the small verifier."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from app.paths import resources
from app.transfer.package.copying import Entry
from app.transfer.package.extras import Extra
from app.transfer.package.layout import OTHERS

FOLDER = f"{OTHERS}/校验"
VERIFIER = resources() / "verifier"
LIST_NAMES = {"sha256": "SHA256SUMS.txt", "sm3": "SM3SUMS.txt"}

VERIFIER_EXTRAS = (
    Extra(f"{FOLDER}/check_package.py", lambda path, _: shutil.copyfile(VERIFIER / "check_package.py", path)),
    Extra(f"{FOLDER}/校验方法.txt", lambda path, _: shutil.copyfile(VERIFIER / "校验方法.txt", path)),
)
"""Needs only Python 3.6 or ``sha256sum``; written with every package."""


def list_paths(algorithms: Sequence[str]) -> list[str]:
    """Where the lists stand, in the order of the algorithms."""
    return [f"{FOLDER}/{LIST_NAMES.get(name, f'{name.upper()}SUMS.txt')}" for name in algorithms]


def write_lists(root: Path, entries: Sequence[Entry], algorithms: Sequence[str]) -> list[str]:
    """Write one list per algorithm, paths relative to ``root``; returns the lists' paths.

    The lists cover everything but themselves; the digest of the first belongs on paper.
    """
    paths = list_paths(algorithms)
    ordered = sorted(entries, key=lambda entry: entry.path)
    for name, path in zip(algorithms, paths, strict=True):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(f"{entry.digest(name)}  {entry.path}\n" for entry in ordered)
    return paths
