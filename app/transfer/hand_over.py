"""Use cases of handing over: build and record a transfer, mark it handed over, take the answer in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from app.domain.archival import FondsProfile
from app.domain.audit import Change
from app.domain.transfer import Place, TransferItem, VerificationReport
from app.domain.transfer_state import TransferState
from app.errors import AppError
from app.formats.write.forms import Form, SigningTable
from app.formats.write.workbook import write_workbook
from app.progress import Progress, Silent
from app.store import transfers
from app.store.catalogue import Catalogue
from app.store.transfers import NewTransfer, StoredTransfer
from app.transfer.catalogue_files import as_sheet
from app.transfer.catalogue_rows import catalogue_rows
from app.transfer.catalogue_values import CatalogueContext
from app.transfer.forms import (
    Registration,
    registration_form,
    transfer_list,
    write_catalogue_cover,
    write_registration_form,
    write_transfer_list,
)
from app.transfer.numbering import catalogue_order
from app.transfer.package.build import BuiltPackage, Carrier, PackageOrder, PackageProblem, build_package
from app.transfer.package.copying import SHA_256, SM3
from app.transfer.package.description import PackageDescription
from app.transfer.package.extras import Extra
from app.transfer.package.layout import OTHERS, PackageLayout
from app.transfer.package.media import split_by_capacity
from app.transfer.package.names import safe_name
from app.transfer.receipt import MARK_PATH, Receipt, write_mark
from app.transfer.select import select_ready
from app.transfer.templates import Template, template_named
from app.transfer.verify import verify
from app.transfer.verify.report import write_report_document, write_report_workbook

UNITS_OWN_TEMPLATE = "dat22-2015"


@dataclass(frozen=True, slots=True)
class HandOver:
    """How a transfer is to be built. ``capacity``: bytes of one medium, ``None`` for one package."""

    name: str
    description: PackageDescription
    layout: PackageLayout = PackageLayout.DAT_93_2022
    carrier: Carrier = Carrier.FOLDER
    digests: tuple[str, ...] = (SHA_256, SM3)
    encapsulates: bool = False
    capacity: int | None = None
    catalogues: tuple[str, ...] = (UNITS_OWN_TEMPLATE,)


@dataclass(frozen=True, slots=True)
class BuiltTransfer:
    """A finished transfer: its packages with the check of each, and the papers beside them.

    ``forms``: what is to be signed, by file name without ending, for whoever can print it.
    """

    uuid: str
    packages: tuple[BuiltPackage, ...]
    reports: tuple[VerificationReport, ...]
    papers: tuple[Path, ...]
    forms: tuple[tuple[str, Form | SigningTable], ...] = ()


def build_transfer(
    catalogue: Catalogue,
    folder: Path,
    items: Sequence[TransferItem],
    profile: FondsProfile,
    plan: HandOver,
    *,
    by: str,
    progress: Progress | None = None,
) -> BuiltTransfer:
    """Build the packages of a transfer in ``folder``, verify them, and record the transfer as prepared.

    Raises:
        PackageProblem: an item is no longer ready, or cannot be packed; nothing is recorded.
        Cancelled: the user stopped; the next call continues.
    """
    watch = progress or Silent()
    ordered = sorted(items, key=catalogue_order)
    _require_ready(catalogue, ordered, profile)
    media = (
        (tuple(ordered),)
        if plan.capacity is None
        else split_by_capacity(ordered, plan.capacity, encapsulates=plan.encapsulates)
    )
    uuid = str(uuid4())
    context = context_of(profile, by)
    templates = [template_named(name, catalogue.folder) for name in plan.catalogues]
    packages: list[BuiltPackage] = []
    for number, part in enumerate(media, start=1):
        order = _order(part, plan, context, templates, (uuid, number, len(media)))
        packages.append(build_package(folder / _package_name(plan.name, number, len(media)), order, watch))
    reports = tuple(verify(package.path, watch) for package in packages)
    _record(catalogue, uuid, plan, profile, packages, by=by)
    papers = _write_papers(folder, plan, profile, packages, reports)
    forms = _forms(plan, profile, packages, reports, context)
    return BuiltTransfer(uuid, tuple(packages), reports, papers, forms)


def _require_ready(catalogue: Catalogue, items: Sequence[TransferItem], profile: FondsProfile) -> None:
    """What was selected a while ago is looked at again: nothing quarantined or reopened gets in."""
    selection = select_ready(catalogue, profile, [item.document for item in items])
    ready = {item.document for item in selection.ready}
    reasons = {one.document: "；".join(o.message for o in one.obstacles) for one in selection.not_ready}
    late = [
        Place(item.archival_code or item.document, reasons.get(item.document, "目录中没有这份文件"))
        for item in items
        if item.document not in ready
    ]
    if late:
        raise PackageProblem(f"有 {len(late)} 件不再具备移交条件。", "请按清单处理后重新选择。", late)


def context_of(profile: FondsProfile, by: str) -> CatalogueContext:
    """What the rows of every catalogue of a transfer share."""
    today = date.today().isoformat()
    return CatalogueContext(
        fonds_name=profile.fonds_name,
        archives_name=profile.archives_name,
        archives_code=profile.archives_code,
        transferred_on=today,
        arranged_by=by,
        arranged_on=today,
        described_by=by,
        described_on=today,
    )


def _package_name(name: str, number: int, count: int) -> str:
    return safe_name(name if count == 1 else f"{name}-{number:02d}")


def _order(
    items: Sequence[TransferItem],
    plan: HandOver,
    context: CatalogueContext,
    templates: Sequence[Template],
    mark: tuple[str, int, int],
) -> PackageOrder:
    uuid, number, count = mark
    medium = plan.description.medium_number or (f"{number:02d}" if count > 1 else "")
    return PackageOrder(
        items=tuple(items),
        description=replace(plan.description, medium_number=medium),
        context=context,
        layout=plan.layout,
        carrier=plan.carrier,
        digests=plan.digests,
        encapsulates=plan.encapsulates,
        extras=(
            Extra(MARK_PATH, lambda path, _: write_mark(path, uuid, number, count)),
            Extra(f"{OTHERS}/表单/归档文件目录封面.docx", write_catalogue_cover),
            Extra(
                f"{OTHERS}/表单/移交清单.docx",
                lambda path, own: write_transfer_list(path, own, context, plan.name),
            ),
            *(_catalogue_extra(template, context) for template in templates),
        ),
    )


def _catalogue_extra(template: Template, context: CatalogueContext) -> Extra:
    def write(path: Path, items: Sequence[TransferItem]) -> None:
        write_workbook(path, [as_sheet(template, catalogue_rows(template, items, context).rows)])

    return Extra(f"{OTHERS}/目录/{template.file_name}.xlsx", write)


def _record(
    catalogue: Catalogue,
    uuid: str,
    plan: HandOver,
    profile: FondsProfile,
    packages: Sequence[BuiltPackage],
    *,
    by: str,
) -> None:
    new = NewTransfer(
        uuid=uuid,
        name=plan.name,
        layout=plan.layout.value,
        archives_name=profile.archives_name,
        byte_count=sum(package.byte_count for package in packages),
        manifests=tuple(package.manifest_sha256 for package in packages),
        items=[
            (item.document, item.archival_code, number)
            for number, package in enumerate(packages, start=1)
            for item in package.items
        ],
    )
    with catalogue.write(by=by, action="transfer.build") as unit:
        transfers.insert_transfer(unit.connection, new, by=unit.by, at=unit.at)
        unit.record(
            uuid,
            [
                Change("state", None, TransferState.PREPARED),
                Change("manifests", None, " ".join(new.manifests)),
            ],
        )
        unit.commit()


def _write_papers(
    folder: Path,
    plan: HandOver,
    profile: FondsProfile,
    packages: Sequence[BuiltPackage],
    reports: Sequence[VerificationReport],
) -> tuple[Path, ...]:
    """The registration form and the check reports, beside the packages."""
    papers: list[Path] = []
    for package, report in zip(packages, reports, strict=True):
        workbook, document, registration = (
            folder / f"{package.path.name}-{name}"
            for name in ("四性检测.xlsx", "四性检测.docx", "登记表.docx")
        )
        write_report_workbook(report, workbook)
        write_report_document(report, document)
        write_registration_form(registration, _registration(plan, profile, package), report)
        papers += [workbook, document, registration]
    return tuple(papers)


def _forms(
    plan: HandOver,
    profile: FondsProfile,
    packages: Sequence[BuiltPackage],
    reports: Sequence[VerificationReport],
    context: CatalogueContext,
) -> tuple[tuple[str, Form | SigningTable], ...]:
    made: list[tuple[str, Form | SigningTable]] = []
    for package, report in zip(packages, reports, strict=True):
        stem = package.path.name
        made.append((f"{stem}-登记表", registration_form(_registration(plan, profile, package), report)))
        made.append((f"{stem}-移交清单", transfer_list(package.items, context, plan.name)))
    return tuple(made)


def _registration(plan: HandOver, profile: FondsProfile, package: BuiltPackage) -> Registration:
    return Registration(
        name=plan.name,
        content=plan.description.content,
        item_count=len(package.items),
        byte_count=sum(item.byte_count for item in package.items),
        transferring_unit=profile.transferring_unit or profile.fonds_name,
        receiving_unit=profile.archives_name,
        first_medium=plan.description.medium_number,
        medium=plan.description.medium_type or "在线",
        manifest_sha256=package.manifest_sha256,
    )


def mark_handed_over(catalogue: Catalogue, uuid: str, *, by: str) -> None:
    """The package left the office.

    Raises:
        AppError: there is no such transfer, or it was handed over already.
    """
    _move(catalogue, uuid, TransferState.HANDED_OVER, {TransferState.PREPARED}, by=by)


def withdraw_transfer(catalogue: Catalogue, uuid: str, reason: str, *, by: str) -> None:
    """Take a prepared transfer back before it leaves; its items can be selected again.

    Raises:
        AppError: there is no such transfer, or it has left the office.
    """
    stored = _require(catalogue, uuid)
    returned = [(code, reason) for _, code, _ in stored.items]
    _move(
        catalogue,
        uuid,
        TransferState.RETURNED,
        {TransferState.PREPARED},
        by=by,
        answer=reason,
        returned=returned,
    )


def import_receipt(catalogue: Catalogue, receipt: Receipt, *, by: str) -> StoredTransfer:
    """Take the receiver's answer in; items sent back can be selected again.

    Raises:
        AppError: the receipt belongs to no transfer of this catalogue or to a changed package, or the
            transfer was answered before.
    """
    stored = _require(catalogue, receipt.transfer)
    if receipt.manifest_sha256 not in stored.manifests:
        raise AppError("回执所指的移交包与本目录记录的不是同一个。", "请核对登记表上的摘要，与接收单位确认。")
    known = {code for _, code, _ in stored.items}
    strangers = [place.where for place in receipt.returned if place.where not in known]
    if strangers:
        raise AppError(f"回执列出了不在这批移交中的档号：{strangers[0]}。", "请与接收单位核对回执。")
    returned = [(place.where, place.message or receipt.note or "退回") for place in receipt.returned]
    if receipt.answer is TransferState.RETURNED and not returned:
        returned = [(code, receipt.note or "整批退回") for code in sorted(known)]
    open_states = {TransferState.PREPARED, TransferState.HANDED_OVER}
    answer = f"{receipt.archives_name} {receipt.received_by} {receipt.received_on} {receipt.note}".strip()
    _move(catalogue, receipt.transfer, receipt.answer, open_states, by=by, answer=answer, returned=returned)
    return _require(catalogue, receipt.transfer)


def _require(catalogue: Catalogue, uuid: str) -> StoredTransfer:
    with catalogue.read() as connection:
        stored = transfers.transfer_with_uuid(connection, uuid)
    if stored is None:
        raise AppError("目录中没有这批移交。", "请确认打开的是生成移交包的目录。")
    return stored


def _move(
    catalogue: Catalogue,
    uuid: str,
    state: TransferState,
    allowed: set[TransferState],
    *,
    by: str,
    answer: str = "",
    returned: Sequence[tuple[str, str]] = (),
) -> None:
    before = _require(catalogue, uuid)
    if before.state not in allowed:
        raise AppError("这批移交的状态不允许此操作。", "请刷新移交列表后重试。")
    with catalogue.write(by=by, action="transfer.state") as unit:
        transfers.set_state(unit.connection, uuid, state, answer=answer, by=unit.by, at=unit.at)
        transfers.set_returned(unit.connection, uuid, returned)
        unit.record(
            uuid, [Change("state", before.state, state), Change("returned", None, str(len(returned)))]
        )
        unit.commit()
