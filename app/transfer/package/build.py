"""Building a package: beside its final name, continued after an interruption, renamed at the end."""

import errno
import os
import shutil
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from app.domain.transfer import Place, TransferFile, TransferItem
from app.errors import AppError
from app.formats.write.xml import XmlWriter
from app.paths import extended
from app.progress import Progress, Silent
from app.transfer.catalogue_files import write_xml_stream
from app.transfer.catalogue_rows import Row, catalogue_rows
from app.transfer.catalogue_values import CatalogueContext
from app.transfer.package import bag, checksums
from app.transfer.package.copying import SHA_256, SM3, Copier, Entry, HashingWriter, digests_here
from app.transfer.package.description import PackageDescription, description_text
from app.transfer.package.encapsulation import write_encapsulation
from app.transfer.package.extras import Extra
from app.transfer.package.layout import (
    CATALOGUE_NAMES,
    CATALOGUE_TEMPLATES,
    DESCRIPTION_NAME,
    LaidOutItem,
    PackageLayout,
    lay_out,
    layout_problems,
)
from app.transfer.package.metadata import write_metadata
from app.transfer.templates import Template, load_templates

NO_CONTEXT = CatalogueContext()
MARKER_END = ".partial-mark"
PARTIAL_END = ".partial"
AT_A_TIME = 2
"""Items in work at once; more would make a disk with a moving head slower."""

ROOM_PER_ITEM = 16 * 1024
"""Bytes kept free per item for its metadata and folder entries."""


class Carrier(StrEnum):
    """A plain folder, or a bag around it (RFC 8493)."""

    FOLDER = "folder"
    BAG = "bag"


class PackageProblem(AppError):  # noqa: N818 - the word users see
    """A package cannot be built; ``places`` name every item and file that is in the way."""

    def __init__(self, message: str, advice: str, places: Sequence[Place] = ()) -> None:
        super().__init__(message, advice)
        self.places = tuple(places)


@dataclass(frozen=True, slots=True)
class PackageOrder:
    """What to build. ``extras`` are written under 其他; ``encapsulates`` adds an .eep per item."""

    items: tuple[TransferItem, ...]
    description: PackageDescription
    context: CatalogueContext = NO_CONTEXT
    layout: PackageLayout = PackageLayout.DAT_93_2022
    carrier: Carrier = Carrier.FOLDER
    digests: tuple[str, ...] = (SHA_256, SM3)
    encapsulates: bool = False
    extras: tuple[Extra, ...] = ()


@dataclass(frozen=True, slots=True)
class BuiltPackage:
    """A finished package. ``manifest_sha256`` goes on paper: it vouches for everything inside."""

    path: Path
    items: tuple[TransferItem, ...]
    file_count: int
    byte_count: int
    manifest_sha256: str
    reused_count: int


def build_package(target: Path, order: PackageOrder, progress: Progress | None = None) -> BuiltPackage:
    """Build ``target``, a folder that must not exist yet.

    What an interrupted run left in ``target.partial`` is checked by digest and used again; a mark beside
    it tells that the folder is ours. Bytes may still be in the system's cache when this returns: what is
    written to a removable medium is verified after it was ejected and inserted again.

    Raises:
        PackageProblem: names clash, files changed since review, the disk is full, a value the
            catalogue requires is missing; nothing stands under the final name.
        Cancelled: the user stopped; the next run continues.
    """
    laid = lay_out(order.items, order.layout)
    template = load_templates()[CATALOGUE_TEMPLATES[order.layout]]
    rows = _require_buildable(target, laid, template, order)
    final = Path(extended(str(target)))
    partial, mark = final.with_name(final.name + PARTIAL_END), final.with_name(final.name + MARKER_END)
    with user_errors(target):
        _begin(partial, mark, order)
        builder = _Builder(partial, order, template, progress or Silent())
        built = builder.build(laid, rows)
        partial.rename(final)
        mark.unlink()
    return replace(built, path=target)


def _require_buildable(
    target: Path, laid: Sequence[LaidOutItem], template: Template, order: PackageOrder
) -> Sequence[Row]:
    """The rows of the package's catalogue, once nothing is in the way."""
    if target.exists():
        raise PackageProblem(f"“{target.name}”已存在。", "请换一个名称，或先移走旧的移交包。")
    if not laid:
        raise PackageProblem("没有可以移交的文件。", "请先选择已审定的文件。")
    rows = catalogue_rows(template, [entry.item for entry in laid], order.context)
    problems = [*layout_problems(laid)]
    problems += [Place(laid[f.row - 1].item.archival_code, f"{f.column}：{f.message}") for f in rows.blocking]
    problems += [
        problem for entry in laid for file in entry.item.files if (problem := _source_problem(entry, file))
    ]
    if problems:
        raise PackageProblem(
            f"有 {len(problems)} 处问题，移交包未生成。", "请按清单逐一处理后重试。", problems
        )
    return rows.rows


def _source_problem(entry: LaidOutItem, file: TransferFile) -> Place | None:
    try:
        size = os.stat(file.source).st_size  # noqa: PTH116 - twenty thousand times: half the time of a Path
    except OSError:
        return Place(entry.item.archival_code, f"原文件找不到：{file.name}")
    if size != file.size:
        return Place(entry.item.archival_code, f"原文件自审核后大小已改变：{file.name}")
    return None


def _begin(partial: Path, mark: Path, order: PackageOrder) -> None:
    if partial.exists() and not mark.is_file():
        raise PackageProblem(f"“{partial.name}”已存在，且不是未完成的移交包。", "请移走该文件夹后重试。")
    partial.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()
    partial.mkdir(exist_ok=True)
    present = sum(path.stat().st_size for path in partial.rglob("*") if path.is_file())
    factor = 1 + 1.4 * order.encapsulates
    needed = int(sum(item.byte_count for item in order.items) * factor) + ROOM_PER_ITEM * len(order.items)
    free = shutil.disk_usage(partial).free
    if needed - present > free:
        lacking = (needed - present - free) / 1e9
        message = f"目标磁盘空间不足，还差约 {lacking:.3f} GB。"
        raise PackageProblem(message, "请更换磁盘，或按载体容量分盘。")


@contextmanager
def user_errors(target: Path) -> Iterator[None]:
    """Turn what the target's disk refuses into sentences a person can act on."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise PackageProblem(
                "目标磁盘已满，移交包未完成。", "腾出空间后再次执行，将从中断处继续。"
            ) from error
        name = Path(error.filename).name if isinstance(error.filename, str) else target.name
        message = f"无法读写“{name}”：{os.strerror(error.errno or 0)}。"
        raise PackageProblem(message, "请检查磁盘与权限后再次执行，将从中断处继续。") from error


@dataclass(slots=True)
class _MadeItem:
    """What one item added to the package."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Place] = field(default_factory=list)
    reused_count: int = 0


def _results(
    pool: ThreadPoolExecutor, make: Callable[[LaidOutItem], _MadeItem], laid: Sequence[LaidOutItem]
) -> Generator[_MadeItem, None, None]:
    """Results in order; what was not begun is given up when the generator is closed."""
    waiting: deque[Future[_MadeItem]] = deque()
    try:
        for entry in laid:
            waiting.append(pool.submit(make, entry))
            if len(waiting) > 4 * AT_A_TIME:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


class _Builder:
    """Fills one partial folder."""

    def __init__(self, partial: Path, order: PackageOrder, template: Template, progress: Progress) -> None:
        self._order = order
        self._template = template
        self._progress = progress
        self._root = partial
        self._content = partial / bag.PAYLOAD if order.carrier is Carrier.BAG else partial
        self._copier = Copier(digests_here(order.digests))
        self._entries: list[Entry] = []
        self._problems: list[Place] = []
        self._reused = 0

    def build(self, laid: Sequence[LaidOutItem], rows: Sequence[Row]) -> BuiltPackage:
        """Copy, describe, sum up; returns the package under its partial name."""
        self._add_items(laid)
        if self._problems:
            count = len(self._problems)
            advice = "请重新审核这些文件后再次执行，将从中断处继续。"
            raise PackageProblem(f"有 {count} 个文件自审核后已改变，移交包未完成。", advice, self._problems)
        items = tuple(entry.item for entry in laid)
        self._add_frame(items, rows)
        tags = self._sum_up()
        self._remove_strays(tags)
        size = sum(entry.size for entry in self._entries)
        manifest = self._copier.hash(self._root / tags[0], tags[0]).digest(SHA_256)
        return BuiltPackage(self._root, items, len(self._entries), size, manifest, self._reused)

    def _add_items(self, laid: Sequence[LaidOutItem]) -> None:
        """Make the items' folders, two at a time: while one is hashed, the other is read or written."""
        with ThreadPoolExecutor(AT_A_TIME) as pool, closing(_results(pool, self._make_item, laid)) as results:
            for number, made in enumerate(results, start=1):
                self._entries += made.entries
                self._problems += made.problems
                self._reused += made.reused_count
                self._progress.step("复制文件", number, len(laid))

    def _make_item(self, laid: LaidOutItem) -> _MadeItem:
        made = _MadeItem()
        copier = Copier(self._copier.algorithms)
        (self._content / laid.metadata_path).parent.mkdir(parents=True, exist_ok=True)
        for file in laid.item.files:
            entry, is_reused = self._place_file(file, copier)
            made.entries.append(entry)
            made.reused_count += is_reused
            if entry.digest(SHA_256) != file.sha256:
                made.problems.append(Place(laid.item.archival_code, f"自审核后内容已改变：{file.name}"))
        own = tuple(made.entries)
        with self._writing(laid.metadata_path, made.entries) as stream:
            write_metadata(XmlWriter(stream), laid, own, self._order.context)
        if self._order.encapsulates:
            with self._writing(laid.encapsulation_path, made.entries) as stream:
                write_encapsulation(XmlWriter(stream), laid, self._content, self._order.context)
        return made

    def _place_file(self, file: TransferFile, copier: Copier) -> tuple[Entry, bool]:
        """The file in its place, and whether an earlier run had put it there."""
        target = self._content / file.path
        if target.is_file() and target.stat().st_size == file.size:
            present = copier.hash(target, file.path)
            if present.digest(SHA_256) == file.sha256:
                return present, True
        return copier.copy(Path(file.source), target, file.path), False

    def _add_frame(self, items: Sequence[TransferItem], rows: Sequence[Row]) -> None:
        """The catalogue, the description, and what goes under 其他."""
        order = self._order
        with self._writing(CATALOGUE_NAMES[order.layout], self._entries) as stream:
            write_xml_stream(self._template, rows, stream)
        with self._writing(DESCRIPTION_NAME, self._entries) as stream:
            stream.write(description_text(order.description, items, order.layout))
        for extra in (*order.extras, *checksums.VERIFIER_EXTRAS):
            target = self._content / extra.path
            target.parent.mkdir(parents=True, exist_ok=True)
            extra.write(target, items)
            self._entries.append(self._copier.hash(target, extra.path))

    def _sum_up(self) -> list[str]:
        """Write the checksum lists; returns the paths of what no list covers, the main list first."""
        lists = checksums.write_lists(self._content, self._entries, self._copier)
        if self._order.carrier is Carrier.FOLDER:
            return lists
        payload = [*self._entries, *(self._copier.hash(self._content / path, path) for path in lists)]
        return bag.write_tags(self._root, payload, self._order.description, self._order.context, self._copier)

    def _remove_strays(self, tags: Sequence[str]) -> None:
        """Drop what an earlier, different run left in the partial folder."""
        prefix = f"{bag.PAYLOAD}/" if self._order.carrier is Carrier.BAG else ""
        expected = {f"{prefix}{entry.path}" for entry in self._entries} | set(tags)
        if self._order.carrier is Carrier.BAG:
            expected |= {f"{prefix}{path}" for path in checksums.list_paths(self._copier.algorithms)}
        for folder, _, names in os.walk(self._root, topdown=False):
            inside = Path(folder).relative_to(self._root).as_posix()
            for name in names:
                if (name if inside == "." else f"{inside}/{name}") not in expected:
                    Path(folder, name).unlink()
            if not os.listdir(folder):  # noqa: PTH208 - only whether there is anything
                Path(folder).rmdir()

    @contextmanager
    def _writing(self, path: str, entries: list[Entry]) -> Iterator[HashingWriter]:
        with (self._content / path).open("wb") as raw:
            stream = HashingWriter(raw, self._copier.algorithms)
            yield stream
            entry = stream.finish(path)
        entries.append(entry)
