"""Our line icons, tinted by the theme; who shows one is found again when the theme changes."""

from collections.abc import Container
from functools import cache, lru_cache
from math import ceil
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QPushButton

from app.ui.resources import ICONS
from app.ui.tokens import LIGHT, Tokens

SIZES = (16, 20, 24, 32, 48, 64)
BESIDE_WORD, GAP = 16, 3
"""Pixels of an icon in front of a word, and how many more than Qt's own stand between them."""
SIZES_BESIDE_WORD = (16, 20, 24, 32, 48)
_PROPERTY = "dishuIcon"
_DISABLED = QIcon.Mode.Disabled


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


@lru_cache(maxsize=256)
def beside_word(name: str, theme: Tokens, *, is_filled: bool) -> QIcon:
    """The icon called ``name`` in front of the word of a button, at the height of the word and a little away from
    it; ``is_filled``: the button has the colour of the primary action.
    """
    made = QIcon()
    for size in SIZES_BESIDE_WORD:
        ink = theme.on_accent if is_filled else theme.muted
        made.addPixmap(_beside(pixmap(name, ink, size)))
        made.addPixmap(_beside(pixmap(name, theme.muted if is_filled else theme.field, size)), _DISABLED)
    return made


def _beside(picture: QPixmap) -> QPixmap:
    """A picture with room to its right, as low as the characters beside it stand below the middle of their line."""
    scale = picture.width() / BESIDE_WORD
    made = QPixmap(ceil((BESIDE_WORD + GAP) * scale), picture.height())
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPixmap(0, round(_depth_of_characters() * scale), picture)
    painter.end()
    return made


def _depth_of_characters() -> float:
    """How far a Chinese character stands below the middle of its line, in pixels; fonts differ."""
    metrics = QFontMetricsF(QApplication.font())
    middle = metrics.tightBoundingRect("国").center().y()
    return middle + (metrics.ascent() - metrics.descent()) / 2


def names() -> list[str]:
    """All icons there are."""
    return sorted(path.stem for path in ICONS.glob("*.svg"))


def show_on(target: _Target, name: str) -> None:
    """Show the icon on a button or action now and after every change of theme."""
    target.setProperty(_PROPERTY, name)
    _dress(target, name)


def use(theme: Tokens) -> None:
    """Tint all icons that are shown from now on for this theme."""
    _State.tokens = theme


def refresh(part: QObject, apart: Container[object] = ()) -> None:
    """Tint the icons of a part and of what stands in it anew, but for what is ``apart`` and is done by itself."""
    name = part.property(_PROPERTY)
    if name:
        _dress(part, name)
    for child in part.children():
        if child not in apart:
            refresh(child, apart)


def _dress(target: object, name: str) -> None:
    if isinstance(target, QPushButton):
        is_filled = target.property("role") == "primary"
        target.setIconSize(QSize(BESIDE_WORD + GAP, BESIDE_WORD))
        target.setIcon(beside_word(name, _State.tokens, is_filled=is_filled))
    else:
        target.setIcon(icon(name))  # type: ignore[attr-defined]


@cache
def _source(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")
