"""Which documents can be handed over, and what stands in the way of the others."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.archival import FondsProfile, ItemPart, RetentionPeriod, retention_from
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability, ElementName, MemberRole
from app.domain.review import Act, Determination
from app.domain.source import FileFormat
from app.domain.transfer import AccessStatus, DecisionEvent, TransferFile, TransferItem
from app.domain.transfer_state import TransferState
from app.review.findings import open_findings
from app.store import transfer_candidates
from app.store.catalogue import Catalogue
from app.store.transfer_candidates import ALL_LISTED, Candidate, InSight, StoredFile, Unlisted
from app.transfer.catalogue_values import LIST_SEPARATOR
from app.transfer.numbering import with_code


class ObstacleKind(StrEnum):
    """Why a document cannot be handed over yet."""

    NOT_APPROVED = "not_approved"
    CHANGED_SINCE_REVIEW = "changed_since_review"
    OPEN_FINDINGS = "open_findings"
    QUARANTINED = "quarantined"
    CLASSIFIED = "classified"
    NO_RETENTION = "no_retention"
    NO_ACCESS_OPINION = "no_access_opinion"
    NO_DATE = "no_date"
    NO_TITLE = "no_title"
    NO_CREATOR = "no_creator"
    NO_FILE = "no_file"
    IN_CONTAINER = "in_container"
    TRANSFERRED = "transferred"


class Mend(StrEnum):
    """Where a person mends an obstacle."""

    REVIEW = "review"
    DESCRIBE = "describe"
    CORRECT = "correct"
    FILES = "files"
    SECRECY = "secrecy"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason, in a sentence, with the place to mend it."""

    kind: ObstacleKind
    message: str
    mend: Mend


@dataclass(frozen=True, slots=True)
class NotReady:
    """A document that cannot be handed over yet, with what the program proposes for its filing."""

    document: str
    title: str
    obstacles: tuple[Obstacle, ...]
    proposed_retention: RetentionPeriod | None = None
    proposed_access: AccessStatus | None = None

    @property
    def waits_only_for_filing(self) -> bool:
        """Whether a person's word on 保管期限 and 开放标识 is all that is missing."""
        return all(obstacle.kind in _FILING for obstacle in self.obstacles)


@dataclass(frozen=True, slots=True)
class Selection:
    """What can be handed over and what cannot. ``unlisted``: documents that were not sorted."""

    ready: tuple[TransferItem, ...]
    not_ready: tuple[NotReady, ...]
    unlisted: Unlisted = ALL_LISTED


_FILING = frozenset({ObstacleKind.NO_RETENTION, ObstacleKind.NO_ACCESS_OPINION})
UNCLASSIFIED = frozenset({"", "公开", "非密"})
_NEED_NO_ATTRIBUTE = frozenset({Applicability.PARTY, Applicability.NOT_INFORMATION})
_GONE = frozenset({TransferState.HANDED_OVER, TransferState.ACCEPTED})
_PARTS = {
    MemberRole.MASTER: ItemPart.MASTER,
    MemberRole.SCAN: ItemPart.COPY,
    MemberRole.DRAFT: ItemPart.FINAL_DRAFT,
    MemberRole.ANNEX: ItemPart.ANNEX,
}
"""Web copies and further copies of the same text are not handed over, but for :func:`_typed_text`."""
_TYPED = (FileFormat.DOCX, FileFormat.DOC, FileFormat.WPS, FileFormat.UOF, FileFormat.RTF, FileFormat.ODT)

_ACTS = {
    Act.PROPOSE: "公开属性建议",
    Act.SECRECY_REVIEW: "公开属性保密审查",
    Act.APPROVE: "公开属性审定",
}


def select_ready(
    catalogue: Catalogue, profile: FondsProfile, uuids: Sequence[str] | None = None
) -> Selection:
    """Sort documents (all of them without ``uuids``) into ready ones and others with every obstacle."""
    with catalogue.read() as connection:
        found = list(transfer_candidates.candidates(connection, uuids))
    return sort_candidates(found, profile)


def select_in_sight(catalogue: Catalogue, profile: FondsProfile, most: InSight) -> Selection:
    """:func:`select_ready` for a desk: only the oldest documents of each kind are sorted, and those in a batch
    not at all; after a review tens of thousands are determined, before it most of an archive is not.
    """
    with catalogue.read() as connection:
        found, unlisted = transfer_candidates.candidates_in_sight(connection, most, _NEED_NO_ATTRIBUTE)
        return replace(sort_candidates(found, profile), unlisted=unlisted)


def select_determined(catalogue: Catalogue, profile: FondsProfile) -> Selection:
    """:func:`select_ready` without the documents that stand in a batch or have no determination yet."""
    return select_in_sight(catalogue, profile, InSight(sys.maxsize, sys.maxsize, 0))


def numbered_items(catalogue: Catalogue, profile: FondsProfile) -> tuple[TransferItem, ...]:
    """Every fully described item that has a code, transferred or not; quarantined ones never."""
    return tuple(item_of(one, profile) for one in _numbered(catalogue))


def transferred_items(catalogue: Catalogue, profile: FondsProfile) -> tuple[TransferItem, ...]:
    """The numbered items that left the office or were accepted, for the public list."""
    return tuple(item_of(one, profile) for one in _numbered(catalogue) if one.transfer_state in _GONE)


def _numbered(catalogue: Catalogue) -> list[Candidate]:
    with catalogue.read() as connection:
        found = list(transfer_candidates.numbered_candidates(connection))
    return [one for one in found if not one.is_quarantined and not any(_description_obstacles(one))]


def sort_candidates(candidates: Iterable[Candidate], profile: FondsProfile) -> Selection:
    """The rule of :func:`select_ready` on what was read."""
    ready: list[TransferItem] = []
    waiting: list[NotReady] = []
    for candidate in candidates:
        obstacles = tuple(obstacles_of(candidate))
        if obstacles:
            title = "" if candidate.is_quarantined else candidate.row.title
            waiting.append(_not_ready(candidate, title, obstacles))
        else:
            ready.append(item_of(candidate, profile))
    return Selection(tuple(ready), tuple(waiting))


def _not_ready(candidate: Candidate, title: str, obstacles: tuple[Obstacle, ...]) -> NotReady:
    if candidate.is_quarantined:
        return NotReady(candidate.row.uuid, title, obstacles)
    return NotReady(
        candidate.row.uuid, title, obstacles, proposed_retention(candidate), proposed_access(candidate)
    )


def proposed_retention(candidate: Candidate) -> RetentionPeriod | None:
    """The period that classification suggested."""
    return retention_from(candidate.suggested_retention) if candidate.suggested_retention else None


def obstacles_of(candidate: Candidate) -> Iterable[Obstacle]:
    """Every obstacle; a quarantined document has only that one, nothing else about it is shown."""
    if candidate.is_quarantined:
        yield Obstacle(ObstacleKind.QUARANTINED, "涉密隔离，不得移交", Mend.SECRECY)
        return
    if candidate.transfer_state in transfer_candidates.IN_A_BATCH:
        yield Obstacle(ObstacleKind.TRANSFERRED, "已在移交批次中", Mend.NOWHERE)
    yield from _review_obstacles(candidate)
    yield from _description_obstacles(candidate)
    yield from _file_obstacles(candidate)


def _review_obstacles(candidate: Candidate) -> Iterable[Obstacle]:
    if candidate.row.applicability in _NEED_NO_ATTRIBUTE:
        return
    if candidate.determination is None:
        yield Obstacle(ObstacleKind.NOT_APPROVED, "公开属性未审定", Mend.REVIEW)
    elif not candidate.is_as_judged:
        yield Obstacle(ObstacleKind.CHANGED_SINCE_REVIEW, "文件在审定后有变化，需重新审定", Mend.REVIEW)
    elif count := open_finding_count(candidate):
        yield Obstacle(ObstacleKind.OPEN_FINDINGS, f"主动公开但有 {count} 处敏感内容未处理", Mend.REVIEW)


def open_finding_count(candidate: Candidate) -> int:
    """Sensitive places of a document to be public that its determination does not redact, as the review counts them."""
    made = candidate.determination
    if made is None or made.decision.attribute is not DisclosureAttribute.PROACTIVE:
        return 0
    return open_findings(candidate.findings, made.decision)


def _description_obstacles(candidate: Candidate) -> Iterable[Obstacle]:
    described = candidate.description
    if described.retention is None:
        proposed = proposed_retention(candidate)
        hint = f"（建议：{proposed.term}）" if proposed else ""
        yield Obstacle(ObstacleKind.NO_RETENTION, f"保管期限未定{hint}", Mend.DESCRIBE)
    if described.access_status is None:
        opinion = proposed_access(candidate)
        yield Obstacle(
            ObstacleKind.NO_ACCESS_OPINION, f"没有开放审核意见（建议：{opinion.term}）", Mend.DESCRIBE
        )
    if classification_of(candidate) not in UNCLASSIFIED and not described.declassification:
        yield Obstacle(ObstacleKind.CLASSIFIED, "标有密级，缺少解密（变更）说明", Mend.SECRECY)
    if not candidate.row.title:
        yield Obstacle(ObstacleKind.NO_TITLE, "没有题名", Mend.CORRECT)
    if not creators_of(candidate):
        yield Obstacle(ObstacleKind.NO_CREATOR, "没有责任者", Mend.CORRECT)
    if not candidate.row.dated_on:
        yield Obstacle(ObstacleKind.NO_DATE, "没有成文日期", Mend.CORRECT)


def _file_obstacles(candidate: Candidate) -> Iterable[Obstacle]:
    masters = [file for file in candidate.files if file.role == MemberRole.MASTER]
    if not any(file.path for file in masters):
        yield Obstacle(ObstacleKind.NO_FILE, "原文件找不到，或只有纸质", Mend.FILES)
    elif any(file.is_in_container for file in masters):
        yield Obstacle(ObstacleKind.IN_CONTAINER, "文件在压缩包或邮件内，请先解开再入库", Mend.FILES)


def proposed_access(candidate: Candidate) -> AccessStatus:
    """A proposal for 开放标识 from the disclosure attribute; only a person may adopt it."""
    attribute = candidate.row.attribute
    if attribute is DisclosureAttribute.PROACTIVE:
        return AccessStatus.OPEN if candidate.description.published_url else AccessStatus.NOT_REVIEWED
    if attribute is DisclosureAttribute.WITHHELD:
        return AccessStatus.POSTPONED
    return AccessStatus.NOT_REVIEWED


def classification_of(candidate: Candidate) -> str:
    """The classification printed on the document."""
    return candidate.elements.get(ElementName.SECURITY_CLASSIFICATION, "").strip()


def creators_of(candidate: Candidate) -> tuple[str, ...]:
    """责任者: the full names of the issuing bodies, else the names as printed."""
    names = candidate.elements.get(ElementName.ISSUING_BODY_FULL) or candidate.elements.get(
        ElementName.ISSUING_BODY, ""
    )
    return tuple(name for name in names.split(LIST_SEPARATOR) if name)


def item_of(candidate: Candidate, profile: FondsProfile) -> TransferItem:
    """The item of a candidate without obstacles, with the code it may already have."""
    row, described, elements = candidate.row, candidate.description, candidate.elements
    if described.retention is None or described.access_status is None or row.dated_on is None:
        raise ValueError(row.uuid)
    office = profile.office_of(described.office)
    item = TransferItem(
        document=row.uuid,
        title=row.title,
        year=described.year or int(row.dated_on[:4]),
        retention=described.retention,
        fonds_code=profile.fonds_code,
        fonds_name=profile.fonds_name,
        category=described.category,
        office=described.office,
        office_name=office.name if office else "",
        document_number=row.document_number or "",
        creators=creators_of(candidate),
        dated_on=row.dated_on,
        page_count=row.page_count,
        genre=row.genre or "",
        urgency=elements.get(ElementName.URGENCY, ""),
        main_recipients=elements.get(ElementName.MAIN_RECIPIENTS, ""),
        copy_recipients=elements.get(ElementName.COPY_RECIPIENTS, ""),
        subject_words=elements.get(ElementName.SUBJECT_WORDS, ""),
        is_joint=len(creators_of(candidate)) > 1,
        files=_files(candidate.files),
    )
    item = _with_decisions(item, candidate)
    return with_code(item, candidate.code) if candidate.code else item


def _with_decisions(item: TransferItem, candidate: Candidate) -> TransferItem:
    """The item with what persons determined about it; a classification that ended is only a remark."""
    described, made = candidate.description, candidate.determination
    is_withheld = candidate.row.attribute is DisclosureAttribute.WITHHELD
    return replace(
        item,
        remarks=_remarks(candidate),
        disclosure_attribute=candidate.row.attribute,
        disclosure_basis=made.decision.basis if made else (),
        withholding_reason=made.decision.reason if made and is_withheld else "",
        published_url=described.published_url,
        published_on=described.published_on,
        published_through=described.published_through,
        access_status=described.access_status or AccessStatus.NOT_REVIEWED,
        access_reason=described.access_reason,
        index_number=described.index_number,
        title_is_withheld=described.title_is_withheld or is_withheld,
        decisions=decisions_of(made),
    )


def _remarks(candidate: Candidate) -> str:
    told = [candidate.description.remarks]
    if candidate.description.declassification:
        told.append(f"原密级{classification_of(candidate)}，{candidate.description.declassification}")
    return LIST_SEPARATOR.join(part for part in told if part)


def _files(files: Sequence[StoredFile]) -> tuple[TransferFile, ...]:
    """What is handed over of an item, the typed text of a master without one as its 定稿."""
    within_reach = [file for file in files if file.path and not file.is_in_container]
    parts = [(file, _PARTS[MemberRole(file.role)]) for file in within_reach if file.role in _PARTS]
    typed = _typed_text(within_reach)
    if typed is not None:
        parts.append((typed, ItemPart.FINAL_DRAFT))
    return tuple(_file(file, part) for file, part in parts)


def _typed_text(files: Sequence[StoredFile]) -> StoredFile | None:
    """The word processor's file beside a master that is a scan or a sealed page file: such an item is
    complete only with its electronic text (DA/T 22-2015: 正本 and 定稿 are one item).
    """
    if any(file.format in _TYPED for file in files if file.role == MemberRole.MASTER):
        return None
    copies = [file for file in files if file.role == MemberRole.COPY and file.format in _TYPED]
    return min(copies, key=lambda file: _TYPED.index(FileFormat(file.format)), default=None)


def _file(file: StoredFile, part: ItemPart) -> TransferFile:
    role = MemberRole(file.role)
    return TransferFile(file.path, file.name, file.sha256, file.size, role, part, file.format)


def decisions_of(made: Determination | None) -> tuple[DecisionEvent, ...]:
    """The signatures of a determination as business acts."""
    if made is None:
        return ()
    basis = LIST_SEPARATOR.join(made.decision.basis)
    return tuple(
        DecisionEvent(_ACTS[signed.act], signed.person, signed.at, basis, signed.note or made.decision.reason)
        for signed in made.signatures
        if signed.act in _ACTS
    )
