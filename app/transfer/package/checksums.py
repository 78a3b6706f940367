"""Checksum lists inside a package, in the form ``sha256sum -c`` reads, and the small verifier."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from app.paths import resources
from app.transfer.package.copying import Copier, Entry
from app.transfer.package.extras import Extra
from app.transfer.package.layout import OTHERS

FOLDER = f"{OTHERS}/校验"
VERIFIER = resources() / "verifier"
LIST_NAMES = {"sha256": "SHA256SUMS.txt", "sm3": "SM3SUMS.txt"}
MAIN_LIST = f"{FOLDER}/SHA256SUMS.txt"

VERIFIER_EXTRAS = (
    Extra(f"{FOLDER}/check_package.py", lambda path, _: shutil.copyfile(VERIFIER / "check_package.py", path)),
    Extra(f"{FOLDER}/校验方法.txt", lambda path, _: shutil.copyfile(VERIFIER / "校验方法.txt", path)),
)
"""Needs only Python 3.6 or ``sha256sum``; written with every package."""


def list_paths(algorithms: Sequence[str]) -> list[str]:
    """Where the lists stand, in the order of the algorithms."""
    return [f"{FOLDER}/{LIST_NAMES.get(name, f'{name.upper()}SUMS.txt')}" for name in algorithms]


def write_lists(root: Path, entries: Sequence[Entry], copier: Copier) -> list[str]:
    """Write one list per algorithm, paths relative to ``root``; returns the lists' paths, SHA-256 first.

    Each list also covers the ones written before it; the first covers all, so its digest belongs on
    paper.
    """
    paths = list_paths(copier.algorithms)
    covered = list(entries)
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, path in reversed(list(zip(copier.algorithms, paths, strict=True))):
        with (root / path).open("w", encoding="utf-8", newline="\n") as stream:
            ordered = sorted(covered, key=lambda entry: entry.path)
            stream.writelines(f"{entry.digest(name)}  {entry.path}\n" for entry in ordered)
        covered.append(copier.hash(root / path, path))
    return paths
