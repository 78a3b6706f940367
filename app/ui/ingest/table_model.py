"""The list of files that could not be read, and of folders that are held."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from app.domain import terms
from app.store.queries import FileRow
from app.ui import words
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.widgets.lazy_table import Column, LazyTableModel


def problem_columns() -> tuple[Column[FileRow], ...]:
    """What the problem list shows."""
    return (
        Column("cause", tr("原因"), cause, 120),
        Column("name", tr("文件"), _name, 300, tip=_path),
        Column("message", tr("怎么办"), _message, 360),
        Column("size", tr("大小"), _size, 90, is_right=True),
        Column("folder", tr("所在文件夹"), _folder, 260),
    )


class ProblemModel(LazyTableModel[FileRow]):
    """Files that could not be read; the rows are few enough to be read with their ids."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        self._known: dict[int, FileRow] = {}
        super().__init__(problem_columns(), self._fetch_known, desk.runner, parent)

    def show_files(self, files: Sequence[FileRow]) -> None:
        """Show these files."""
        self._known = {file.location_id: file for file in files}
        self.show_ids(tuple(self._known))

    def file(self, location_id: int) -> FileRow:
        """The file with this id."""
        return self._known[location_id]

    def _fetch_known(self, ids: Sequence[int]) -> Mapping[int, FileRow]:
        known = self._known
        return {location_id: known[location_id] for location_id in ids if location_id in known}


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
    return row.failure_message or ""


def _size(row: FileRow) -> str:
    return words.size(row.size)


def _folder(row: FileRow) -> str:
    return f"{row.root}/{row.path.rpartition('/')[0]}".rstrip("/")
