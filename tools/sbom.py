"""The software bill of materials of a release, as CycloneDX 1.6 JSON: what is inside, in which version, under which
licence, with the hashes that the lock files hold.

    python -m tools.sbom TARGET.json [--ocr]
"""

import json
import re
import sys
from pathlib import Path

from app import __version__
from tools.third_party import ROOT, packages

SPECIFICATION = "1.6"


def main(arguments: list[str]) -> int:
    """Write the bill to the file that is named."""
    groups = ("runtime", "ocr") if "--ocr" in arguments else ("runtime",)
    text = json.dumps(bill(groups), ensure_ascii=False, indent=1)
    Path(arguments[0]).write_text(text + "\n", encoding="utf-8", newline="\n")
    return 0


def bill(groups: tuple[str, ...]) -> dict[str, object]:
    """The bill of the locked packages of ``groups``; the same for the same lock files."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "dishu", "version": __version__}},
        "components": [component for group in groups for component in components(group)],
    }


def components(group: str) -> list[dict[str, object]]:
    """A component for each locked version of each package of one lock file."""
    hashes = locked_hashes(group)
    return [
        {
            "type": "library",
            "name": package.name,
            "version": version,
            "purl": f"pkg:pypi/{package.name}@{version}",
            "licenses": [{"license": {"name": package.licence}}],
            "properties": [
                {"name": "dishu:sha256", "value": digest} for digest in hashes[package.name, version]
            ],
        }
        for package in packages(group)
        for version in package.version.split(" or ")
    ]


def locked_hashes(group: str) -> dict[tuple[str, str], list[str]]:
    """The SHA-256 of every file that may be installed, by package and version: one for each platform's wheel."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in (ROOT / "requirements" / f"{group}.lock").read_text(encoding="utf-8").splitlines():
        if pinned := re.match(r"([a-z0-9.-]+)==([^ ;\\]+)", line):
            digests = found.setdefault((pinned[1], pinned[2]), [])
        elif digest := re.search(r"--hash=sha256:([0-9a-f]{64})", line):
            digests.append(digest[1])
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
