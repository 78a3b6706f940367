"""缺号与齐全情况: missing, repeated and cited numbers, coverage by period and by register, as one workbook."""

from app.domain.completeness import GAP_REASON_TERMS, Coverage, ExplainedNumber, Period, SeriesGap
from app.inventory.completeness import Completeness
from app.report.tables import Report, Table

NAME = "completeness"
PERIOD_TERMS = {
    Period.FROM_2016: "2016年以后",
    Period.FROM_2008: "2008—2015年",
    Period.FROM_2005: "2005—2007年",
    Period.BEFORE_2005: "2004年以前",
    Period.UNDATED: "日期不明",
}


def completeness_report(found: Completeness, office: str) -> Report:
    """The report; gaps without a reason ask for a person."""
    explained = {(one.series, one.year, one.serial): one for one in found.explained}
    numbers = [(gap, serial) for gap in found.gaps for serial in gap.numbers]
    unexplained = sum((gap.series, gap.year, serial) not in explained for gap, serial in numbers)
    tables = (
        _missing(numbers, explained),
        _repeated(found),
        _cited(found),
        _periods(found.coverage),
        _registers(found),
    )
    notes = (
        f"{office}：缺号 {len(numbers)} 个，其中未说明原因 {unexplained} 个；重号 {len(found.duplicates)} 个；"
        f"引用而未见 {len(found.cited)} 个；登记簿未登记 {found.unregistered} 件。",
    )
    to_do = (f"有 {unexplained} 个缺号未说明原因。",) if unexplained else ()
    return Report(NAME, "缺号与齐全情况", tables, notes, to_do)


def _missing(
    numbers: list[tuple[SeriesGap, int]], explained: dict[tuple[str, int, int], ExplainedNumber]
) -> Table:
    rows = tuple(
        (
            gap.body,
            gap.series,
            str(gap.year),
            str(serial),
            *_reason(explained.get((gap.series, gap.year, serial))),
        )
        for gap, serial in numbers
    )
    headers = ("发文机关", "文号系列", "年度", "缺少的号", "原因", "说明", "记录人", "记录时间")
    return Table("缺号", headers, rows, (24, 14, 8, 10, 16, 24, 10, 20))


def _reason(one: ExplainedNumber | None) -> tuple[str, str, str, str]:
    return (GAP_REASON_TERMS[one.reason], one.note, one.by, one.at) if one is not None else ("", "", "", "")


def _repeated(found: Completeness) -> Table:
    rows = tuple((one.document_number, str(len(one.documents))) for one in found.duplicates)
    return Table("重号", ("发文字号", "件数"), rows, (30, 8), figures=("件数",))


def _cited(found: Completeness) -> Table:
    rows = tuple(
        (one.document_number, "是" if one.is_ours else "否", str(len(one.cited_by))) for one in found.cited
    )
    headers = ("发文字号", "本机关文号", "引用的公文数")
    return Table("引用而未见", headers, rows, (30, 12, 14), figures=("引用的公文数",))


def _periods(parts: tuple[Coverage, ...]) -> Table:
    rows = tuple(
        (
            PERIOD_TERMS[part.period],
            *map(str, (part.documents, part.own, part.determined, part.missing, part.explained)),
            "、".join(map(str, part.empty_years)),
        )
        for part in parts
    )
    figures = ("在册", "本机关制发", "已认定", "缺号", "已说明原因")
    return Table(
        "各时段",
        ("时段", *figures, "没有公文的年份"),
        rows,
        (16, 8, 12, 8, 8, 12, 40),
        ("在册",),
        figures=figures,
    )


def _registers(found: Completeness) -> Table:
    rows = tuple(
        (one.path, str(one.rows), str(one.held), str(one.rows - one.held)) for one in found.registers
    )
    figures = ("登记件数", "有电子文件", "只见纸质")
    return Table("登记簿", ("登记簿", *figures), rows, (40, 10, 12, 10), figures=figures)
