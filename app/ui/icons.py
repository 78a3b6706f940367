"""Our line icons, tinted by the theme; who shows one is found again when the theme changes."""

from functools import cache, lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.ui.resources import ICONS
from app.ui.tokens import LIGHT, Tokens

SIZES = (16, 20, 24, 32, 48, 64)
_PROPERTY = "dishuIcon"


class _Target(Protocol):
    """A button, action or anything else that shows an icon."""

    def setIcon(self, icon: QIcon, /) -> None:
        """Show the icon."""

    def setProperty(self, name: str, value: object, /) -> bool:
        """Remember a value under a name."""


class _State:
    tokens: Tokens = LIGHT


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """The icon called ``name`` in one colour, ``size`` device pixels square."""
    key = f"dishu {name} {colour} {size}"
    made = QPixmap()
    if QPixmapCache.find(key, made):
        return made
    made = QPixmap(QSize(size, size))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    source = _source(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    QPixmapCache.insert(key, made)
    return made


def icon(name: str, theme: Tokens | None = None) -> QIcon:
    """The icon called ``name``: muted at rest, in the accent when checked, faint when disabled."""
    return _icon(name, theme or _State.tokens)


@lru_cache(maxsize=256)
def _icon(name: str, theme: Tokens) -> QIcon:
    made = QIcon()
    for size in SIZES:
        made.addPixmap(pixmap(name, theme.muted, size))
        made.addPixmap(pixmap(name, theme.accent, size), QIcon.Mode.Normal, QIcon.State.On)
        made.addPixmap(pixmap(name, theme.field, size), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=64)
def primary_icon(name: str, theme: Tokens) -> QIcon:
    """The icon called ``name`` for a filled button."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(pixmap(name, theme.on_accent, size))
        made.addPixmap(pixmap(name, theme.muted, size), QIcon.Mode.Disabled)
    return made


def names() -> list[str]:
    """All icons there are."""
    return sorted(path.stem for path in ICONS.glob("*.svg"))


def show_on(target: _Target, name: str) -> None:
    """Show the icon on a button or action now and after every change of theme."""
    target.setProperty(_PROPERTY, name)
    _dress(target, name)


def refresh(theme: Tokens) -> None:
    """Tint the icons of everything on screen anew."""
    _State.tokens = theme
    for window in QApplication.topLevelWidgets():
        for child in (window, *window.findChildren(QObject)):
            name = child.property(_PROPERTY)
            if name:
                _dress(child, name)


def _dress(target: object, name: str) -> None:
    is_primary = isinstance(target, QObject) and target.property("role") == "primary"
    made = primary_icon(name, _State.tokens) if is_primary else icon(name)
    target.setIcon(made)  # type: ignore[attr-defined]


@cache
def _source(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")
