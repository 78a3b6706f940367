"""The base of every dialog: it is gone when it is closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid


class Dialog(QDialog):
    """A question that takes no memory once it is answered.

    Qt only hides dialogs: each one that was ever opened would stay until its screen goes. Work that a dialog
    began may end after it; :class:`~app.ui.tasks.Runner` then asks nothing of it, and accepting it again does
    nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def accept(self) -> None:
        """Close it as answered, unless it is closed already."""
        if isValid(self):
            super().accept()
