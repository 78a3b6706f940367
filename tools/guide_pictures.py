"""Bring the pictures of the user guide up to date: ``python tools/guide_pictures.py FOLDER``.

FOLDER is what ``tools/screenshots.py`` wrote. Every picture that a chapter shows is taken from there and made as wide
as the guide's page; the review desk is also the picture of the README. Take them with a catalogue in a folder whose
name anybody may read: the ingest screen shows it.
"""

import re
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "resources" / "guide"
WINDOW = ROOT / "docs" / "images" / "window.png"
SHOWN_IN_README = "review"
WIDTH = 1000
"""Pixels; the guide's window is a little wider."""


def main(arguments: list[str]) -> int:
    """Write the pictures."""
    shots = Path(arguments[0])
    images = GUIDE / "images"
    images.mkdir(exist_ok=True)
    chapters = "".join(page.read_text(encoding="utf-8") for page in GUIDE.glob("*.md"))
    for name in sorted(set(re.findall(r"\(images/([a-z]+)\.png\)", chapters))):
        with Image.open(shots / f"{name}-zh-light-small.png") as shot:
            height = shot.height * WIDTH // shot.width
            small = shot.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
            small.save(images / f"{name}.png", optimize=True)
    with Image.open(shots / f"{SHOWN_IN_README}-zh-light-small.png") as shot:
        shot.convert("RGB").save(WINDOW, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
