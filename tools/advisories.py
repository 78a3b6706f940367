"""Which locked packages are named by security advisories, without network.

    python -m tools.advisories FOLDER

FOLDER holds advisories as OSV JSON files, at any depth: the unpacked ``all.zip`` of the ecosystem PyPI of osv.dev,
fetched on a computer with network. Prints the advisories that concern a locked version and ends with 1 when there is
one. Qt itself is no package of PyPI; its advisories are read by hand (docs/maintaining.md).
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from tools.third_party import ROOT

_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """An advisory that names a locked version."""

    package: str
    version: str
    advisory: str
    summary: str


def main(arguments: list[str]) -> int:
    """Print what was found; 2 when the folder holds no advisory at all."""
    advisories = list(read(Path(arguments[0])))
    if not advisories:
        print(f"no advisories in {arguments[0]}", file=sys.stderr)
        return 2
    found = sorted(hits(advisories, locked(ROOT / "requirements")))
    for hit in found:
        print(f"{hit.package} {hit.version}: {hit.advisory} {hit.summary}")
    newest = max(str(advisory.get("modified", "")) for advisory in advisories)
    print(f"{len(advisories)} advisories, the newest of {newest[:10]}; {len(found)} concern a locked version")
    return 1 if found else 0


def read(folder: Path) -> Iterator[Mapping[str, Any]]:
    """Every advisory below the folder that was not withdrawn."""
    for path in sorted(folder.rglob("*.json")):
        advisory = json.loads(path.read_text(encoding="utf-8"))
        if "affected" in advisory and "withdrawn" not in advisory:
            yield advisory


def locked(folder: Path) -> set[tuple[str, str]]:
    """Name and version of everything that a lock file installs on any system."""
    texts = (path.read_text(encoding="utf-8") for path in folder.glob("*.lock"))
    return {(canonicalize_name(name), version) for text in texts for name, version in _PIN.findall(text)}


def hits(advisories: list[Mapping[str, Any]], pins: set[tuple[str, str]]) -> Iterator[Hit]:
    """The advisories that concern these versions."""
    by_name: dict[str, list[str]] = {}
    for name, version in pins:
        by_name.setdefault(name, []).append(version)
    for advisory in advisories:
        for affected in advisory["affected"]:
            package = affected.get("package", {})
            name = canonicalize_name(package.get("name", ""))
            for version in by_name.get(name, ()) if package.get("ecosystem") == "PyPI" else ():
                if concerns(affected, version):
                    yield Hit(name, version, advisory["id"], advisory.get("summary", ""))


def concerns(affected: Mapping[str, Any], version: str) -> bool:
    """Whether a version is listed or lies in a range; ranges of commits say nothing about versions."""
    ranges = [each["events"] for each in affected.get("ranges", ()) if each["type"] == "ECOSYSTEM"]
    return version in affected.get("versions", ()) or any(_lies_in(events, version) for events in ranges)


def _lies_in(events: list[Mapping[str, str]], version: str) -> bool:
    """Go through the events in order of their versions; the last one that is not later decides (OSV schema)."""
    wanted, lies_in = Version(version), False
    for kind, at in sorted(
        ((kind, at) for event in events for kind, at in event.items() if kind != "limit"),
        key=lambda event: _version(event[1]),
    ):
        if kind == "introduced" and wanted >= _version(at):
            lies_in = True
        elif (kind == "fixed" and wanted >= _version(at)) or (
            kind == "last_affected" and wanted > _version(at)
        ):
            lies_in = False
    return lies_in


def _version(text: str) -> Version:
    """A version as it can be compared; one that cannot, comes before all."""
    try:
        return Version(text)
    except InvalidVersion:
        return Version("0.dev0")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
