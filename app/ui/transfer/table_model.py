"""The columns of the transfer desk's three lists."""

from app.domain.terms import TRANSFER_STATE_TERMS
from app.domain.transfer import TransferItem
from app.store.transfers import StoredTransfer
from app.transfer.select import NotReady, ObstacleKind
from app.ui import words
from app.ui.language import told, tr
from app.ui.widgets import badge
from app.ui.widgets.lazy_table import Column


def ready_columns() -> tuple[Column[TransferItem], ...]:
    """What can be handed over."""
    return (
        Column("code", tr("档号"), _code, 190),
        Column("title", tr("题名"), _title, 320, least=170, brief=_title_in_brief),
        Column("number", tr("文号"), _number, 160),
        Column("date", tr("日期"), _date, 100, is_right=True),
        Column("retention", tr("保管期限"), _retention, 92),
        Column("access", tr("开放意见"), _access, 84),
        Column("attribute", tr("公开属性"), _attribute, 122, badge=lambda item: item.disclosure_attribute),
        Column("creators", tr("责任者"), _creators, 180, least=120),
        Column("files", tr("文件"), _files, 56, is_right=True),
    )


def waiting_columns() -> tuple[Column[NotReady], ...]:
    """What cannot be handed over yet, and why."""
    return (
        Column("title", tr("题名"), _waiting_title, 420),
        Column("proposal", tr("归档建议"), _proposal, 190),
        Column("missing", tr("还差什么"), _missing, 520),
    )


def batch_columns() -> tuple[Column[StoredTransfer], ...]:
    """Transfers that were built."""
    return (
        Column("name", tr("批次"), _name, 240),
        Column("state", tr("状态"), _state, 176),
        Column("items", tr("件数"), _items, 72, is_right=True),
        Column("size", tr("大小"), _size, 90, is_right=True),
        Column("made", tr("打包"), _made, 220),
        Column("answer", tr("接收单位的答复"), _answer, 280),
    )


def _code(item: TransferItem) -> str:
    return item.archival_code or tr("（未编号）")


def _title(item: TransferItem) -> str:
    return item.title


def _title_in_brief(item: TransferItem) -> str:
    return words.subject(item.title, _creators(item))


def _number(item: TransferItem) -> str:
    return item.document_number


def _date(item: TransferItem) -> str:
    return item.dated_on


def _retention(item: TransferItem) -> str:
    return tr(item.retention.term)


def _access(item: TransferItem) -> str:
    return tr(item.access_status.term)


def _attribute(item: TransferItem) -> str:
    return badge.word(item.disclosure_attribute)


def _creators(item: TransferItem) -> str:
    return "；".join(item.creators)


def _files(item: TransferItem) -> str:
    return str(len(item.files))


def _waiting_title(row: NotReady) -> str:
    if any(obstacle.kind is ObstacleKind.QUARANTINED for obstacle in row.obstacles):
        return tr("（涉密隔离，不显示）")
    return row.title or tr("（无标题）")


def _missing(row: NotReady) -> str:
    return tr("；").join(told(obstacle.message) for obstacle in row.obstacles)


def _proposal(row: NotReady) -> str:
    parts = (row.proposed_retention, row.proposed_access)
    return tr("，").join(tr(part.term) for part in parts if part is not None)


def _name(row: StoredTransfer) -> str:
    return row.name


def _state(row: StoredTransfer) -> str:
    return tr(TRANSFER_STATE_TERMS[row.state])


def _items(row: StoredTransfer) -> str:
    return f"{row.item_count:,}"


def _size(row: StoredTransfer) -> str:
    return words.size(row.byte_count)


def _made(row: StoredTransfer) -> str:
    return f"{row.made_by} {row.made_at[:16].replace('T', ' ')}"


def _answer(row: StoredTransfer) -> str:
    return row.answer
