"""Roots that are found at another place: another drive letter, network path or computer."""

from pathlib import Path

from app.domain.audit import Change
from app.errors import AppError
from app.formats.digest import sha256_of
from app.formats.opening import open_for_reading
from app.store import holdings
from app.store.catalogue import Catalogue, Reading

SAMPLE = 20
"""Files that are hashed before a root is believed to be the same folder."""


def relocate(catalogue: Catalogue, root: str, path: Path, *, by: str) -> int:
    """Bind the root (its UUID or label) to a new path, after comparing a sample of files by hash.

    Returns:
        How many files were compared.

    Raises:
        AppError: no such root or folder, or the files there are not the ones the catalogue knows.
    """
    path = path.absolute()
    if not path.is_dir():
        raise AppError(f"找不到文件夹“{path}”。", "请检查新位置是否写对。")
    with catalogue.read() as connection:
        found = _root(connection, root)
        sample = holdings.sample_of_root(connection, found.id, SAMPLE)
    differing = [place for place, sha256 in sample if _sha256(path / place) != sha256]
    if differing:
        raise AppError(
            f"新位置的文件与目录不符：抽查 {len(sample)} 个，{len(differing)} 个不一致。",
            "请确认选对了文件夹；目录没有改动。",
        )
    with catalogue.write(by=by, action="root.relocate") as unit:
        holdings.move_root(unit.connection, found.id, path)
        unit.record(found.uuid, [Change("path", found.path, str(path))])
        unit.commit()
    return len(sample)


def _root(connection: Reading, wanted: str) -> holdings.Root:
    matching = [root for root in holdings.roots(connection) if wanted in {root.uuid, root.label, root.path}]
    if len(matching) != 1:
        raise AppError(f"目录里没有唯一的来源文件夹“{wanted}”。", "请用 export 查看 roots，并用其中的 id。")
    return matching[0]


def _sha256(path: Path) -> str | None:
    try:
        with open_for_reading(str(path)) as stream:
            return sha256_of(stream)
    except OSError:
        return None
