"""Write the sample archive and say what is in it."""

import shutil
import sys
from pathlib import Path

from tests.samples import odd
from tests.samples.carriers.drawn import Job, draw
from tests.samples.carriers.pages import paginate
from tests.samples.filing import Filing
from tests.samples.plan import FILINGS, GAPS, REPEATED_NUMBERS
from tests.samples.truth import ExpectedFile, Truth, truth_path


def build_archive(folder: Path) -> Truth:
    """Write about 120 files below ``folder``, the same bytes on every run, and return the truth.

    ``folder`` must be new, empty, or an earlier sample archive, which is replaced. The truth is also
    written beside it, as ``<folder>.truth.json``. Where Qt cannot draw Chinese, PDF files and scans are
    left out, listed in ``left_out`` and announced on standard error.
    """
    _make_room(folder)
    for filing in FILINGS:
        _write(folder, filing)
    odd_files = odd.write_all(folder)
    drawn = [filing for filing in FILINGS if filing.carrier.value.write is None]
    reason = draw([Job(folder / filing.path, paginate(filing.lines())) for filing in drawn])
    left_out = tuple((filing.path, reason) for filing in drawn) if reason else ()
    if reason:
        print(f"样例中有 {len(left_out)} 个 PDF 和扫描件没有生成：{reason}。", file=sys.stderr)
    truth = Truth(_expected(left_out) + odd_files, GAPS, REPEATED_NUMBERS, left_out)
    truth.write(folder)
    return truth


def _make_room(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        if not truth_path(folder).exists():
            message = f"{folder} is not empty and not a sample archive"
            raise FileExistsError(message)
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)


def _write(folder: Path, filing: Filing) -> None:
    path = folder / filing.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if filing.carrier.value.write:
        filing.carrier.value.write(path, filing.paper, filing.lines())


def _expected(left_out: tuple[tuple[str, str], ...]) -> tuple[ExpectedFile, ...]:
    missing = {path for path, _reason in left_out}
    return tuple(filing.expected() for filing in FILINGS if filing.path not in missing)
