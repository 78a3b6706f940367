"""The results of a check as a workbook with one row for each place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.formats.write.workbook import Sheet, write_workbook
from app.report.publication.check import Checked
from app.report.publication.faults import FAULT_TERMS, Severity

_HEADERS = ("序号", "文件", "类别", "程度", "说明", "位置", "内容（已遮盖）", "规则")
_WIDTHS = (6, 50, 12, 8, 46, 22, 30, 20)
VERDICTS = ("涉密标志，不得发布", "有问题，改后再查", "未发现问题，仍需人工审查")
SEVERITY_TERMS = {Severity.FAULT: "应改", Severity.ADVICE: "提醒"}


def write_results(path: Path, checked: Sequence[Checked]) -> None:
    """Write the places and a summary for each file.

    Raises:
        OSError: the target cannot be written.
    """
    sheets = [
        Sheet("问题清单", _HEADERS, ((str(n), *row) for n, row in enumerate(_rows(checked), 1)), _WIDTHS),
        Sheet("按文件汇总", ("文件", "结论", "应改", "提醒"), _summary(checked), (60, 20, 8, 8)),
    ]
    write_workbook(path, sheets)


def _rows(checked: Sequence[Checked]) -> Iterator[tuple[str, ...]]:
    for one in checked:
        for fault in one.faults:
            term, severity = FAULT_TERMS[fault.kind], SEVERITY_TERMS[fault.severity]
            yield one.path, term, severity, fault.message, fault.where, fault.shown, fault.code


def _summary(checked: Sequence[Checked]) -> Iterator[tuple[str, ...]]:
    for one in checked:
        count = Counter(fault.severity for fault in one.faults)
        yield one.path, verdict(one), str(count[Severity.FAULT]), str(count[Severity.ADVICE])


def verdict(checked: Checked) -> str:
    """One phrase for a person; never that a document may be published (a person decides that)."""
    if checked.is_classified:
        return VERDICTS[0]
    if any(fault.severity is Severity.FAULT for fault in checked.faults):
        return VERDICTS[1]
    return VERDICTS[2]
