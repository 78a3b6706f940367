"""The office's usual decisions under the digits, as a menu that also understands an input method's digits."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.presets import Preset
from app.ui.language import tr
from app.ui.review.keys import typed_name


class PresetMenu(QMenu):
    """``chosen`` carries the digit."""

    chosen = Signal(int)

    def __init__(self, presets: Sequence[Preset], parent: QWidget) -> None:
        super().__init__(tr("常用认定"), parent)
        self.setObjectName("presets")
        self.setAccessibleName(tr("常用认定"))
        self._digits = {str(preset.key): preset.key for preset in presets}
        for preset in presets:
            action = self.addAction(f"&{preset.key}　{preset.title}\tCtrl+{preset.key}")
            action.setToolTip(preset.decision.reason)
            action.triggered.connect(lambda _=False, key=preset.key: self.chosen.emit(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits in both widths."""
        digit = self._digits.get(typed_name(event.text()))
        if digit is None:
            super().keyPressEvent(event)
            return
        self.close()
        self.chosen.emit(digit)
