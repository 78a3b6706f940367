"""The files of a document: where they lie, what they are, opened only as read-only copies.

Below them the documents that have to do with this one.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.document import MemberRole
from app.store.queries import FileRow
from app.store.relatives import ALIKE
from app.ui import words
from app.ui.language import tr
from app.ui.reader.elements import PlaceLabel
from app.ui.reader.record import Neighbour
from app.ui.widgets.layout import Label, Line, Scrolled, icon_button, row

SHORT_HASH = 12


class FilesPanel(Scrolled):
    """Lists files and neighbours.

    ``open_wanted``, ``folder_wanted`` and ``split_wanted`` carry the :class:`FileRow`,
    ``document_wanted`` and ``compare_wanted`` the id of another document.
    """

    open_wanted = Signal(object)
    folder_wanted = Signal(object)
    split_wanted = Signal(object)
    document_wanted = Signal(int)
    compare_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_files(())

    def show_files(self, files: Sequence[FileRow], neighbours: Sequence[Neighbour] = ()) -> None:
        """List the files and neighbours of another document."""
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(8)
        for number, file in enumerate(files):
            if number:
                column.addWidget(Line(inside))
            column.addWidget(self._entry(file, is_one_of_many=len(files) > 1))
        if not files:
            column.addWidget(Label(tr("没有电子文件（只有纸质原件）。"), "muted", inside).wrapped())
        if neighbours:
            column.addSpacing(8)
            column.addWidget(Label(tr("相关公文"), "heading", inside))
        for neighbour in neighbours:
            column.addWidget(self._neighbour(neighbour))
        column.addStretch(1)
        self.setWidget(inside)

    def _neighbour(self, neighbour: Neighbour) -> QWidget:
        entry = QWidget(self)
        document = neighbour.row.id
        title = PlaceLabel(entry)
        title.show_place(neighbour.row.title or tr("（无标题）"), leads=True)
        title.setObjectName("neighbourTitle")
        title.setToolTip(tr("去看这一件"))
        title.setAccessibleName(title.text())
        title.wanted.connect(lambda: self.document_wanted.emit(document))
        head = row(spacing=2)
        head.addWidget(title, 1)
        if neighbour.kind in ALIKE:
            compare = icon_button("columns", "compare", tr("对照两件的差别"))
            compare.clicked.connect(lambda: self.compare_wanted.emit(document))
            head.addWidget(compare, 0, Qt.AlignmentFlag.AlignTop)
        facts = (tr(words.RELATIONS[neighbour.kind]), neighbour.row.document_number, neighbour.row.dated_on)
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        told = Label(" · ".join(fact for fact in facts if fact), "small", entry).wrapped()
        told.setObjectName("neighbourFacts")
        column.addWidget(told)
        return entry

    def _entry(self, file: FileRow, *, is_one_of_many: bool) -> QWidget:
        entry = QWidget(self)
        name = Label(file.path.rpartition("/")[2], "", entry).wrapped()
        name.setObjectName("fileName")
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        open_it = icon_button("open", "openFile", tr("打开（只读副本）"))
        open_it.clicked.connect(lambda: self.open_wanted.emit(file))
        folder = icon_button("folder", "showFile", tr("在文件夹中显示"))
        folder.clicked.connect(lambda: self.folder_wanted.emit(file))
        head = row(spacing=2)
        head.addWidget(name, 1)
        head.addWidget(open_it, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(folder, 0, Qt.AlignmentFlag.AlignTop)
        if is_one_of_many:
            split = icon_button("group", "splitFile", tr("拆出，另成一件"))
            split.clicked.connect(lambda: self.split_wanted.emit(file))
            head.addWidget(split, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        for text in _facts(file):
            label = Label(text, "small", entry).wrapped()
            label.setObjectName("fileFacts")
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
