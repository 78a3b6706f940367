"""Disclosure attributes as colour, glyph and word together; colour is never the only sign."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.disclosure import DisclosureAttribute
from app.domain.terms import ATTRIBUTE_TERMS
from app.ui import theme
from app.ui.language import tr
from app.ui.widgets.lazy_table import BADGE_ROLE, GLYPH_ROLE

GLYPHS: Mapping[DisclosureAttribute, str] = MappingProxyType(
    {
        DisclosureAttribute.PROACTIVE: "公",
        DisclosureAttribute.ON_REQUEST: "申",
        DisclosureAttribute.WITHHELD: "不",
        DisclosureAttribute.UNDETERMINED: "？",
    }
)
PADDING = 7
GAP = 5
GLYPH_WIDTH = 44
"""A column as wide as this, in pixels before the zoom, has room for the glyph of a badge."""


def word(attribute: DisclosureAttribute) -> str:
    """The attribute's term in the language of the window."""
    return tr(ATTRIBUTE_TERMS[attribute])


def badge_size(attribute: DisclosureAttribute, font: QFont, *, glyph_only: bool = False) -> QSize:
    """How much room a badge needs."""
    metrics = QFontMetrics(theme.bold(font))
    width = metrics.horizontalAdvance(GLYPHS[attribute]) + 2 * PADDING
    if not glyph_only:
        width += GAP + QFontMetrics(font).horizontalAdvance(word(attribute))
    return QSize(width, metrics.height() + 6)


def paint_badge(
    painter: QPainter, box: QRectF, attribute: DisclosureAttribute, font: QFont, *, glyph_only: bool = False
) -> None:
    """Draw the badge at the left of ``box``, centred in height."""
    tint = theme.current().attribute(attribute)
    size = badge_size(attribute, font, glyph_only=glyph_only)
    width = min(float(size.width()), box.width())
    shape = QRectF(box.left(), box.center().y() - size.height() / 2 + 0.5, width, size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint.ground))
    painter.drawRoundedRect(shape, 4, 4)
    painter.setPen(QColor(tint.ink))
    painter.setFont(theme.bold(font))
    inner = shape.adjusted(PADDING, 0, 0, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, GLYPHS[attribute])
    if not glyph_only:
        painter.setFont(font)
        shift = QFontMetrics(theme.bold(font)).horizontalAdvance(GLYPHS[attribute]) + GAP
        painter.drawText(inner.adjusted(shift, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word(attribute))
    painter.restore()


class AttributeBadge(QLabel):
    """A badge as a widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attribute = DisclosureAttribute.UNDETERMINED
        self.show_attribute(self._attribute)

    @property
    def attribute(self) -> DisclosureAttribute:
        """What is shown."""
        return self._attribute

    def show_attribute(self, attribute: DisclosureAttribute) -> None:
        """Show another attribute."""
        self._attribute = attribute
        self.setText(word(attribute))
        self.setAccessibleName(word(attribute))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for glyph and word."""
        return badge_size(self._attribute, self.font())

    def minimumSizeHint(self) -> QSize:
        """A badge is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the badge."""
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self._attribute, self.font())
        painter.end()


class BadgeDelegate(QStyledItemDelegate):
    """Paints cells that hold an attribute as badges; where the word finds no room, the glyph stands alone."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground and selection as usual, the badge instead of the text."""
        attribute = index.data(BADGE_ROLE)
        if attribute is None:
            super().paint(painter, option, index)
            return
        widget = option.widget  # type: ignore[attr-defined]
        style = widget.style()  # without initStyleOption, which asks seven times for what is not drawn here
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, widget)
        box = QRectF(option.rect).adjusted(PADDING, 0, -2, 0)  # type: ignore[attr-defined]
        attribute, font = DisclosureAttribute(attribute), option.font  # type: ignore[attr-defined]
        glyph_only = bool(index.data(GLYPH_ROLE)) or badge_size(attribute, font).width() > box.width()
        paint_badge(painter, box, attribute, font, glyph_only=glyph_only)
