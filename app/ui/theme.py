"""Applies a theme to the program: Fusion, our palette, one small style sheet, fonts, zoom.

The sheet belongs to windows, not to the program. Qt matches the program's sheet against every widget anew
whenever something around it moves into another parent, and rooms are put together from the inside out: the
review desk with its 530 widgets was restyled 3,300 times before anybody saw it. Now a room is put together
plain and dressed once, when it enters its window.
"""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

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
    "text",
    "muted",
    "accent",
    "on_accent",
    "selection",
    "danger",
)

DISABLED_WITHOUT_GREY = (
    '\nQPushButton:disabled, QToolButton[role="button"]:disabled { border-style: dashed; }\n'
)
"""In high contrast there is no grey to say that a button does nothing now."""


_PROPERTY = "dishuDressed"


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
    """Dress the program in theme ``name`` at zoom ``factor``; open windows follow at once."""
    _State.tokens = THEMES.get(name) or system_theme()
    _State.zoom = min(LARGEST_ZOOM, max(LEAST_ZOOM, factor))
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(_State.tokens))
    app.setFont(font(tokens.BASE_POINTS))
    _State.sheet = style_sheet(_State.tokens, _State.zoom)
    for window in app.topLevelWidgets():
        if window.property(_PROPERTY):
            window.setStyleSheet(_State.sheet)
    icons.refresh(_State.tokens)


def dress(window: QWidget) -> None:
    """Give the style sheet to a window and all that will ever stand in it; dialogs have it from their parent."""
    window.setProperty(_PROPERTY, True)
    window.setStyleSheet(_State.sheet)


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
    values |= {name: getattr(theme, name) for name in SHEET_COLOURS}
    look = "dark" if theme.is_dark else "light"
    values["tick"] = (ICONS / "ticks" / f"{look}.svg").as_posix()
    for way in ("down", "up"):
        values[f"arrow_{way}"] = (ICONS / "arrows" / f"{way}-{look}.svg").as_posix()
    sheet = Template(STYLE_SHEET.read_text(encoding="utf-8")).substitute(values)
    return sheet + DISABLED_WITHOUT_GREY if theme is tokens.HIGH_CONTRAST else sheet
