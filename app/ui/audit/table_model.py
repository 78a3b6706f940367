"""The entries of the audit trail as rows."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from app.domain import terms
from app.domain.audit import AuditEntry, Committed
from app.store import audit
from app.ui import words
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.widgets.lazy_table import Column, LazyTableModel

NAMES = {
    "attribute": "公开属性",
    "basis": "依据",
    "reason": "理由",
    "note": "说明",
    "identity_proven": "身份经口令验证",
    "proved": "口令正确",
    "review_state": "办理情况",
    "name": "姓名",
    "roles": "角色",
    "office": "单位全称",
    "fonds_code": "全宗号",
    "files": "文件数",
    "seen": "看到的文件",
    "ok": "读出",
    "quarantined": "隔离",
    "vanished": "不见了",
    "archival_code": "档号",
    "retention": "保管期限",
    "access_status": "开放意见",
    "state": "状态",
    **{element.value: term for element, term in terms.ELEMENT_TERMS.items()},
}
"""What is shown for the name of a value."""

VALUES = {
    "yes": "是",
    "no": "否",
    **{attribute.value: term for attribute, term in terms.ATTRIBUTE_TERMS.items()},
    **{state.value: term for state, term in terms.REVIEW_STATE_TERMS.items()},
    **{role.value: word for role, word in words.PERSON_ROLES.items()},
}
"""What is shown for a value."""


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
    return "；".join(f"{name}：{text}" for name, text in changes(entry))


def changes(entry: AuditEntry) -> list[tuple[str, str]]:
    """Each change as a name and what became of the value."""
    return [(tr(NAMES.get(change.name, change.name)), _change(change)) for change in entry.changes]


def _change(change: Committed) -> str:
    if change.is_purged:
        return tr("（已清除）")
    after = _value(change.after)
    return after if change.before is None else f"{_value(change.before)} → {after or tr('（空）')}"


def _value(value: str | None) -> str:
    return tr(VALUES.get(value, value)) if value else ""


def _sequence(entry: AuditEntry) -> str:
    return str(entry.sequence)


def _at(entry: AuditEntry) -> str:
    return entry.at.replace("T", " ")


def _by(entry: AuditEntry) -> str:
    return entry.by


def _account(entry: AuditEntry) -> str:
    return entry.account
