"""BagIt 1.0 (RFC 8493) around a package; the profile we promise is in ``resources/schemas``."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.paths import resources
from app.transfer.catalogue_values import CatalogueContext
from app.transfer.package.copying import SHA_256, Copier, Entry
from app.transfer.package.description import PackageDescription

PAYLOAD = "data"
PROFILE = resources() / "schemas" / "bagit-profile.json"
PROFILE_IDENTIFIER = "urn:dishu:bagit-profile:transfer:1.0"
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_MANIFEST = f"manifest-{SHA_256}.txt"
REQUIRED_FILES = (_MANIFEST, f"tag{_MANIFEST}", "bag-info.txt", PROFILE.name)
"""What the profile requires beside ``bagit.txt``."""


def encode_path(path: str) -> str:
    """The path as a manifest line holds it: only line ends and ``%`` are encoded (RFC 8493, 2.1.3)."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def write_tags(
    root: Path,
    payload: Sequence[Entry],
    description: PackageDescription,
    context: CatalogueContext,
    copier: Copier,
) -> list[str]:
    """Write every tag file; returns their paths, the payload manifest first."""
    lines = sorted(
        f"{entry.digest(SHA_256)}  {encode_path(f'{PAYLOAD}/{entry.path}')}\n" for entry in payload
    )
    _write(root / _MANIFEST, "".join(sorted(lines, key=lambda line: line[66:])))
    _write(root / "bagit.txt", DECLARATION)
    _write(root / "bag-info.txt", _bag_info(payload, description, context))
    shutil.copyfile(PROFILE, root / PROFILE.name)
    tags = [_MANIFEST, "bagit.txt", "bag-info.txt", PROFILE.name]
    listed = [copier.hash(root / tag, tag) for tag in tags]
    manifest = f"tag{_MANIFEST}"
    _write(root / manifest, "".join(f"{entry.digest(SHA_256)}  {entry.path}\n" for entry in listed))
    return [*tags, manifest]


def _bag_info(payload: Sequence[Entry], description: PackageDescription, context: CatalogueContext) -> str:
    size = sum(entry.size for entry in payload)
    told = [
        ("BagIt-Profile-Identifier", PROFILE_IDENTIFIER),
        ("Source-Organization", description.transferring_unit),
        ("External-Description", description.content),
        ("Bagging-Date", context.transferred_on or date.today().isoformat()),
        ("Payload-Oxum", f"{size}.{len(payload)}"),
        ("Bag-Software-Agent", "Dishu"),
    ]
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in told)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
