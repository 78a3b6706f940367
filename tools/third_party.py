"""Write docs/third-party.md: every locked package with its version, licence and purpose.

    python tools/third_party.py [--check]

Reads the lock files and the metadata of the installed packages, so run it where all of them are installed (runtime,
test, build and ocr). ``--check`` writes nothing and exits with 1 if the page is out of date or a licence is not
allowed.
"""

import re
import sys
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, distribution, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "third-party.md"

GROUPS = {
    "runtime": "Shipped with the program",
    "ocr": "Shipped only with text recognition (extra `ocr`)",
    "test": "Used for development only",
    "build": "Used to freeze the program (extra `build`)",
}

FORBIDDEN = re.compile(r"\b(AGPL|Affero|GPL|GNU General Public)\b", re.IGNORECASE)
ALLOWED_ANYWAY = re.compile(r"\b(Bootloader-exception|LGPL|Lesser|MPL|MIT|BSD|Apache|PSF)\b", re.IGNORECASE)
"""A package that may be had under another licence as well is taken under that one."""

KNOWN = {
    "brotlicffi": "MIT",
    "colorama": "BSD-3-Clause",
    "flatbuffers": "Apache-2.0",
    "multivolumefile": "LGPL-2.1-or-later",
    "macholib": "MIT",
    "pefile": "MIT",
    "pybcj": "LGPL-2.1-or-later",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "pyside6-essentials": "LGPL-3.0-only (also GPL-2.0, GPL-3.0 and commercial)",
    "pywin32-ctypes": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only (also GPL-2.0, GPL-3.0 and commercial)",
}
"""Licences as the projects state them, where the metadata has none or only a name of a family."""

KEPT = ROOT / "tools" / "licences"
_LESSER = (KEPT / "LGPL-3.0.txt", KEPT / "GPL-3.0.txt")
TEXTS = {
    "flatbuffers": (ROOT / "LICENSE",),
    "pyside6-essentials": _LESSER,
    "shiboken6": _LESSER,
    "whoosh": (KEPT / "whoosh.txt",),
}
"""The licences of packages that bring no text of them; the LGPL refers to the GPL and goes along with it."""

LICENCE_TEXT = re.compile(r"(licen[cs]e|copying|notice|thirdparty)[^/]*$", re.IGNORECASE)
PROSE = {"", ".txt", ".md", ".rst", ".apache", ".bsd"}

HEAD = """# Third-party packages

Written by `tools/third_party.py` from the lock files and the packages' own metadata; do not edit.
Our own code is under the Apache License 2.0 (`LICENSE`).

Nothing here is under the GPL or AGPL alone. Packages under the LGPL (Qt for Python, py7zr and its parts) are used
as unmodified, separately replaceable libraries; the frozen program keeps them as files of their own beside the
executable. PyInstaller's start-up code is in the frozen program under its exception, which allows any licence.
OpenCV's wheel for Linux holds FFmpeg (LGPL-2.1) as libraries of their own. The licences and notices of all
of them lie in the frozen program under `licences`.
Qt modules under GPL or commercial licences only (Qt Charts, Qt Graphs and others) are not used.

Data: `app/text/han_table.py` is made from OpenCC's character tables (Apache-2.0),
`app/text/stroke_table.py` from CLDR's collation by strokes (Unicode-3.0). The recognition models inside
rapidocr are PaddleOCR's (Apache-2.0). Icons, texts and sample documents are our own.
"""


@dataclass(frozen=True)
class Package:
    """A locked package and what its metadata says."""

    name: str
    version: str
    licence: str
    purpose: str

    @property
    def is_allowed(self) -> bool:
        """Whether the licence permits us to ship it."""
        return bool(self.licence) and (
            not FORBIDDEN.search(self.licence) or bool(ALLOWED_ANYWAY.search(self.licence))
        )


def main(arguments: list[str]) -> int:
    """Write the page, or check it."""
    groups = {group: packages(group) for group in GROUPS}
    bad = [package.name for members in groups.values() for package in members if not package.is_allowed]
    text = page(groups)
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    is_current = PAGE.read_text(encoding="utf-8") == text
    for name in bad:
        print(f"licence not allowed or not known: {name}", file=sys.stderr)
    return 0 if is_current and not bad else 1


def packages(group: str) -> list[Package]:
    """The packages of one lock file, by name."""
    lines = (ROOT / "requirements" / f"{group}.lock").read_text(encoding="utf-8").splitlines()
    pinned = [re.match(r"([a-z0-9.-]+)==([^ ;\\]+)", line) for line in lines]
    versions: dict[str, list[str]] = {}
    for match in pinned:
        if match:
            versions.setdefault(match[1], []).append(match[2])
    return [describe(name, " or ".join(found)) for name, found in sorted(versions.items())]


def describe(name: str, version: str) -> Package:
    """What the metadata of an installed package says; a package for other platforms has a known licence."""
    try:
        data = metadata(name)
    except PackageNotFoundError:
        return Package(name, version, KNOWN.get(name, ""), "for other platforms")
    return Package(name, version, licence_of(name, data), (data["Summary"] or "").strip().replace("|", "/"))


def licence_of(name: str, data: PackageMetadata) -> str:
    """The SPDX expression if there is one, else the classifiers, else the first line of the licence field."""
    if name in KNOWN:
        return KNOWN[name]
    if "License-Expression" in data:
        return data["License-Expression"]
    classifiers = [
        c.rsplit("::", 1)[1].strip() for c in data.get_all("Classifier") or () if c.startswith("License ::")
    ]
    named = [name for name in classifiers if name != "OSI Approved"]
    return "; ".join(named) or _first_line(data)


def licence_texts(group: str) -> list[tuple[Path, str]]:
    """The licences and notices of the installed packages of one lock file, which must go along with what is made of
    them; with each the folder where it lies in the built program.
    """
    return [text for package in packages(group) for text in texts_of(package.name)]


def texts_of(name: str) -> list[tuple[Path, str]]:
    """The same for one package; nothing for one that is not installed, being for other platforms."""
    if not is_installed(name):
        return []
    files = distribution(name).files or []
    return [(path, f"licences/{name}") for path in TEXTS.get(name, ())] + [
        (Path(str(file.locate())), f"licences/{file.parent}")
        for file in files
        if file.parts[1:2] == ("licenses",)
        or (LICENCE_TEXT.match(file.name) and file.suffix.lower() in PROSE)
    ]


def is_installed(name: str) -> bool:
    """Whether a locked package is installed; one for other platforms is not."""
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _first_line(data: PackageMetadata) -> str:
    return data["License"].strip().split("\n")[0][:60] if "License" in data else ""


def page(groups: dict[str, list[Package]]) -> str:
    """The whole page."""
    parts = [HEAD]
    for group, title in GROUPS.items():
        rows = [f"| {p.name} | {p.version} | {p.licence} | {p.purpose} |" for p in groups[group]]
        parts.append(
            "\n".join(
                [
                    f"## {title}\n",
                    "| package | version | licence | what it is |",
                    "|---|---|---|---|",
                    *rows,
                    "",
                ]
            )
        )
    return "\n".join(parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
