"""The four-property check of one package (DA/T 70-2018), ours or another maker's."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from app.domain.transfer import Check, Outcome, Place, VerificationReport
from app.errors import AppError
from app.paths import extended
from app.progress import Progress, Silent
from app.transfer.verify import authenticity, completeness, usability
from app.transfer.verify.bagit import BagFindings, looks_like_bag, validate_bag
from app.transfer.verify.consistency import DigestFindings, compare_digests
from app.transfer.verify.contents import Contents, read_contents
from app.transfer.verify.findings import Found, not_applicable, passed_unless
from app.transfer.verify.rules import CheckRules, load_rules

CheckFunction = Callable[[Contents, CheckRules], Found]

CHECKS: Mapping[str, CheckFunction] = MappingProxyType(
    {
        "1-1": authenticity.solidified,
        "1-2": authenticity.lengths,
        "1-3": authenticity.types,
        "1-4": authenticity.domains,
        "1-5": authenticity.plausibility,
        "1-6": authenticity.special_characters,
        "1-7": authenticity.codes,
        "1-8": authenticity.duplicates,
        "1-9": authenticity.electronic_attributes,
        "1-11": authenticity.links,
        "1-12": authenticity.description_and_catalogue,
        "1-13": authenticity.structure,
        "2-1": completeness.item_counts,
        "2-2": completeness.byte_counts,
        "2-3": completeness.metadata_elements,
        "2-4": completeness.mandatory_values,
        "2-5": completeness.process_information,
        "2-6": completeness.sequences,
        "2-7": completeness.content_data,
        "2-8": completeness.annexes,
        "2-9": completeness.scope,
        "2-10": completeness.package_metadata,
        "3-1": usability.readable_metadata,
        "3-2": usability.target_database,
        "3-3": usability.formats,
        "3-4": usability.readable_records,
        "3-5": usability.environment,
        "3-6": usability.packed,
        "3-7": usability.encrypted,
        "3-8": usability.formats,
        "4-1": usability.virus_free,
        "4-2": usability.virus_free,
        "4-4": usability.medium,
        "4-5": usability.medium,
        "4-6": usability.medium,
        "4-7": usability.operation,
    }
)
"""What a program can say to each serial; 1-14, 2-11 and 4-3 come from the digests."""

_NO_PACKAGE = Found(Outcome.FAILED, (Place(".", "既没有档案目录，也没有摘要清单，看不出是移交包"),))

OF_EVERY_FOLDER = frozenset({"1-1", "2-7", "3-1", "3-3", "3-4", "3-6", "3-7"})
"""Checks that also make sense for a bag or folder without an archival catalogue."""


def verify(package: Path, progress: Progress | None = None) -> VerificationReport:
    """Check a package folder; every finding is collected, bad packages raise nothing.

    Raises:
        AppError: there is no folder at ``package``.
        Cancelled: the user stopped.
    """
    if not package.is_dir():
        raise AppError(f"“{package.name}”不是文件夹。", "请选择移交包所在的文件夹。")
    watch = progress or Silent()
    rules = load_rules()
    folder = Path(extended(str(package)))
    bag = validate_bag(folder, watch) if looks_like_bag(folder) else None
    root = folder / "data" if bag is not None and (folder / "data").is_dir() else folder
    contents = read_contents(root)
    digests = compare_digests(contents, watch, in_bag=bag is not None)
    found = {**_described(contents, rules), **_counted(contents, digests, bag)}
    if contents.layout is None and bag is None and not contents.lists:
        found["2-10"] = _NO_PACKAGE
    checks = tuple(_check(code, found[code], rules) for code in rules.names if code in found)
    return VerificationReport(
        package.name,
        _layout_name(contents, bag),
        checks,
        len(contents.rows),
        len(contents.sizes),
        sum(contents.sizes.values()),
        _digest_of(root / contents.catalogue_name) if contents.catalogue_name else "",
    )


def _described(contents: Contents, rules: CheckRules) -> dict[str, Found]:
    """The checks of what the package says about itself."""
    if contents.layout is not None:
        return {code: check(contents, rules) for code, check in CHECKS.items()}
    found = {code: not_applicable("没有档案目录") for code in CHECKS}
    return found | {code: CHECKS[code](contents, rules) for code in OF_EVERY_FOLDER}


def _counted(contents: Contents, digests: DigestFindings, bag: BagFindings | None) -> dict[str, Found]:
    """The checks that rest on computed digests and on the form of the bag."""
    note = f"本机不能计算 {'、'.join(digests.uncomputed).upper()}，未核对" if digests.uncomputed else ""
    if bag is not None:
        prefixed = [*bag.structure, *bag.content]
        return {
            "1-14": Found(_outcome(prefixed), tuple(prefixed), tuple(bag.warnings), note),
            "2-11": passed_unless(digests.missing),
            "4-3": passed_unless(bag.extra),
        }
    if not contents.lists and not digests.compared:
        consistent = not_applicable("包内没有摘要清单")
    else:
        consistent = Found(_outcome(digests.changed), tuple(digests.changed), note=note)
    return {"1-14": consistent, "2-11": passed_unless(digests.missing), "4-3": passed_unless(digests.extra)}


def _outcome(places: list[Place]) -> Outcome:
    return Outcome.FAILED if places else Outcome.PASSED


def _check(code: str, found: Found, rules: CheckRules) -> Check:
    return Check(
        f"{rules.prefix}-{code}", rules.names[code], found.outcome, found.places, found.warnings, found.note
    )


def _layout_name(contents: Contents, bag: BagFindings | None) -> str:
    wrapped = f"BagIt {bag.version[0]}.{bag.version[1]}" if bag is not None else ""
    return (
        " / ".join(name for name in (wrapped, contents.layout and contents.layout.value) if name) or "unknown"
    )


def _digest_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
