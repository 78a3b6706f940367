"""阶段目标: how far each period of the inventory has come, body by body (five-year plan, (三)1)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.review import ReviewState
from app.report.tables import Report, Table
from app.report.templates import faulty, load_data
from app.store.report_rows import HeldDocument

NAME = "milestones"
UNDATED = "日期不明"
_NOT_STATED = "（未注明机构）"


@dataclass(frozen=True, slots=True)
class Period:
    """Documents of these years are to be done by ``due_on`` (ISO; empty: no date set)."""

    name: str
    first_year: int
    last_year: int
    due_on: str

    def holds(self, document: HeldDocument) -> bool:
        """Whether a document belongs to the period, by its date."""
        return document.year is not None and self.first_year <= document.year <= self.last_year


STAGES: tuple[tuple[str, Callable[[HeldDocument], bool]], ...] = (
    ("在册", lambda _: True),
    ("已识别", lambda one: bool(one.title and one.dated_on and one.issuing_body)),
    ("已认定", lambda one: one.attribute is not DisclosureAttribute.UNDETERMINED),
    ("主动公开", lambda one: one.attribute is DisclosureAttribute.PROACTIVE),
    ("已发布", lambda one: bool(one.published_url or one.published_on)),
    ("已移交", lambda one: one.is_transferred),
)
"""How far a document has come. 已识别: title, date and body are known."""


def periods() -> tuple[Period, ...]:
    """The periods of ``resources/report_templates/milestones.toml``.

    Raises:
        AppError: the file cannot be used.
    """
    data = load_data("report_templates", "milestones")
    try:
        return tuple(Period(**entry) for entry in data["period"])
    except (KeyError, TypeError) as error:
        raise faulty("milestones.toml", error) from error


def milestones(documents: Sequence[HeldDocument], office: str, today: date) -> Report:
    """The progress report of the documents whose attribute is ours to decide."""
    ours = [one for one in documents if one.applicability is Applicability.OURS]
    known = periods()
    groups = [(period, [one for one in ours if period.holds(one)]) for period in known]
    undated = [one for one in ours if one.year is None]
    tables = (_by_period(groups, undated, today), _by_body(groups), _by_attribute(groups))
    done = sum(one.attribute is not DisclosureAttribute.UNDETERMINED for one in ours)
    waiting = sum(one.review_state is not ReviewState.APPROVED for one in ours)
    notes = (
        f"{office}　截至 {today.isoformat()}：本机关认定范围内 {len(ours)} 件，已认定 {done} 件，在办或未审 {waiting} 件。",
    )
    return Report(NAME, "底数梳理阶段进度", tables, notes)


def _figures(documents: Sequence[HeldDocument]) -> tuple[int, ...]:
    return tuple(sum(reached(one) for one in documents) for _, reached in STAGES)


def share(part: int, whole: int) -> str:
    """A share in per cent, rounded down so that 100 means all; empty without a whole."""
    return f"{part * 1000 // whole / 10:.1f}%" if whole else ""


def _by_period(
    groups: Sequence[tuple[Period, list[HeldDocument]]], undated: list[HeldDocument], today: date
) -> Table:
    names = [name for name, _ in STAGES]
    rows = [
        (period.name, *map(str, _figures(held)), *_standing(period, held, today)) for period, held in groups
    ]
    if undated:
        rows.append((UNDATED, *map(str, _figures(undated)), "", "", "请先补成文日期"))
    headers = ("时段", *names, "认定率", "目标日期", "状态")
    return Table(
        "按时段",
        headers,
        tuple(rows),
        (24, *[10] * len(names), 10, 14, 16),
        ("在册", "已认定", "已发布", "已移交"),
    )


def _standing(period: Period, held: Sequence[HeldDocument], today: date) -> tuple[str, str, str]:
    """Share decided, due date, and whether it is kept."""
    total, done = len(held), _figures(held)[2]
    rate = share(done, total)
    if not total:
        return "", period.due_on, "无在册"
    if done == total:
        return rate, period.due_on, "已完成"
    is_late = bool(period.due_on) and today.isoformat() > period.due_on
    return rate, period.due_on, "已逾期" if is_late else "进行中"


def _by_body(groups: Sequence[tuple[Period, list[HeldDocument]]]) -> Table:
    names = [name for name, _ in STAGES]
    rows: list[tuple[str, ...]] = []
    for period, held in groups:
        for body in sorted({one.issuing_body or _NOT_STATED for one in held}):
            own = [one for one in held if (one.issuing_body or _NOT_STATED) == body]
            figures = _figures(own)
            rows.append((body, period.name, *map(str, figures), share(figures[2], figures[0])))
    return Table(
        "按机构",
        ("机构", "时段", *names, "认定率"),
        tuple(rows),
        (30, 22, *[10] * (len(names) + 1)),
        figures=names,
    )


def _by_attribute(groups: Sequence[tuple[Period, list[HeldDocument]]]) -> Table:
    order = (
        (DisclosureAttribute.PROACTIVE, "主动公开"),
        (DisclosureAttribute.ON_REQUEST, "依申请公开"),
        (DisclosureAttribute.WITHHELD, "不予公开"),
        (DisclosureAttribute.UNDETERMINED, "未认定"),
    )
    rows = tuple(
        (period.name, *(str(sum(one.attribute is value for one in held)) for value, _ in order))
        for period, held in groups
    )
    terms = [term for _, term in order]
    return Table("按公开属性", ("时段", *terms), rows, (24, *[12] * 4), terms)
