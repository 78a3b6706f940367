"""The batches of a round and the persons who read them, as rows."""

from app.domain.batching import BATCH_STATE_TERMS
from app.review.batches import PersonProgress
from app.store.reviews import Batch
from app.ui.language import told, tr
from app.ui.widgets.lazy_table import Column


def batch_columns() -> tuple[Column[Batch], ...]:
    """What the list of batches shows."""
    return (
        Column("number", tr("批次"), _number, 64, is_right=True),
        Column("state", tr("状态"), _state, 80),
        Column("assignee", tr("办理人"), _assignee, 96),
        Column("documents", tr("件数"), _documents, 64, is_right=True),
        Column("left", tr("剩余"), _left, 64, is_right=True),
        Column("minutes", tr("约几分钟"), _minutes, 84, is_right=True),
        Column("checked_out_at", tr("领出时间"), _checked_out, 132, is_right=True),
        Column("label", tr("内容"), _label, 170),
    )


def person_columns() -> tuple[Column[PersonProgress], ...]:
    """What the list of persons shows."""
    return (
        Column("person", tr("姓名"), _person, 86, least=66),
        Column("done", tr("已办"), _done, 60, is_right=True),
        Column("per_hour", tr("每小时"), _per_hour, 68, is_right=True),
        Column("out", tr("手里"), _out, 56, is_right=True, tip=lambda _row: tr("领出未交回的批次")),
        Column("completed", tr("办完"), _completed, 60, is_right=True, tip=lambda _row: tr("办完交回的批次")),
    )


def batch_name(batch: Batch) -> str:
    """Round and number, as headings say it."""
    return tr("{name} · 第 {number} 批", name=batch.round_name, number=batch.number)


def pace(per_hour: float | None) -> str:
    """Decisions an hour, or that it is too early to say."""
    return "—" if per_hour is None else f"{per_hour:.0f}"


def _number(batch: Batch) -> str:
    return str(batch.number)


def _label(batch: Batch) -> str:
    return told(batch.label)


def _state(batch: Batch) -> str:
    return tr(BATCH_STATE_TERMS[batch.state])


def _assignee(batch: Batch) -> str:
    return batch.assignee or ""


def _documents(batch: Batch) -> str:
    return f"{batch.documents:,}"


def _left(batch: Batch) -> str:
    return f"{batch.left:,}"


def _minutes(batch: Batch) -> str:
    return f"{batch.minutes:.0f}"


def _checked_out(batch: Batch) -> str:
    return (batch.checked_out_at or "")[:16].replace("T", " ")


def _person(row: PersonProgress) -> str:
    return row.person


def _done(row: PersonProgress) -> str:
    return f"{row.done:,}"


def _per_hour(row: PersonProgress) -> str:
    return pace(row.per_hour)


def _out(row: PersonProgress) -> str:
    return str(row.batches_out)


def _completed(row: PersonProgress) -> str:
    return str(row.batches_completed)
