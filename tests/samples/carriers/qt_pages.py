"""Draw pages with Qt, as PDF or PNG; run in a process of its own so that no other test's application is disturbed.

``python -m tests.samples.carriers.qt_pages JOBS``: JOBS is a JSON list of ``{"path", "pages"}``; each page is a
list of placed runs. Exit status 3: no Chinese font.
"""

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

NO_FONT = 3
DOTS_PER_MM = 200 / 25.4
SONGTI = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "FangSong",
    "仿宋",
    "SimSun",
    "宋体",
    "Noto Sans CJK SC",
)
_FIXED = b"20200101000000"


def main(argument: str) -> int:
    """Draw all jobs."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    application = QGuiApplication([])
    families = set(QFontDatabase.families())
    family = next((name for name in SONGTI if name in families), None)
    if family is None:
        return NO_FONT
    for job in json.loads(Path(argument).read_text(encoding="utf-8")):
        draw = _draw_pdf if job["path"].endswith(".pdf") else _draw_png
        draw(Path(job["path"]), job["pages"], family)
    application.quit()
    return 0


def _draw_pdf(path: Path, pages: list[Any], family: str) -> None:
    from PySide6.QtCore import QMarginsF, QUuid
    from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

    writer = QPdfWriter(str(path))
    writer.setResolution(600)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setCreator("Dishu samples")
    writer.setDocumentId(QUuid("{00000000-0000-4000-8000-000000000001}"))
    painter = QPainter(writer)
    for number, page in enumerate(pages):
        if number:
            writer.newPage()
        _draw(painter, page, family, 600 / 25.4)
    painter.end()
    del painter, writer
    path.write_bytes(_with_fixed_times(path.read_bytes()))


def _with_fixed_times(content: bytes) -> bytes:
    """The same PDF with its times replaced by others of the same length."""
    content = re.sub(rb"\(D:\d{14}", b"(D:" + _FIXED, content)
    return re.sub(rb"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d", b"2020-01-01T00:00:00", content)


def _draw_png(path: Path, pages: list[Any], family: str) -> None:
    """Each page as a picture; the second and following ones have their number in the name."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    for number, page in enumerate(pages):
        image = QImage(int(210 * DOTS_PER_MM), int(297 * DOTS_PER_MM), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        _draw(painter, page, family, DOTS_PER_MM)
        painter.end()
        image.save(str(path.with_name(f"{path.stem}-{number}.png") if number else path))


def _draw(painter: Any, page: list[Any], family: str, dots: float) -> None:
    """Draw runs character by character, each in its square as the standard's grid has it."""
    from PySide6.QtCore import QLineF, QPointF
    from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen

    for run in page:
        colour = QColor(220, 20, 20) if run["is_red"] else QColor(0, 0, 0)
        painter.setPen(QPen(colour, 0.35 * dots))
        if not run["text"]:
            left, top = run["left"] * dots, run["top"] * dots
            painter.drawLine(QLineF(left, top, left + 156 * dots, top))
            continue
        font = QFont(family)
        font.setFeature(QFont.Tag("locl"), 0)  # its digits would have no way back to characters
        font.setPixelSize(max(1, round(run["size"] * 25.4 / 72 * dots)))
        painter.setFont(font)
        baseline = run["top"] * dots + QFontMetricsF(font).ascent()
        painter.drawText(QPointF(run["left"] * dots, baseline), run["text"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
