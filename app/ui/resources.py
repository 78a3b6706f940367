"""Where the window finds the data that is shipped beside the program."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
ICONS = RESOURCES / "icons"
STYLE_SHEET = RESOURCES / "style.qss"
TRANSLATIONS = RESOURCES / "i18n"
