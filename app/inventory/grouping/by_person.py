"""A person takes a file out of an item, or makes one item of several; later runs abide by it."""

from collections.abc import Sequence
from itertools import combinations, pairwise, product

from app.domain.audit import Change
from app.errors import AppError, WrongUseError
from app.inventory.grouping.plan import plan_items
from app.inventory.grouping.reading import read_given, read_some
from app.inventory.grouping.writing import ItemWriter
from app.inventory.office import our_office
from app.inventory.recognise import Office
from app.progress import Silent
from app.store import documents, grouping, items, queries
from app.store.catalogue import Catalogue, Reading, Unit
from app.store.naming import known_document


def split(catalogue: Catalogue, document: str, path: str, *, by: str) -> str:
    """Take the file at ``path`` out of the document with this UUID: it is an item of its own from now on.

    Returns:
        The UUID of the document that the file is now.

    Raises:
        AppError: there is no such document, or it has no such file.
        WrongUseError: it is the only file.
    """
    office = our_office(catalogue)
    with catalogue.write(by=by, action="document.split") as unit:
        document_id = known_document(unit.connection, document)
        content_id = _content(unit.connection, document_id, path)
        others = [m.content_id for m in items.memberships(unit.connection, document_id)]
        others.remove(content_id)
        if not others:
            raise WrongUseError("这件公文只有这一个文件，不能再拆。", "请核对公文编号和路径。")
        pairs = [(content_id, other) for other in others]
        grouping.put_word(unit.connection, pairs, is_together=False, by=by, at=unit.at)
        _regroup(unit, [document_id], office)
        now = documents.document_of_content(unit.connection, content_id)
        assert now is not None
        uuid = items.uuids(unit.connection, [now])[now]
        unit.record(document, [Change("split", None, uuid)])
        unit.commit()
    return uuid


def merge(catalogue: Catalogue, uuids: Sequence[str], *, by: str) -> str:
    """Make one item of several documents.

    Returns:
        The UUID of the document that stays.

    Raises:
        AppError: a document does not exist, or several have been decided already.
        WrongUseError: fewer than two documents were named.
    """
    office = our_office(catalogue)
    with catalogue.write(by=by, action="document.merge") as unit:
        ids = list(dict.fromkeys(known_document(unit.connection, uuid) for uuid in uuids))
        if len(ids) < 2:
            raise WrongUseError("归并至少要两件公文。", "请给出两个以上不同的公文编号。")
        if len(items.decided(unit.connection) & set(ids)) > 1:
            raise AppError(
                "其中不止一件已有认定、编号或移交记录，不能归并。", "请先撤回其中一件的认定，再归并。"
            )
        grouping.put_word(unit.connection, _pairs(unit.connection, ids), is_together=True, by=by, at=unit.at)
        _regroup(unit, ids, office)
        stays = known_document(unit.connection, uuids[0])
        uuid = items.uuids(unit.connection, [stays])[stays]
        unit.record(uuid, [Change("merged", other, uuid) for other in uuids if other != uuid])
        unit.commit()
    return uuid


def _pairs(connection: Reading, document_ids: Sequence[int]) -> list[tuple[int, int]]:
    """The leading files with each other, and all pairs across the documents that were told apart before."""
    files = [
        [part.content_id for part in items.memberships(connection, document_id)]
        for document_id in document_ids
    ]
    rows = queries.document_rows(connection, document_ids)
    leads = [rows[document_id].master_content_id for document_id in document_ids]
    if None in leads:
        raise AppError("其中有只存纸质的公文，没有文件可归并。", "请只选择有电子文件的公文。")
    pairs = {(one, other) for one, other in pairwise(leads) if one and other}
    _, apart = grouping.said_by_people(connection)
    across = {
        pair
        for one, other in combinations(files, 2)
        for a, b in product(one, other)
        for pair in ((a, b), (b, a))
    }
    return sorted(pairs | (across & set(apart)))


def _regroup(unit: Unit, document_ids: Sequence[int], office: Office) -> None:
    """Plan the files of these documents again, now that a person has spoken."""
    carriers, signatures = read_some(unit.connection, document_ids)
    given = read_given(unit.connection, carriers)
    writer = ItemWriter(carriers, given.decided, office)
    pending = writer.pending(plan_items(carriers, signatures, given, Silent()).items)
    if pending:
        writer.write(unit, pending)


def _content(connection: Reading, document_id: int, path: str) -> int:
    for member in items.memberships(connection, document_id):
        if path in grouping.paths_of(connection, member.content_id):
            return member.content_id
    raise AppError("这件公文里没有这个文件。", "请照 show 或 export 里的 path 填写。")
