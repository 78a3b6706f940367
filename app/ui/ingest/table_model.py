"""The columns of the list of files that could not be read."""

from app.domain import terms
from app.store.queries import FileRow
from app.ui import words
from app.ui.language import told, tr
from app.ui.widgets.lazy_table import Column


def problem_columns() -> tuple[Column[FileRow], ...]:
    """What the problem list shows."""
    return (
        Column("cause", tr("原因"), cause, 160),
        Column("name", tr("文件"), _name, 250, tip=_path),
        Column("message", tr("怎么办"), _message, 360),
        Column("size", tr("大小"), _size, 90, is_right=True),
        Column("folder", tr("所在文件夹"), _folder, 260),
    )


def cause(row: FileRow) -> str:
    """Why the file could not be read, in a word."""
    if row.failure_kind is None:
        return tr(terms.STATUS_TERMS[row.status])
    return tr(terms.FAILURE_TERMS[row.failure_kind])


def _name(row: FileRow) -> str:
    return row.path.rpartition("/")[2]


def _path(row: FileRow) -> str:
    return f"{row.root}/{row.path}"


def _message(row: FileRow) -> str:
    return told(row.failure_message or "")


def _size(row: FileRow) -> str:
    return words.size(row.size)


def _folder(row: FileRow) -> str:
    return f"{row.root}/{row.path.rpartition('/')[0]}".rstrip("/")
