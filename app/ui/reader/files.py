"""The files of a document: where they lie, what they are, opened only as read-only copies."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.document import MemberRole
from app.store.queries import FileRow
from app.ui import words
from app.ui.language import tr
from app.ui.widgets.layout import Label, Line, icon_button, row

SHORT_HASH = 12


class FilesPanel(QScrollArea):
    """Lists files; ``open_wanted`` and ``folder_wanted`` carry the :class:`FileRow`."""

    open_wanted = Signal(object)
    folder_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_files(())

    def show_files(self, files: Sequence[FileRow]) -> None:
        """List the files of another document."""
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(8)
        for number, file in enumerate(files):
            if number:
                column.addWidget(Line(inside))
            column.addWidget(self._entry(file))
        if not files:
            column.addWidget(Label(tr("没有电子文件（只有纸质原件）。"), "muted", inside).wrapped())
        column.addStretch(1)
        self.setWidget(inside)

    def _entry(self, file: FileRow) -> QWidget:
        entry = QWidget(self)
        name = Label(file.path.rpartition("/")[2], "", entry).wrapped()
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        open_it = icon_button("open", "openFile", tr("打开（只读副本）"))
        open_it.clicked.connect(lambda: self.open_wanted.emit(file))
        folder = icon_button("folder", "showFile", tr("在文件夹中显示"))
        folder.clicked.connect(lambda: self.folder_wanted.emit(file))
        head = row(spacing=2)
        head.addWidget(name, 1)
        head.addWidget(open_it, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(folder, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        for text in _facts(file):
            label = Label(text, "small", entry).wrapped()
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        return entry


def _facts(file: FileRow) -> list[str]:
    role = tr(words.MEMBER_ROLES[MemberRole(file.role)]) if file.role else ""
    facts = [" · ".join(part for part in (role, (file.format or "").upper(), words.size(file.size)) if part)]
    folder = file.path.rpartition("/")[0]
    facts.append(f"{file.root}/{folder}" if folder else file.root)
    if not file.is_present:
        facts.append(tr("上次采集时已不在原处"))
    if file.sha256:
        facts.append(f"SHA-256 {file.sha256[:SHORT_HASH]}…")
    return facts
