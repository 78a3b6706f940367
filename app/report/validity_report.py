"""The clean-up as a report: lists to keep, amend and repeal, what replaces what, and a drawing of it."""

from collections.abc import Sequence
from datetime import date

from app.report.supersession import DRAWING, drawing, supersessions
from app.report.tables import Attachment, Report, Table, numbered
from app.report.validity import Standing, shown_source, standings
from app.report.validity_evidence import Stated
from app.report.validity_terms import PROPOSALS, STATUS_TERMS, ValidityStatus
from app.store.report_rows import HeldDocument

NAME = "validity"
_LISTS = (
    ("继续有效", (ValidityStatus.IN_FORCE, ValidityStatus.EXPIRING)),
    ("修改", (ValidityStatus.AMENDED,)),
    ("废止和失效", (ValidityStatus.REPEALED, ValidityStatus.EXPIRED)),
    ("待认定", (ValidityStatus.UNCLEAR,)),
)


def validity_report(
    documents: Sequence[HeldDocument], today: date, months: int, stated: Stated | None = None
) -> Report:
    """The clean-up as lists, with the graph of what replaces what.

    ``stated``: what texts of the inventory and imported lists say, beside the numbers recognised.
    """
    said = stated or Stated()
    found = standings(documents, today, months, said)
    edges = supersessions(documents, said)
    lists = [(title, [one for one in found if one.status in statuses]) for title, statuses in _LISTS]
    expiring = [one for one in found if one.status is ValidityStatus.EXPIRING]
    tables = (
        _summary(found),
        *(_list(title, chosen) for title, chosen in lists),
        _list(f"{months}个月内到期", sorted(expiring, key=lambda one: one.expires_on)),
        _list("缺统一编号", [one for one in found if not one.document.unified_number]),
        Table(
            "替代关系",
            ("序号", "后文", "后文日期", "被废止或修改的文件", "关系", "在册"),
            numbered(
                (
                    edge.later,
                    edge.dated_on,
                    edge.earlier,
                    STATUS_TERMS[edge.status],
                    "是" if edge.is_held else "否",
                )
                for edge in edges
            ),
            (6, 40, 12, 44, 8, 8),
        ),
        _evidence(said),
    )
    note = f"截至 {today.isoformat()}，疑为行政规范性文件 {len(found)} 件。状态由文本所载依据得出，须由制定机关认定。"
    pictures = (Attachment(f"{DRAWING}.svg", drawing(edges).encode()),) if edges else ()
    return Report(NAME, "规范性文件清理", tables, (note,), (), pictures)


def _summary(found: Sequence[Standing]) -> Table:
    counts = tuple(
        (term, str(sum(one.status is status for one in found)), PROPOSALS[status])
        for status, term in STATUS_TERMS.items()
    )
    return Table("清理汇总", ("状态", "件数", "清理建议"), counts, (24, 10, 30), ("件数",))


def _list(title: str, found: Sequence[Standing]) -> Table:
    headers = (
        "序号",
        "标题",
        "文号",
        "统一编号",
        "制定机关",
        "成文日期",
        "状态",
        "到期日",
        "依据",
        "清理建议",
    )
    rows = numbered(
        (
            one.document.title,
            one.document.document_number,
            one.document.unified_number,
            one.document.issuing_body,
            one.document.dated_on,
            STATUS_TERMS[one.status],
            one.expires_on,
            one.evidence,
            PROPOSALS[one.status],
        )
        for one in found
    )
    return Table(title, headers, rows, (6, 44, 20, 18, 22, 12, 10, 12, 36, 22))


def _evidence(said: Stated) -> Table:
    rows = numbered(
        (one.entry.title, one.entry.document_number, STATUS_TERMS[one.entry.status], shown_source(one))
        for one in said.evidence
    )
    return Table("文中和清单所载", ("序号", "标题", "文号", "结论", "出处"), rows, (6, 50, 22, 10, 34))
