"""What the transfer desk asks of the use cases, each as one piece of work."""

from dataclasses import dataclass
from pathlib import Path

from app.domain.transfer import Place, TransferItem
from app.progress import Progress
from app.store import documents, transfers
from app.store.catalogue import Catalogue, Reading
from app.store.transfers import StoredTransfer
from app.transfer.hand_over import BuiltTransfer, HandOver, build_transfer
from app.transfer.numbering import number_items
from app.transfer.package.description import PackageDescription
from app.transfer.package.layout import PackageLayout
from app.transfer.prepare import issue_numbers
from app.transfer.profile import profile_of
from app.transfer.select import NotReady, ObstacleKind, select_ready


@dataclass(frozen=True, slots=True)
class TransferDesk:
    """Everything the desk shows: items with the codes they have or would get."""

    ready: tuple[TransferItem, ...]
    problems: tuple[Place, ...]
    waiting: tuple[NotReady, ...]
    batches: tuple[StoredTransfer, ...]
    has_fonds: bool


def read_desk(catalogue: Catalogue) -> TransferDesk:
    """Sort what is held; numbers are previewed, not issued."""
    profile = profile_of(catalogue)
    selection = select_ready(catalogue, profile)
    with catalogue.read() as connection:
        issued, _registered = transfers.issued_codes(connection)
        batches = tuple(transfers.transfers(connection))
    waiting = tuple(one for one in selection.not_ready if not _is_in_batch(one))
    if not profile.fonds_code:
        return TransferDesk(selection.ready, (), waiting, batches, has_fonds=False)
    preview = number_items(selection.ready, profile, issued)
    return TransferDesk(preview.items, preview.problems, waiting, batches, has_fonds=True)


def _is_in_batch(one: NotReady) -> bool:
    """What stands in a batch already waits for nothing here."""
    return any(obstacle.kind is ObstacleKind.TRANSFERRED for obstacle in one.obstacles)


def id_of(connection: Reading, uuid: str) -> int | None:
    """The id of the document with this UUID."""
    return documents.document_with_uuid(connection, uuid)


def build(
    catalogue: Catalogue, folder: Path, name: str, layout: PackageLayout, by: str, progress: Progress
) -> BuiltTransfer:
    """Number everything that is ready, build its package and verify it.

    Raises:
        AppError: nothing is ready, a file has changed, or the folder cannot be written.
    """
    profile = profile_of(catalogue)
    ready = select_ready(catalogue, profile).ready
    numbering = issue_numbers(catalogue, ready, profile, by=by)
    description = PackageDescription(
        transferring_unit=profile.transferring_unit or profile.fonds_name,
        content=f"{profile.fonds_name}文书档案 {len(numbering.items)} 件",
        environment="通用操作系统；文件格式以原始格式移交",
        made_by=by,
    )
    folder.mkdir(parents=True, exist_ok=True)
    plan = HandOver(name=name, description=description, layout=layout)
    return build_transfer(catalogue, folder, numbering.items, profile, plan, by=by, progress=progress)
