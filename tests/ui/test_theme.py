"""Contrast, zoom, icons: what every theme has to give."""

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.disclosure import DisclosureAttribute
from app.ui import feedback, icons, theme, tokens
from app.ui.resources import ICONS, STYLE_SHEET
from app.ui.start.view import StartView
from app.ui.tokens import THEMES, Tokens, contrast
from app.ui.widgets.layout import button

LEAST, LEAST_OF_SHAPES = 4.5, 3.0

every_theme = pytest.mark.parametrize("look", THEMES.values(), ids=lambda look: look.name)


def test_contrast_is_the_ratio_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@every_theme
def test_text_can_be_read_on_every_ground(look: Tokens) -> None:
    grounds = (look.window, look.surface, look.zebra, look.selection)
    inks = (look.text, look.muted, look.accent, look.danger)
    faint = {(ink, ground) for ink, ground in product(inks, grounds) if contrast(ink, ground) < LEAST}
    assert not faint


@every_theme
def test_marked_places_can_be_read(look: Tokens) -> None:
    grounds = (look.hit, look.current_hit, look.place, look.evidence)
    assert all(contrast(look.text, ground) >= LEAST for ground in grounds)


@every_theme
@pytest.mark.parametrize("attribute", DisclosureAttribute)
def test_badges_can_be_read(look: Tokens, attribute: DisclosureAttribute) -> None:
    tint = look.attribute(attribute)
    assert contrast(tint.ink, tint.ground) >= LEAST


@every_theme
def test_primary_button_can_be_read(look: Tokens) -> None:
    assert contrast(look.on_accent, look.accent) >= LEAST


@every_theme
def test_the_edge_of_a_field_is_seen(look: Tokens) -> None:
    """WCAG 2.2, 1.4.11: what shows where one can type, against what is inside and around it."""
    grounds = (look.surface, look.window, look.zebra)
    assert all(
        contrast(edge, ground) >= LEAST_OF_SHAPES for edge in (look.field, look.muted) for ground in grounds
    )
    assert all(contrast(look.accent, ground) >= LEAST_OF_SHAPES for ground in grounds), "where the keys go"


@every_theme
@pytest.mark.parametrize("kind", ["QLineEdit", "QPlainTextEdit", "QComboBox", "QSpinBox"])
def test_every_kind_of_field_has_that_edge(look: Tokens, kind: str) -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]+)\}", theme.style_sheet(look, 1.0))
    plain = [body for names, body in rules if kind in re.split(r",\s*", names.strip())]
    assert any(f"border: 1px solid {look.field}" in body for body in plain)


@every_theme
def test_bars_are_told_from_the_ground_and_their_signs_can_be_read(look: Tokens) -> None:
    fills = [look.undecided, *(look.attribute(each).ink for each in DisclosureAttribute)]
    for fill in fills:
        assert contrast(fill, look.surface) >= LEAST_OF_SHAPES
        assert max(contrast(ink, fill) for ink in (look.text, look.surface)) >= LEAST


@every_theme
def test_sheet_has_no_name_left_open(look: Tokens) -> None:
    assert "$" not in theme.style_sheet(look, 1.0)


def test_sheet_holds_no_colour_of_its_own() -> None:
    assert not re.findall(r"#[0-9A-Fa-f]{6}", STYLE_SHEET.read_text(encoding="utf-8"))


def test_zoom_stays_within_bounds(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 9.0)
    assert theme.zoom() == theme.LARGEST_ZOOM
    assert qapp.font().pointSizeF() == pytest.approx(tokens.BASE_POINTS * theme.LARGEST_ZOOM)
    theme.apply(qapp, "light", 1.0)


def test_theme_reaches_palette_and_icons(qapp: QApplication) -> None:
    button = QToolButton()
    icons.show_on(button, "search")
    light = button.icon().pixmap(24).toImage()
    theme.apply(qapp, "dark")
    try:
        assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(tokens.DARK.surface)
        assert button.icon().pixmap(24).toImage() != light
    finally:
        theme.apply(qapp, "light")
        button.deleteLater()


def test_what_nobody_sees_follows_a_change_of_look_later(qapp: QApplication, qtbot: QtBot) -> None:
    seen, hidden = QWidget(), QWidget()
    own, inner = button("检索", "seen", icon="search"), button("检索", "hidden", icon="search")
    for part, child in ((seen, own), (hidden, inner)):
        qtbot.addWidget(part)
        child.setParent(part)
        theme.dress(part)
    seen.show()
    before, icon = hidden.styleSheet(), inner.icon().pixmap(16).toImage()
    theme.apply(qapp, "dark")
    try:
        qtbot.waitUntil(lambda: seen.styleSheet() != before)
        assert own.icon().pixmap(16).toImage() != icon
        assert (hidden.styleSheet(), inner.icon().pixmap(16).toImage()) == (before, icon)
        theme.dress(hidden)  # as when its room is entered
        assert hidden.styleSheet() == seen.styleSheet()
        assert inner.icon().pixmap(16).toImage() == own.icon().pixmap(16).toImage()
    finally:
        theme.apply(qapp, "light")
    qtbot.waitUntil(lambda: hidden.styleSheet() == before)
    assert inner.icon().pixmap(16).toImage() == icon


def test_an_icon_stands_away_from_its_word_and_in_its_middle(qapp: QApplication) -> None:
    made = button("检索", "any", icon="search")
    picture = made.icon().pixmap(made.iconSize()).toImage()
    inked = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 128
    ]
    assert max(x for x, _y in inked) < picture.width() - icons.GAP
    metrics = QFontMetricsF(qapp.font())
    character = metrics.tightBoundingRect("国").center().y() + (metrics.ascent() - metrics.descent()) / 2
    middle = (min(y for _x, y in inked) + max(y for _x, y in inked) + 1) / 2 - picture.height() / 2
    assert middle == pytest.approx(character, abs=1)


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_icons_are_one_set(path: Path) -> None:
    drawing = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke-width="1.75"' in drawing
    assert 'stroke="currentColor"' in drawing
    image = icons.pixmap(path.stem, "#000000", 24).toImage()
    inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
    assert inked > 20, "nothing is drawn"


def test_every_icon_that_is_named_exists() -> None:
    sources = (Path(icons.__file__).parent).rglob("*.py")
    named = {
        name
        for source in sources
        for name in re.findall(
            r'icon="([a-z]+)"|icon_button\(\s*"([a-z]+)"', source.read_text(encoding="utf-8")
        )
        for name in name
        if name
    }
    assert named <= {path.stem for path in ICONS.glob("*.svg")}
    assert named


def test_a_disabled_button_looks_different_in_high_contrast() -> None:
    assert "dashed" in theme.style_sheet(tokens.HIGH_CONTRAST, 1.0)
    assert "dashed" not in theme.style_sheet(tokens.LIGHT, 1.0)


def test_windows_without_a_parent_are_dressed(qtbot: QtBot, qapp: QApplication) -> None:
    windows = [StartView(), feedback.report_crash(ValueError())]
    for window in windows:
        qtbot.addWidget(window)
        assert window.styleSheet()
    theme.apply(qapp, "dark")
    try:
        qtbot.waitUntil(lambda: all(tokens.DARK.surface in window.styleSheet() for window in windows))
    finally:
        theme.apply(qapp, "light")
