"""A batch as a protected workbook to be filled in without the program."""

from pathlib import Path

from app.domain.audit import Change
from app.domain.people import PersonRole
from app.errors import AppError
from app.formats.write.exchange_sheet import ExchangeSheet, write_exchange_sheet
from app.review import people
from app.review.batches import known_batch
from app.review.exchange.layout import ADVICE, EDITION, KIND, PLACES, SHEET, codes, row_of
from app.store import audit, proposals, reviews
from app.store.catalogue import Catalogue


def export_workbook(catalogue: Catalogue, batch: str, path: Path, *, by: str) -> int:
    """Write the documents of a batch that wait for a decision; returns their number.

    Raises:
        AppError: no such batch, the file exists or cannot be written.
    """
    if path.exists():
        raise AppError(f"“{path}”已存在。", "请换一个文件名，以免覆盖填好的表。")
    with catalogue.write(by=by, action="review.export") as unit:
        people.require_any(unit, by, PersonRole.REVIEWER, PersonRole.APPROVER)
        found = known_batch(unit.connection, batch)
        waiting = [item.document_id for item in reviews.items(unit.connection, found.id) if not item.is_done]
        standings = proposals.standings(unit.connection, waiting)
        sequence, digest = audit.head(unit.connection)
        rows = [row_of(number, standings[each]) for number, each in enumerate(waiting, 1)]
        mark = {
            "kind": KIND,
            "edition": EDITION,
            "catalogue": catalogue.settings()["uuid"],
            "batch": found.uuid,
            "batch_name": f"{found.round_name} 第 {found.number} 批",
            "rows": str(len(rows)),
            "head": f"{sequence}:{digest}",
        }
        sheet = ExchangeSheet(SHEET, [place.value for place in PLACES], rows, mark, ADVICE, codes())
        _write(path, sheet)
        unit.record(found.uuid, [Change("documents", None, str(len(rows)))])
        unit.commit()
    return len(rows)


def _write(path: Path, sheet: ExchangeSheet) -> None:
    try:
        write_exchange_sheet(path, sheet)
    except OSError as error:
        raise AppError(f"不能写入“{path}”。", "请检查磁盘空间和写权限，并确认文件没有被打开。") from error
