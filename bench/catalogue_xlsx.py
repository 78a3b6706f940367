"""Writes a catalogue of many rows as xlsx and reads it back: seconds, peak memory, cells intact.

    python bench/catalogue_xlsx.py [ROWS]        promise: 100,000 rows ≤ 40 s and ≤ 250 MB

Reading back is done in a process of its own, so that the peak is the writer's alone.
"""

import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.domain.archival import RetentionPeriod
from app.domain.disclosure import DisclosureAttribute
from app.domain.transfer import TransferItem
from app.formats.first_sheet import sheet_rows
from app.formats.write.workbook import write_workbook
from app.transfer.catalogue_files import as_sheet
from app.transfer.catalogue_rows import stream_rows
from app.transfer.catalogue_values import CatalogueContext
from app.transfer.templates import load_templates
from bench import promise

PROMISED_SECONDS, PROMISED_MEGABYTES = 40, 250


def items(count: int) -> Iterator[TransferItem]:
    """Invented items; every seventh title looks like a formula."""
    for number in range(1, count + 1):
        start = "-" if number % 7 == 0 else ""
        yield TransferItem(
            document=f"document-{number}",
            title=f"{start}临湖县人民政府办公室关于印发第{number}号堤防巡查工作方案和任务分解表的通知",
            year=2017,
            retention=RetentionPeriod.THIRTY_YEARS,
            archival_code=f"L012-WS·2017-D30-BGS-{number:06d}",
            item_number=number,
            document_number=f"临政办发〔2017〕{number}号",
            creators=("临湖县人民政府办公室",),
            dated_on="2017-03-07",
            page_count=number % 40 + 1,
            disclosure_attribute=DisclosureAttribute.PROACTIVE,
        )


def peak_megabytes() -> float:
    """The largest memory this process ever held."""
    import psutil

    usage = psutil.Process().memory_info()
    peak = getattr(usage, "peak_wset", None)
    if peak is None:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return peak / 1e6


def compare(path: Path, count: int) -> None:
    """Every cell read back equals what was written."""
    template = load_templates()["dat22-2015"]
    stored = sheet_rows(path)
    expected = stream_rows(template, items(count), CatalogueContext())
    assert stored[0] == template.headers
    assert all(own == read for own, read in zip(expected, stored[1:], strict=True))
    print(f"read back: {len(stored) - 1} rows, every cell equal")


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--compare"]:
        compare(Path(arguments[1]), int(arguments[2]))
        return 0
    count = int(arguments[0]) if arguments else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalogue.xlsx"
        template = load_templates()["dat22-2015"]
        start = time.perf_counter()
        write_workbook(path, [as_sheet(template, stream_rows(template, items(count), CatalogueContext()))])
        seconds, peak = time.perf_counter() - start, peak_megabytes()
        print(
            f"{platform.machine()} Python {platform.python_version()}: {count} rows, {path.stat().st_size / 1e6:.1f} MB"
        )
        promise.tell("seconds", seconds)
        promise.tell("megabytes", peak)
        print(
            f"write {seconds:.1f} s (promise {PROMISED_SECONDS}), peak {peak:.0f} MB (promise {PROMISED_MEGABYTES})"
        )
        subprocess.run([sys.executable, __file__, "--compare", str(path), str(count)], check=True)
    return 0 if seconds <= PROMISED_SECONDS and peak <= PROMISED_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
