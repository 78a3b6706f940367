"""Is the catalogue whole, and do its parts agree with each other?"""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta

from sqlalchemy import Connection, select

from app.store import audit, fixity
from app.store.backup import backups, connect
from app.store.catalogue import Catalogue, now
from app.store.faults import explained
from app.store.tables.holdings import setting
from app.store.tables.index import FULLTEXT

MOST_BETWEEN_FIXITY_CHECKS = timedelta(days=366)

_RULES = (
    (
        "有 {} 份正文没有进入检索，会查不到",
        "SELECT count(*) FROM content_text t JOIN content c ON c.id = t.content_id WHERE NOT EXISTS "
        "(SELECT 1 FROM index_entry e WHERE e.content_id = t.content_id AND e.live = 1) AND (c.text_length > 0 "
        "OR EXISTS (SELECT 1 FROM member m WHERE m.content_id = t.content_id))",
    ),
    (
        "检索里有 {} 条指向的正文没有词",
        f"SELECT count(*) FROM index_entry e WHERE e.live = 1 AND NOT EXISTS "  # noqa: S608 - our own name
        f"(SELECT 1 FROM {FULLTEXT}_docsize d WHERE d.id = e.id)",
    ),
    (
        "检索里有 {} 条归到的公文与文件所属的公文不符",
        "SELECT count(*) FROM index_entry e LEFT JOIN member m ON m.content_id = e.content_id "
        "WHERE e.live = 1 AND e.content_id IS NOT NULL AND e.document_id IS NOT m.document_id",
    ),
    (
        "有 {} 件纸质件检索不到，或已并入他件还能检索到",
        "SELECT count(*) FROM document d WHERE is_paper_only = 1 AND (merged_into IS NULL) <> EXISTS (SELECT 1 FROM "
        "index_entry e WHERE e.document_id = d.id AND e.content_id IS NULL AND e.live = 1)",
    ),
    (
        "有 {} 件公文一个文件也没有，又不是纸质件",
        "SELECT count(*) FROM document d WHERE is_paper_only = 0 AND merged_into IS NULL AND NOT EXISTS "
        "(SELECT 1 FROM member m WHERE m.document_id = d.id)",
    ),
    (
        "有 {} 件公文的主件不是它自己的文件",
        "SELECT count(*) FROM document d WHERE master_content_id IS NOT NULL AND merged_into IS NULL AND NOT EXISTS "
        "(SELECT 1 FROM member m WHERE m.document_id = d.id AND m.content_id = d.master_content_id)",
    ),
    (
        "有 {} 件已并入他件的公文还留着文件",
        "SELECT count(*) FROM document d JOIN member m ON m.document_id = d.id WHERE merged_into IS NOT NULL",
    ),
    (
        "有 {} 件公文写明已认定，却没有生效的认定记录",
        "SELECT count(*) FROM document d WHERE review_state = 'approved' AND NOT EXISTS "
        "(SELECT 1 FROM determination r WHERE r.document_id = d.id AND r.state = 'approved')",
    ),
)


def problems(connection: Connection) -> list[str]:
    """What is broken: damaged pages, rows that point to nothing, parts that disagree; empty when all is well."""
    rows = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
    found = [f"数据库：{row}" for row in rows if row != "ok"]
    found += [
        f"表 {row[0]} 的第 {row[1]} 行指向不存在的 {row[2]}"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return found + list(_disagreements(connection))


def all_problems(catalogue: Catalogue) -> list[str]:
    """:func:`problems`, the audit chain, and whether the chain still holds what the newest backup held.

    Raises:
        AppError: the file is too damaged to be asked.
    """
    head = _newest_backup_head(catalogue)
    with catalogue.read() as connection:
        found = problems(connection)
        found += [f"审计第 {fault.sequence} 条：{fault.message}" for fault in audit.faults(connection)]
        if head and not _holds(connection, head):
            found.append(f"最近一份备份里的审计第 {head[0]} 条，目录里没有或不同：目录可能被换成了旧的")
    return found


def warnings(connection: Connection) -> list[str]:
    """What a person should know though nothing is broken: a clock set back, sources not compared for long."""
    return [*_clock_set_back(connection), *_fixity_due(connection)]


def _clock_set_back(connection: Connection) -> Iterator[str]:
    back = connection.exec_driver_sql(
        "SELECT count(*), min(later.sequence) FROM audit_entry later JOIN audit_entry earlier "
        'ON earlier.sequence = later.sequence - 1 WHERE later."at" < earlier."at"'
    ).one()
    if back[0]:
        yield f"本机时钟曾被调回 {back[0]} 次（首次在审计第 {back[1]} 条）：先后以审计序号为准，请校准时钟"


def _fixity_due(connection: Connection) -> Iterator[str]:
    state = fixity.last_state(connection)
    if state is not None and not state.is_complete:
        yield f"来源文件的核对停在第 {state.checked} 个：运行 dishu check 目录 --sources 接着核对"
    since = state.ended_at if state is not None else _setting(connection, "created_at")
    if since and date.fromisoformat(since[:10]) + MOST_BETWEEN_FIXITY_CHECKS < date.fromisoformat(now()[:10]):
        yield f"来源文件自 {since[:10]} 以来没有逐个核对过：请运行 dishu check 目录 --sources"


def _setting(connection: Connection, key: str) -> str:
    return connection.execute(select(setting.c.value).where(setting.c.key == key)).scalar_one_or_none() or ""


def _disagreements(connection: Connection) -> Iterator[str]:
    for sentence, query in _RULES:
        count = connection.exec_driver_sql(query).scalar_one()
        if count:
            yield sentence.format(count)


def _newest_backup_head(catalogue: Catalogue) -> tuple[int, str] | None:
    for backup in backups(catalogue.folder)[:1]:
        with explained(), closing(connect(backup.path)) as connection:
            query = "SELECT sequence, digest FROM audit_entry ORDER BY sequence DESC LIMIT 1"
            row: tuple[int, str] | None = connection.execute(query).fetchone()
            return row
    return None


def _holds(connection: Connection, head: tuple[int, str]) -> bool:
    """Whether the chain contains this entry."""
    entry = next(audit.entries(connection, after=head[0] - 1), None)
    return entry is not None and (entry.sequence, entry.digest) == head
