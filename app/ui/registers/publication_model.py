"""Files on their way to publication, and the places in them that stand in its way."""

from dataclasses import dataclass
from pathlib import Path

from app.report.publication.check import Checked
from app.report.publication.faults import FAULT_TERMS, Fault, Severity
from app.report.publication.redact import Redacted
from app.report.publication.results import SEVERITY_TERMS, verdict
from app.report.publication.run import NotRedacted
from app.ui.language import tr
from app.ui.widgets.lazy_table import Column


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file with what came of it so far."""

    path: Path
    checked: Checked | None = None
    copy: Redacted | NotRedacted | None = None


def file_columns() -> tuple[Column[FileLine], ...]:
    """File, verdict, counts, redacted copy."""
    return (
        Column("file", tr("文件"), _name, 340, tip=_path),
        Column("verdict", tr("结论"), _verdict, 220),
        Column("faults", tr("应改"), _faults, 64, is_right=True),
        Column("advice", tr("提醒"), _advice, 64, is_right=True),
        Column("copy", tr("脱敏副本"), _copy, 260),
    )


def fault_columns() -> tuple[Column[Fault], ...]:
    """What is wrong, where, and what stands there."""
    return (
        Column("severity", tr("程度"), _severity, 60),
        Column("kind", tr("类别"), _kind, 110),
        Column("message", tr("说明"), _message, 340),
        Column("where", tr("位置"), _where, 160),
        Column("shown", tr("内容（已遮盖）"), _shown, 220),
    )


def count_of(line: FileLine, severity: Severity) -> int:
    """How many places of a severity a file has."""
    faults = line.checked.faults if line.checked else ()
    return sum(fault.severity is severity for fault in faults)


def _name(line: FileLine) -> str:
    return line.path.name


def _path(line: FileLine) -> str:
    return str(line.path)


def _verdict(line: FileLine) -> str:
    return tr(verdict(line.checked)) if line.checked else tr("尚未检查")


def _faults(line: FileLine) -> str:
    return str(count_of(line, Severity.FAULT)) if line.checked else ""


def _advice(line: FileLine) -> str:
    return str(count_of(line, Severity.ADVICE)) if line.checked else ""


def _copy(line: FileLine) -> str:
    if line.copy is None:
        return ""
    if isinstance(line.copy, NotRedacted):
        return tr("未能脱敏：{why}", why=line.copy.message)
    if line.copy.left_over:
        return tr("仍有残留，不得使用")
    if line.copy.unread:
        pages = "、".join(map(str, line.copy.unread))
        return tr("第 {pages} 页是图片，没有查找，请人工处理", pages=pages)
    return tr("去掉 {count} 处，已复查", count=line.copy.places)


def _severity(fault: Fault) -> str:
    return tr(SEVERITY_TERMS[fault.severity])


def _kind(fault: Fault) -> str:
    return tr(FAULT_TERMS[fault.kind])


def _message(fault: Fault) -> str:
    return fault.message


def _where(fault: Fault) -> str:
    return fault.where


def _shown(fault: Fault) -> str:
    return fault.shown
