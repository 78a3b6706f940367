"""The entries of the audit trail as rows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from app.domain.audit import AuditEntry
from app.store import audit
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.widgets.lazy_table import Column, LazyTableModel

ACTIONS = {
    "catalogue.create": "建立目录",
    "settings.change": "修改设置",
    "root.add": "登记文件夹",
    "ingest.start": "开始采集",
    "ingest.files": "采集入库",
    "ingest.vanished": "核对不见了的文件",
    "ingest.done": "采集完成",
    "ingest.cancelled": "停止采集",
    "classify": "给出建议",
    "classify.store": "给出建议",
    "document.correct": "改定要素",
    "document.file_changed": "文件有变化，重新待审",
    "review.propose": "初审送审",
    "review.approve": "审定",
    "review.return": "退回",
    "review.withdraw": "撤回",
    "review.flagged": "标记存疑",
    "review.open": "取消存疑",
    "people.add": "登记人员",
    "people.pin": "设置口令",
    "people.prove": "验证口令",
}
"""What is shown for an action; one that is not listed shows under its own name."""


def action(entry: AuditEntry) -> str:
    """What was done, in a word."""
    return tr(ACTIONS.get(entry.action, entry.action))


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


def audit_model(desk: Desk, parent: QObject) -> LazyTableModel[AuditEntry]:
    """A model whose rows come from the open catalogue."""

    def fetch(ids: Sequence[int]) -> Mapping[int, AuditEntry]:
        with desk.catalogue.read() as connection:
            found: dict[int, AuditEntry] = {}
            for entry in audit.entries(connection, after=min(ids) - 1):
                if entry.sequence > max(ids):
                    break
                found[entry.sequence] = entry
            return found

    return LazyTableModel(columns(), fetch, desk.runner, parent)


def summary(entry: AuditEntry) -> str:
    """All changes on one line."""
    return "；".join(f"{name}：{text}" for name, text in changes(entry))


def changes(entry: AuditEntry) -> list[tuple[str, str]]:
    """Each change as a name and what became of the value."""
    shown: list[tuple[str, str]] = []
    for change in entry.changes:
        if change.is_purged:
            shown.append((change.name, tr("（已清除）")))
        elif change.before is None:
            shown.append((change.name, change.after or ""))
        else:
            shown.append((change.name, f"{change.before} → {change.after or tr('（空）')}"))
    return shown


def _sequence(entry: AuditEntry) -> str:
    return str(entry.sequence)


def _at(entry: AuditEntry) -> str:
    return entry.at.replace("T", " ")


def _by(entry: AuditEntry) -> str:
    return entry.by


def _account(entry: AuditEntry) -> str:
    return entry.account
