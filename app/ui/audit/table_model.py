"""The entries of the audit trail as rows."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from app.domain import terms
from app.domain.audit import AuditEntry, Committed
from app.review.trail_words import name_of, value_of
from app.store import audit
from app.ui.desk import Desk
from app.ui.language import listed, tr
from app.ui.widgets.lazy_table import Column, LazyTableModel


def action(entry: AuditEntry) -> str:
    """What was done, in a word."""
    return tr(terms.ACTION_TERMS.get(entry.action, entry.action))


def columns() -> tuple[Column[AuditEntry], ...]:
    """What the list of entries shows."""
    return (
        Column("sequence", tr("序号"), _sequence, 72, is_right=True),
        Column("at", tr("时间"), _at, 160, is_right=True),
        Column("by", tr("经办人"), _by, 110),
        Column("action", tr("做了什么"), action, 160),
        Column("changes", tr("变化"), summary, 420),
        Column("account", tr("账户与计算机"), _account, 180),
    )


def audit_model(desk: Desk, parent: QObject, subject: Callable[[], str | None]) -> LazyTableModel[AuditEntry]:
    """A model whose rows come from the open catalogue; ``subject`` says of what, or of everything."""

    def fetch(ids: Sequence[int]) -> Mapping[int, AuditEntry]:
        with desk.catalogue.read() as connection:
            found: dict[int, AuditEntry] = {}
            for entry in audit.entries(connection, subject=subject(), after=min(ids) - 1):
                if entry.sequence > max(ids):
                    break
                found[entry.sequence] = entry
            return found

    return LazyTableModel(columns(), fetch, desk.runner, parent)


def summary(entry: AuditEntry) -> str:
    """All changes on one line."""
    return tr("；").join(tr("{name}：{value}", name=name, value=value) for name, value in changes(entry))


def changes(entry: AuditEntry) -> list[tuple[str, str]]:
    """Each change as a name and what became of the value."""
    return [
        (tr(name_of(entry.action, change.name)), _change(entry.action, change)) for change in entry.changes
    ]


def _change(action: str, change: Committed) -> str:
    if change.is_purged:
        return tr("（已清除）")
    after = _value(action, change.after)
    if change.before is None:
        return after
    return f"{_value(action, change.before)} → {after or tr('（空）')}"


def _value(action: str, value: str | None) -> str:
    return listed(tr(part) for part in value_of(action, value).split("、")) if value else ""


def _sequence(entry: AuditEntry) -> str:
    return str(entry.sequence)


def _at(entry: AuditEntry) -> str:
    return entry.at.replace("T", " ")


def _by(entry: AuditEntry) -> str:
    return entry.by


def _account(entry: AuditEntry) -> str:
    return entry.account
