"""What the transfer desk asks of the use cases, each as one piece of work."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.archival import FondsProfile
from app.domain.transfer import Place, TransferItem
from app.errors import AppError
from app.formats.write.pdf import write_pdf
from app.progress import Progress
from app.store import documents, transfers
from app.store.catalogue import Catalogue, Reading
from app.store.transfer_candidates import ALL_LISTED, InSight, Unlisted
from app.store.transfers import StoredTransfer
from app.transfer.catalogue_values import item_values
from app.transfer.hand_over import BuiltTransfer, HandOver, build_transfer, context_of
from app.transfer.mapping import source_names
from app.transfer.numbering import Numbering, number_items
from app.transfer.package.build import Carrier
from app.transfer.package.description import PackageDescription
from app.transfer.package.layout import PackageLayout
from app.transfer.prepare import adopt_proposals, issue_numbers
from app.transfer.profile import profile_of
from app.transfer.select import NotReady, select_determined, select_in_sight, select_ready
from app.transfer.templates import RowLevel, Template, templates_of

IN_SIGHT = InSight(filed=1000, unfiled=1000, undetermined=200)
"""So many documents are listed, a second's work; the way to all without a determination is the review."""

BYTES_OF_GIGABYTE = 1_000_000_000
"""As media are sold."""


@dataclass(frozen=True, slots=True)
class TransferDesk:
    """Everything the desk shows: items with the codes they have or would get; ``unlisted``: what it does not."""

    ready: tuple[TransferItem, ...]
    problems: tuple[Place, ...]
    waiting: tuple[NotReady, ...]
    batches: tuple[StoredTransfer, ...]
    has_fonds: bool
    templates: Mapping[str, Template]
    unlisted: Unlisted = ALL_LISTED


def read_desk(catalogue: Catalogue) -> TransferDesk:
    """Sort the oldest of what is held; numbers are previewed, not issued."""
    profile = profile_of(catalogue)
    selection = select_in_sight(catalogue, profile, IN_SIGHT)
    with catalogue.read() as connection:
        batches = tuple(transfers.transfers(connection))
    templates = {
        name: template
        for name, template in templates_of(catalogue.folder).items()
        if template.level is RowLevel.ITEM and not template.is_public
    }
    preview = _previewed(catalogue, profile, selection.ready)
    return TransferDesk(
        preview.items,
        preview.problems,
        selection.not_ready,
        batches,
        bool(profile.fonds_code),
        templates,
        selection.unlisted,
    )


def all_ready(catalogue: Catalogue) -> tuple[TransferItem, ...]:
    """Everything that is ready, with the codes it has or would get."""
    profile = profile_of(catalogue)
    return _previewed(catalogue, profile, select_determined(catalogue, profile).ready).items


def adopt_all(catalogue: Catalogue, by: str) -> int:
    """Adopt the proposed filing of all documents that wait for no more; how many."""
    waiting = select_determined(catalogue, profile_of(catalogue)).not_ready
    return adopt_proposals(catalogue, waiting, by=by)


def _previewed(catalogue: Catalogue, profile: FondsProfile, ready: tuple[TransferItem, ...]) -> Numbering:
    """Items with the codes they have or would get; without a fonds code as they are."""
    if not profile.fonds_code:
        return Numbering(ready)
    with catalogue.read() as connection:
        issued, _registered = transfers.issued_codes(connection)
    return number_items(ready, profile, issued)


def id_of(connection: Reading, uuid: str) -> int | None:
    """The id of the document with this UUID."""
    return documents.document_with_uuid(connection, uuid)


@dataclass(frozen=True, slots=True)
class BuildOrder:
    """What the dialog was told. ``capacity``: gigabytes of one medium, ``None`` for one package; ``as_pdf``: the
    forms beside the package also as PDF; ``encapsulates``: every item also as an encapsulation package.
    """

    name: str
    folder: Path
    layout: PackageLayout
    carrier: Carrier
    templates: tuple[str, ...]
    capacity: float | None = None
    as_pdf: bool = False
    encapsulates: bool = False


def build(catalogue: Catalogue, order: BuildOrder, by: str, progress: Progress) -> BuiltTransfer:
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
    try:
        order.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AppError(
            f"不能在“{order.folder}”建立文件夹。", "请检查移动硬盘是否接好、有没有写权限。"
        ) from error
    plan = HandOver(
        name=order.name,
        description=description,
        layout=order.layout,
        carrier=order.carrier,
        capacity=round(order.capacity * BYTES_OF_GIGABYTE) if order.capacity else None,
        catalogues=order.templates,
        encapsulates=order.encapsulates,
    )
    built = build_transfer(catalogue, order.folder, numbering.items, profile, plan, by=by, progress=progress)
    for name, content in built.forms if order.as_pdf else ():
        write_pdf(order.folder / f"{name}.pdf", content)
    return built


def example_values(catalogue: Catalogue) -> Mapping[str, str]:
    """The values of the first document that is ready, by source, to show what a column would hold."""
    profile = profile_of(catalogue)
    ready = select_in_sight(catalogue, profile, IN_SIGHT).ready[:1]
    return item_values(ready[0], context_of(profile, ""), 1, tuple(source_names())) if ready else {}
