"""Validation of bags, BagIt 0.93 to 1.0 (RFC 8493). Everything is collected, nothing stops the rest."""

import codecs
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.transfer import Place
from app.progress import Progress
from app.transfer.package.bag import PROFILE_IDENTIFIER, REQUIRED_FILES
from app.transfer.package.copying import Copier, Entry
from app.transfer.verify.bag_paths import (
    ManifestLine,
    decoded,
    is_system_file,
    leaves_the_bag,
    parse_line,
    same_form,
)

DECLARATION = "bagit.txt"
PAYLOAD = "data/"
_INFO_NAMES = ("bag-info.txt", "package-info.txt")
_MANIFEST = re.compile(r"(tag)?manifest-([a-z0-9_-]+)\.txt", re.IGNORECASE)
_VERSION_LINE = re.compile(r"BagIt-Version: (\d+)\.(\d+)")
_ENCODING_LINE = re.compile(r"Tag-File-Character-Encoding: (\S+)")
_OXUM = re.compile(r"(\d+)\.(\d+)")
_BAGIT_1 = (1, 0)


@dataclass(slots=True)
class BagFindings:
    """What a validation found. ``structure`` concerns the form, ``content`` the files themselves."""

    structure: list[Place] = field(default_factory=list)
    content: list[Place] = field(default_factory=list)
    extra: list[Place] = field(default_factory=list)
    warnings: list[Place] = field(default_factory=list)
    version: tuple[int, int] = _BAGIT_1
    entries: dict[str, Entry] = field(default_factory=dict)

    @property
    def errors(self) -> list[Place]:
        """Everything that makes the bag invalid."""
        return [*self.structure, *self.content, *self.extra]


def looks_like_bag(root: Path) -> bool:
    """Whether a folder is meant as a bag, complete or not."""
    return (root / DECLARATION).is_file() or ((root / "data").is_dir() and any(root.glob("manifest-*.txt")))


def validate_bag(root: Path, progress: Progress) -> BagFindings:
    """Validate the bag in folder ``root``; unreadable files are findings, not exceptions."""
    validation = _Validation(root, progress)
    validation.run()
    return validation.found


class _Validation:
    def __init__(self, root: Path, progress: Progress) -> None:
        self.found = BagFindings()
        self._root = root
        self._progress = progress
        self._encoding = "utf-8"
        self._files = frozenset(self._walk())
        self._by_form = {same_form(path): path for path in self._files}
        self._expected: dict[str, dict[str, str]] = defaultdict(dict)
        self._by_case: dict[str, list[str]] = defaultdict(list)
        self._payload_lists: dict[str, set[str]] = {}
        self._litter_missing = 0

    def run(self) -> None:
        self._read_declaration()
        if not (self._root / "data").is_dir():
            self._wrong("data", "缺少 data 文件夹")
        for name in sorted(self._files):
            if "/" not in name and (match := _MANIFEST.fullmatch(name)):
                self._read_manifest(name, _algorithm(match[2]), is_tag=bool(match[1]))
        if not self._payload_lists:
            self._wrong("manifest", "没有可用的清单文件（manifest-*.txt）")
        self._read_fetch()
        self._find_unlisted()
        self._compare_digests()
        self._read_info()

    def _walk(self) -> Iterator[str]:
        for path in self._root.rglob("*"):
            name = path.relative_to(self._root).as_posix()
            if path.is_symlink():
                self._wrong(name, "是符号链接，移交包内只应有普通文件")
            elif path.is_file():
                yield name

    def _wrong(self, where: str, message: str) -> None:
        self.found.structure.append(Place(where, message))

    def _warn(self, where: str, message: str) -> None:
        self.found.warnings.append(Place(where, message))

    def _lines(self, name: str, encoding: str = "") -> list[str]:
        """The lines of a tag file, which end in LF, CR or CRLF."""
        try:
            text = (self._root / name).read_bytes().decode(encoding or self._encoding)
        except (OSError, UnicodeError) as error:
            self._wrong(name, f"无法按声明的编码读取（{type(error).__name__}）")
            return []
        return re.split(r"\r\n|\r|\n", text)

    def _read_declaration(self) -> None:
        if DECLARATION not in self._files:
            self._wrong(DECLARATION, "缺少 bagit.txt")
            return
        lines = [line for line in self._lines(DECLARATION) if line]
        version = _VERSION_LINE.fullmatch(lines[0]) if lines else None
        encoding = _ENCODING_LINE.fullmatch(lines[1]) if len(lines) > 1 else None
        if version:
            self.found.version = (int(version[1]), int(version[2]))
        else:
            self._wrong(DECLARATION, "第一行应为“BagIt-Version: 主版本.次版本”，不得有 BOM 或多余空格")
        if encoding and _is_codec(encoding[1]):
            self._encoding = encoding[1]
        else:
            self._wrong(DECLARATION, "第二行应为“Tag-File-Character-Encoding: 编码”")
        if len(lines) > 2:
            self._wrong(DECLARATION, "多于两行")

    def _read_manifest(self, name: str, algorithm: str, *, is_tag: bool) -> None:
        if not algorithm:
            self._warn(name, "本机不能计算该摘要算法，未核对")
            return
        listed: dict[str, str] = {}
        for line in self._lines(name):
            if not line.strip():
                continue
            entry = parse_line(line)
            if entry is None:
                self._wrong(name, "有一行不是“摘要 路径”的格式")
            elif self._is_in_scope(entry.path, name, is_tag=is_tag):
                self._take(entry, name, listed, algorithm)
        for path, digest in listed.items():
            self._expected[path][algorithm] = digest
        if not is_tag:
            self._payload_lists[name] = set(listed)

    def _is_in_scope(self, path: str, name: str, *, is_tag: bool) -> bool:
        reason = leaves_the_bag(path)
        if not reason and is_tag == path.startswith(PAYLOAD):
            reason = "不应列在标签清单中" if is_tag else "不在 data 文件夹内"
        if reason:
            self._wrong(path, f"{name} 中的路径{reason}")
        return not reason

    def _take(self, entry: ManifestLine, name: str, listed: dict[str, str], algorithm: str) -> None:
        if len(entry.digest) != 2 * hashlib.new(algorithm, usedforsecurity=False).digest_size:
            self._wrong(entry.path, f"{name} 中的摘要长度不对")
        if entry.has_star:
            self._warn(entry.path, f"{name} 由 md5sum 类工具生成，路径前有星号")
        if entry.has_dot_slash:
            self._warn(entry.path, f"{name} 中的路径以 ./ 开头")
        path = self._actual(entry.path)
        if path in listed:
            self._take_again(entry, path, name, listed[path])
        listed.setdefault(path, entry.digest)

    def _take_again(self, entry: ManifestLine, path: str, name: str, digest: str) -> None:
        if digest != entry.digest:
            self._wrong(path, f"{name} 中列出两次且摘要不同")
        elif self.found.version >= _BAGIT_1 and same_form(entry.path) == entry.path == path:
            self._wrong(path, f"{name} 中列出两次")
        else:
            self._warn(path, f"{name} 中列出两次（摘要相同）")

    def _actual(self, path: str) -> str:
        """The path under which the file really lies: literal, unescaped, or in another Unicode form."""
        if path in self._files:
            return path
        plain = decoded(path)
        if plain in self._files:
            return plain
        if (other := self._by_form.get(same_form(plain))) is not None:
            self._warn(path, "文件名的 Unicode 规范化形式与清单不同")
            return other
        return plain

    def _read_fetch(self) -> None:
        if "fetch.txt" not in self._files:
            return
        for line in self._lines("fetch.txt"):
            parts = line.split(None, 2)
            if not parts:
                continue
            if len(parts) < 3:
                self._wrong("fetch.txt", "有一行不是“网址 长度 路径”的格式")
                continue
            path = decoded(parts[2].strip())
            if self._is_in_scope(path, "fetch.txt", is_tag=False) and path not in self._expected:
                self._wrong(path, "fetch.txt 列出但清单未列")

    def _find_unlisted(self) -> None:
        payload = {path for path in self._files if path.startswith(PAYLOAD)}
        lists = self._payload_lists.values()
        covered = set().union(*lists) if lists else set()
        if self.found.version >= _BAGIT_1 and lists:
            covered = set.intersection(*lists)
        for path in sorted(payload - covered):
            self.found.extra.append(Place(path, "文件未列入（全部）清单"))

    def _compare_digests(self) -> None:
        copiers: dict[tuple[str, ...], Copier] = {}
        for path in self._expected:
            self._by_case[path.casefold()].append(path)
        total = len(self._expected)
        for number, (path, wanted) in enumerate(sorted(self._expected.items()), start=1):
            self._progress.step("核对摘要", number, total)
            if path not in self._files:
                self._report_missing(path, wanted)
                continue
            if is_system_file(path):
                self._warn(path, "是操作系统的附属文件")
            algorithms = tuple(sorted(wanted))
            copier = copiers.setdefault(algorithms, Copier(algorithms))
            self._compare(path, wanted, copier)

    def _compare(self, path: str, wanted: dict[str, str], copier: Copier) -> None:
        try:
            entry = copier.hash(self._root / path, path)
        except OSError as error:
            self.found.content.append(Place(path, f"无法读取（{type(error).__name__}）"))
            return
        self.found.entries[path] = entry
        wrong = [name for name, digest in wanted.items() if entry.digest(name) != digest]
        if wrong:
            self.found.content.append(Place(path, f"摘要不符（{'、'.join(wrong)}）"))

    def _report_missing(self, path: str, wanted: dict[str, str]) -> None:
        if is_system_file(path):
            self._litter_missing += 1
            self._warn(path, "清单列出操作系统的附属文件，包内没有")
        elif twin := self._twin_in_other_case(path, wanted):
            self._warn(path, f"与“{twin}”仅大小写不同，摘要相同")
        else:
            self.found.content.append(Place(path, "清单列出但文件不存在"))

    def _twin_in_other_case(self, path: str, wanted: dict[str, str]) -> str:
        twins = self._by_case[path.casefold()]
        return next((twin for twin in twins if twin in self._files and self._expected[twin] == wanted), "")

    def _read_info(self) -> None:
        name = next((name for name in _INFO_NAMES if name in self._files), "")
        if not name:
            return
        for label, value in self._labels(name):
            if label.casefold() == "payload-oxum":
                self._check_oxum(name, value)
            elif label.casefold() == "bagit-profile-identifier" and value == PROFILE_IDENTIFIER:
                self._require_profile()

    def _require_profile(self) -> None:
        """What a bag that names our profile promises (``resources/schemas/bagit-profile.json``)."""
        for name in REQUIRED_FILES:
            if name not in self._files:
                self._wrong(name, "按移交包的 BagIt 规范应有此文件")

    def _labels(self, name: str) -> Iterable[tuple[str, str]]:
        for line in self._lines(name):
            if not line.strip() or line[0] in " \t":
                continue
            label, colon, value = line.partition(":")
            if not colon:
                self._wrong(name, "有一行不是“标签: 值”的格式")
            yield label.strip().removeprefix("\ufeff"), value.strip()

    def _check_oxum(self, name: str, value: str) -> None:
        match = _OXUM.fullmatch(value)
        if match is None:
            self._wrong(name, "Payload-Oxum 不是“字节数.文件数”的格式")
            return
        payload = [path for path in self._files if path.startswith(PAYLOAD)]
        size = sum((self._root / path).stat().st_size for path in payload)
        lacking = int(match[2]) - len(payload)
        if (int(match[1]), lacking) == (size, 0):
            return
        message = f"Payload-Oxum 为 {value}，实为 {size}.{len(payload)}"
        if lacking and lacking == self._litter_missing and int(match[1]) >= size:
            self._warn(name, f"{message}，相差的是操作系统的附属文件")
        else:
            self.found.content.append(Place(name, message))


def _algorithm(name: str) -> str:
    """The digest this Python knows by a manifest's name (``sha-256``, ``sha3256``); empty when none."""
    plain = re.sub(r"[^a-z0-9]", "", name.lower())
    known = {re.sub(r"[^a-z0-9]", "", each): each for each in sorted(hashlib.algorithms_available)}
    algorithm = plain if plain in hashlib.algorithms_available else known.get(plain, "")
    return "" if algorithm.startswith("shake") else algorithm


def _is_codec(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True
