"""What is asked before redacted copies are made: where they go, and which words go out beside what was found."""

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QLineEdit, QWidget

from app.ui.language import tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, page_column, row


class RedactionDialog(Dialog):
    """Folder and words. ``wanted`` when the copies are to be made."""

    wanted = Signal()

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("redactionDialog")
        self.setWindowTitle(tr("出脱敏副本"))
        self.folder = QLineEdit(self)
        self.folder.setObjectName("redactionFolder")
        self.words = QLineEdit(self)
        self.words.setObjectName("redactionWords")
        self.words.setPlaceholderText(tr("如姓名、住址，用顿号或逗号分开；可以不填"))
        self.make = button(tr("为 {count} 个文件出副本", count=count), "makeCopies", role="primary")
        self._lay_out()
        self._check()

    @property
    def path(self) -> Path:
        """Where the copies go."""
        return Path(self.folder.text().strip())

    @property
    def chosen_words(self) -> tuple[str, ...]:
        """The words to take out."""
        return tuple(word for word in re.split(r"[、，,;；\s]+", self.words.text().strip()) if word)

    def _lay_out(self) -> None:
        choose = button(tr("选择…"), "chooseRedactionFolder", icon="folder")
        choose.clicked.connect(self._choose)
        cancel = button(tr("取消"), "cancelRedaction")
        cancel.clicked.connect(self.reject)
        form = QFormLayout()
        form.addRow(tr("存放处"), row(self.folder, choose))
        form.addRow(tr("另外去掉的词"), self.words)
        text = tr(
            "查到的个人信息都会去掉：docx 去掉文字，PDF 把有涉及的页变成图片并涂黑。批注、修订、属性、附件一并去掉，"
            "做好后逐件复查。原件不动。只能处理 docx 和 PDF。"
        )
        column = page_column(self)
        column.addWidget(Label(text, "muted", self).wrapped())
        column.addLayout(form)
        column.addLayout(row(None, cancel, self.make))
        for field, title in ((self.folder, tr("存放处")), (self.words, tr("另外去掉的词"))):
            field.setAccessibleName(title)
            field.textChanged.connect(lambda _text: self._check())
        self.make.clicked.connect(self._go)
        self.setMinimumWidth(560)

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("副本存放在哪里"))
        if found:
            self.folder.setText(found)

    def _check(self) -> None:
        self.make.setEnabled(bool(self.folder.text().strip()))

    def _go(self) -> None:
        self.wanted.emit()
        self.accept()
