"""The entries of the audit trail as rows, with the names their subjects have now."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from app.domain import terms
from app.domain.audit import AuditEntry, Committed
from app.review.trail_words import name_of, value_of
from app.store import audit
from app.store.subjects import Subject, subjects
from app.ui.desk import Desk
from app.ui.language import listed, tr
from app.ui.widgets.lazy_table import Column, LazyTableModel

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Line:
    """An entry, and what is known now of the things it names; the trail holds no names."""

    entry: AuditEntry
    known: Mapping[str, Subject] = field(default_factory=dict)

    @property
    def subject(self) -> Subject | None:
        """What it was done to, if that has a name."""
        return self.known.get(self.entry.subject)


def action(entry: AuditEntry) -> str:
    """What was done, in a word."""
    return tr(terms.ACTION_TERMS.get(entry.action, entry.action))


def columns() -> tuple[Column[Line], ...]:
    """What the list of entries shows."""
    return (
        Column("sequence", tr("序号"), lambda line: str(line.entry.sequence), 72, is_right=True),
        Column("at", tr("时间"), _at, 160, is_right=True),
        Column("by", tr("经办人"), lambda line: line.entry.by, 76),
        Column("action", tr("做了什么"), lambda line: action(line.entry), 130),
        Column("subject", tr("对象"), subject, 200, tip=_subject_in_full, least=170),
        Column("changes", tr("变化"), summary, 320, least=170),
        Column("account", tr("账户与计算机"), lambda line: line.entry.account, 180),
    )


def audit_model(desk: Desk, parent: QObject, about: Callable[[], str | None]) -> LazyTableModel[Line]:
    """A model whose rows come from the open catalogue; ``about`` says of what, or of everything."""

    def fetch(ids: Sequence[int]) -> Mapping[int, Line]:
        found: dict[int, AuditEntry] = {}
        with desk.catalogue.read() as connection:
            for entry in audit.entries(connection, subject=about(), after=min(ids) - 1):
                if entry.sequence > max(ids):
                    break
                found[entry.sequence] = entry
            known = subjects(connection, named_in(found.values()))
        return {number: Line(entry, known) for number, entry in found.items()}

    return LazyTableModel(columns(), fetch, desk.runner, parent)


def named_in(entries: Iterable[AuditEntry]) -> set[str]:
    """The UUIDs that entries name, as their subject or in a value."""
    found: set[str] = set()
    for entry in entries:
        found.add(entry.subject)
        for change in entry.changes:
            found.update(UUID.findall(change.before or ""), UUID.findall(change.after or ""))
    return found


def subject(line: Line) -> str:
    """What it was done to: number or title of a document, name of a person or a round; else nothing."""
    found = line.subject
    return found.name if found is not None else ""


def summary(line: Line) -> str:
    """All changes on one line."""
    return tr("；").join(tr("{name}：{value}", name=name, value=value) for name, value in changes(line))


def changes(line: Line) -> list[tuple[str, str]]:
    """Each change as a name and what became of the value."""
    what = line.entry.action
    return [(tr(name_of(what, change.name)), _change(line, change)) for change in line.entry.changes]


def _subject_in_full(line: Line) -> str:
    found = line.subject
    known = [found.name, found.title] if found is not None else []
    return "\n".join(dict.fromkeys(part for part in (*known, line.entry.subject) if part))


def _change(line: Line, change: Committed) -> str:
    if change.is_purged:
        return tr("（已清除）")
    after = _value(line, change.after)
    if change.before is None:
        return after
    return f"{_value(line, change.before)} → {after or tr('（空）')}"


def _value(line: Line, value: str | None) -> str:
    if not value:
        return ""
    told = value_of(line.entry.action, value)
    named = UUID.sub(lambda found: _named(line, found[0]), told)
    return named if named != told else listed(tr(part) for part in told.split("、"))


def _named(line: Line, uuid: str) -> str:
    return line.known[uuid].name if uuid in line.known else uuid


def _at(line: Line) -> str:
    return line.entry.at.replace("T", " ")
