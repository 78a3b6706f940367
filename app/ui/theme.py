"""Applies a theme to the program: Fusion, our palette, one small style sheet, fonts, zoom.

The sheet belongs to rooms and dialogs, not to the program. Qt matches the program's sheet against every widget
anew whenever something around it moves into another parent, and rooms are put together from the inside out: the
review desk with its 530 widgets was restyled 3,300 times before anybody saw it. Now a room is put together
plain and dressed once, when it enters its window; and when the look changes, each follows in a turn
of its own, what is seen first: all 1,300 widgets of all rooms at once took a third of a second. Rooms that are not
seen follow while the person rests, or when they are entered; who enlarges thrice waits for the one that is looked at.
"""

from collections.abc import Sequence
from functools import partial
from string import Template
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget
from shiboken6 import isValid

from app.ui import icons, tokens
from app.ui.resources import ICONS, STYLE_SHEET
from app.ui.tokens import DARK, LIGHT, THEMES, Tokens

FOLLOW_SYSTEM = "system"
LEAST_ZOOM = 0.8
LARGEST_ZOOM = 2.0
ZOOM_STEP = 0.1
SHEET_COLOURS = (
    "window",
    "surface",
    "zebra",
    "border",
    "field",
    "text",
    "muted",
    "accent",
    "on_accent",
    "selection",
    "danger",
)

MILLISECONDS_OF_REST = 300
"""Between two rooms that nobody sees when the look changes; a key that is pressed then waits for one at most."""
FIGURE_PIXELS = 74
"""The least height of a figure with its word; Qt asks the sheet and not the button."""
DISABLED_WITHOUT_GREY = (
    '\nQPushButton:disabled, QToolButton[role="button"]:disabled { border-style: dashed; }\n'
)
"""In high contrast there is no grey to say that a button does nothing now."""


_DRESSED: "WeakSet[QWidget]" = WeakSet()
"""Everything that has the style sheet."""
_TINTED: "WeakKeyDictionary[QWidget, Tokens]" = WeakKeyDictionary()
"""For which theme the icons of each are tinted."""


class _State:
    """The theme in use; one per program, like Qt's own palette."""

    tokens: Tokens = LIGHT
    zoom: float = 1.0
    sheet: str = ""


def current() -> Tokens:
    """The theme in use."""
    return _State.tokens


def zoom() -> float:
    """The factor on all font sizes and row heights."""
    return _State.zoom


def scaled(pixels: float) -> int:
    """A length at the present zoom."""
    return round(pixels * _State.zoom)


def system_theme() -> Tokens:
    """Light or dark, as the system asks."""
    is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if is_dark else LIGHT


def apply(app: QApplication, name: str = FOLLOW_SYSTEM, factor: float = 1.0) -> None:
    """Dress the program in theme ``name`` at zoom ``factor``; what is seen follows first."""
    before = _State.tokens
    _State.tokens = THEMES.get(name) or system_theme()
    _State.zoom = min(LARGEST_ZOOM, max(LEAST_ZOOM, factor))
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(_State.tokens))
    app.setFont(font(tokens.BASE_POINTS))
    _State.sheet = style_sheet(_State.tokens, _State.zoom)
    if _State.tokens is not before:
        icons.use(_State.tokens)
        for window in app.topLevelWidgets():
            if window not in _DRESSED:
                icons.refresh(window, _DRESSED)
    parts = sorted(_DRESSED, key=lambda part: isValid(part) and not part.isVisible())
    _dress_one_by_one(parts, _State.sheet)


def dress(part: QWidget) -> None:
    """Give the style sheet to a window, a room or a part of the frame, and to all that will ever stand in it;
    dialogs have it from the room they belong to.
    """
    _DRESSED.add(part)
    if part.styleSheet() != _State.sheet:
        part.setStyleSheet(_State.sheet)
    if _TINTED.get(part) is not _State.tokens:
        _TINTED[part] = _State.tokens
        icons.refresh(part)


def _dress_one_by_one(parts: Sequence[QWidget], sheet: str) -> None:
    """Dress the next part that is not in this look yet, and the others in later turns unless it has changed again."""
    waiting = [part for part in parts if isValid(part) and part.styleSheet() != sheet]
    if not waiting or sheet != _State.sheet:
        return
    dress(waiting[0])
    if others := waiting[1:]:
        pause = 0 if others[0].isVisible() else MILLISECONDS_OF_REST
        QTimer.singleShot(pause, partial(_dress_one_by_one, others, sheet))


def bold(usual: QFont) -> QFont:
    """The same font in bold."""
    made = QFont(usual)
    made.setBold(True)
    return made


def font(points: float) -> QFont:
    """The system's font with Chinese fallbacks, digits of equal width, at the present zoom."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    made = QFont()
    made.setFamilies([system, *tokens.FONT_FALLBACKS])
    made.setPointSizeF(points * _State.zoom)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def palette(theme: Tokens) -> QPalette:
    """The theme as a palette, for everything that no style sheet touches."""
    made = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.zebra,
        role.Text: theme.text,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Light: theme.surface,
        role.Midlight: theme.border,
        role.Mid: theme.border,
        role.Dark: theme.muted,
        role.Shadow: theme.border,
        role.Accent: theme.accent,
    }
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.muted))
    return made


def style_sheet(theme: Tokens, factor: float) -> str:
    """``resources/style.qss`` with its ``$names`` filled from the theme and the zoom."""
    sizes = {
        "base_pt": tokens.BASE_POINTS,
        "small_pt": tokens.BASE_POINTS - 1,
        "heading_pt": tokens.BASE_POINTS + 1.5,
        "title_pt": tokens.TITLE_POINTS,
        "figure_pt": tokens.TITLE_POINTS + 7,
        "reading_pt": tokens.READING_POINTS,
    }
    values = {name: f"{points * factor:.1f}pt" for name, points in sizes.items()}
    values["figure_px"] = f"{round(FIGURE_PIXELS * factor)}px"
    values |= {name: getattr(theme, name) for name in SHEET_COLOURS}
    look = "dark" if theme.is_dark else "light"
    values["tick"] = (ICONS / "ticks" / f"{look}.svg").as_posix()
    for way in ("down", "up", "left", "right"):
        values[f"arrow_{way}"] = (ICONS / "arrows" / f"{way}-{look}.svg").as_posix()
    sheet = Template(STYLE_SHEET.read_text(encoding="utf-8")).substitute(values)
    return sheet + DISABLED_WITHOUT_GREY if theme is tokens.HIGH_CONTRAST else sheet
