"""How long it takes to reconcile a listing of 50,000 rows with 100,000 documents.

.venv/bin/python bench/reconcile.py [ROWS DOCUMENTS]
"""

import random
import sys
import tempfile
import time
from pathlib import Path

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability, DocumentRole
from app.domain.review import ReviewState
from app.formats.write.workbook import Sheet, write_workbook
from app.report.listing import Listed, read_listing
from app.report.reconcile import reconciliation
from app.report.tables import write_files
from app.store.report_rows import HeldDocument
from bench import promise

MATTERS = (
    "河道管理",
    "安全生产",
    "义务教育",
    "防汛抗旱",
    "农村宅基地管理",
    "社会救助",
    "市场监管",
    "城乡规划",
)


def held(number: int, chance: random.Random) -> HeldDocument:
    year = 2005 + number % 20
    title = f"临湖县人民政府关于做好{year}年第{number}号{chance.choice(MATTERS)}工作有关事项的通知"
    return HeldDocument(
        number, str(number), title, f"临政发〔{year}〕{number}号", "临湖县人民政府", f"{year}-03-07", "通知",
        DocumentRole.OWN, Applicability.OURS, DisclosureAttribute.PROACTIVE, "", ReviewState.APPROVED, 0, None, "",
    )  # fmt: skip


def listed(row: int, document: HeldDocument, chance: random.Random) -> Listed:
    """A row as it is (half of them), with another title, without its number, or of no document at all."""
    kind = row % 6
    if kind == 0:
        return Listed(row, document.title.replace("有关事项", "相关事项"))
    if kind == 1:
        return Listed(row, f"外地文件{chance.random()}", f"外政发〔2010〕{row}号")
    return Listed(row, document.title, document.document_number if kind != 2 else "", document.dated_on)


def main(rows: int, documents: int) -> None:
    chance = random.Random(5)
    inventory = [held(number, chance) for number in range(documents)]
    listing = [listed(row, chance.choice(inventory), chance) for row in range(rows)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "目录.xlsx"
        write_workbook(path, [Sheet("目录", ("标题", "文号", "成文日期"), [as_row(one) for one in listing])])
        started, used = time.perf_counter(), time.process_time()
        read = read_listing([path])
        say("listing read", started, used)
        report = reconciliation(read, inventory, "目录")
        say("compared", started, used)
        write_files(report, Path(folder) / "out")
        say("written", started, used)
    promise.tell("seconds", time.perf_counter() - started)
    print(f"{rows} rows, {documents} documents: {report.notes[0]}")


def as_row(one: Listed) -> tuple[str, str, str]:
    return one.title, one.document_number, one.dated_on


def say(stage: str, started: float, used: float) -> None:
    print(f"{stage}: {time.perf_counter() - started:.1f} s ({time.process_time() - used:.1f} s of processor)")


if __name__ == "__main__":
    main(*(int(value) for value in sys.argv[1:3] or ("50000", "100000")))
