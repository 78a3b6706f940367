"""Digests of a package compared with its files (checks 1-14, 2-11 and 4-3)."""

from collections import defaultdict
from dataclasses import dataclass, field

from app.domain.transfer import Place
from app.progress import Progress
from app.transfer.package.checksums import FOLDER, LIST_NAMES, MAIN_LIST
from app.transfer.package.copying import Copier, digests_here
from app.transfer.package.layout import DESCRIPTION_NAME
from app.transfer.verify.bag_paths import is_system_file
from app.transfer.verify.contents import Contents


@dataclass(slots=True)
class DigestFindings:
    """``compared`` counts the files whose digest was computed."""

    changed: list[Place] = field(default_factory=list)
    missing: list[Place] = field(default_factory=list)
    extra: list[Place] = field(default_factory=list)
    uncomputed: list[str] = field(default_factory=list)
    compared: int = 0


def compare_digests(contents: Contents, progress: Progress, *, in_bag: bool) -> DigestFindings:
    """Compute every expected digest anew; each differing file is named once.

    ``in_bag``: the payload manifest already covers every file, so only the lists' own claims count.
    """
    found = DigestFindings()
    expected = _expected(contents, found)
    copiers: dict[tuple[str, ...], Copier] = {}
    for number, (path, wanted) in enumerate(sorted(expected.items()), start=1):
        progress.step("核对摘要", number, len(expected))
        if path not in contents.sizes:
            found.missing.append(Place(path, "清单或元数据列出但文件不存在"))
        elif wanted and not in_bag:
            algorithms = tuple(sorted(wanted))
            _compare(contents, path, wanted, copiers.setdefault(algorithms, Copier(algorithms)), found)
    if MAIN_LIST not in contents.sizes and any(path.startswith(f"{FOLDER}/") for path in contents.sizes):
        found.missing.append(Place(MAIN_LIST, "缺少摘要清单"))
    found.extra = _extra(contents, expected)
    return found


def _expected(contents: Contents, found: DigestFindings) -> dict[str, dict[str, str]]:
    """Digests by path and algorithm, from the lists and from the metadata."""
    expected: dict[str, dict[str, str]] = defaultdict(dict)
    for algorithm, listed in contents.lists.items():
        for path, digest in listed.items():
            _expect(expected[path], algorithm, digest)
    for metadata in contents.metadata:
        for file in metadata.files:
            wanted = expected[f"{metadata.folder}/{file.name}"]
            for algorithm, digest in file.digests:
                _expect(wanted, algorithm, digest)
    asked = {name for wanted in expected.values() for name in wanted}
    found.uncomputed = sorted(asked - set(digests_here(sorted(asked))))
    for wanted in expected.values():
        for name in found.uncomputed:
            wanted.pop(name, None)
    return expected


def _expect(wanted: dict[str, str], algorithm: str, digest: str) -> None:
    """Two sources that disagree can never both be met."""
    if wanted.setdefault(algorithm, digest) != digest:
        wanted[algorithm] = f"{wanted[algorithm]}/{digest}"


def _compare(
    contents: Contents, path: str, wanted: dict[str, str], copier: Copier, found: DigestFindings
) -> None:
    try:
        entry = copier.hash(contents.root / path, path)
    except OSError as error:
        found.changed.append(Place(path, f"无法读取（{type(error).__name__}）"))
        return
    found.compared += 1
    wrong = [name.upper() for name, digest in wanted.items() if entry.digest(name) != digest]
    if wrong:
        found.changed.append(Place(path, f"数字摘要不符（{'、'.join(wrong)}）"))


def _extra(contents: Contents, expected: dict[str, dict[str, str]]) -> list[Place]:
    """Files no list, catalogue or metadata knows."""
    if not contents.lists:
        return [Place(path, "是操作系统的附属文件") for path in contents.sizes if is_system_file(path)]
    known = expected.keys() | {DESCRIPTION_NAME, contents.catalogue_name}
    return [Place(path, "清单未列出") for path in contents.sizes if path not in known and not _is_list(path)]


def _is_list(path: str) -> bool:
    return path.rpartition("/")[2] in LIST_NAMES.values()
