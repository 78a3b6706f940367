"""Where the window finds the data that is shipped beside the program."""

from app.paths import resources

RESOURCES = resources()
ICONS = RESOURCES / "icons"
STYLE_SHEET = RESOURCES / "style.qss"
TRANSLATIONS = RESOURCES / "i18n"
