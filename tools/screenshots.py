"""Pictures of every screen, for the user guide and for looking at: sizes × themes × languages.

Run ``python tools/screenshots.py CATALOGUE FOLDER [--small]``; the catalogue is the one ``run.py demo``
makes. Needs no screen. ``--small`` writes only 1366 × 768, light, Chinese.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.store import queries
from app.store.queries import DocumentFilter
from app.ui import application, language, theme
from app.ui.desk import RoomName
from app.ui.documents.bulk import BulkDialog
from app.ui.documents.evidence import EvidenceDialog
from app.ui.documents.word_list import WordListDialog
from app.ui.language import CHINESE, ENGLISH
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.rooms import plans
from app.ui.start.screen import StartScreen
from app.ui.transfer.dialogs import BuildDialog

SIZES = {"small": (1366, 768), "large": (2560, 1440)}
THEMES = ("light", "dark", "high-contrast")
LANGUAGES = (CHINESE, ENGLISH)
MILLISECONDS_TO_SETTLE = 900
SEARCH = "安全"
REVIEW_LEAVES = ("rounds", "samples", "disagreements")


def main() -> int:
    """Write all pictures; the exit status says whether each of them shows something."""
    catalogue, folder = Path(sys.argv[1]), Path(sys.argv[2])
    is_small = "--small" in sys.argv
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    written = []
    for tongue in LANGUAGES[: 1 if is_small else None]:
        for look in THEMES[: 1 if is_small else None]:
            for size in list(SIZES)[: 1 if is_small else None]:
                written += list(take(app, catalogue, folder, (tongue, look, size)))
    print(f"{len(written)} pictures in {folder}")
    return 0 if all(path.stat().st_size > 10_000 for path in written) else 1


def take(app: QApplication, catalogue: Path, folder: Path, kind: tuple[str, str, str]) -> Iterator[Path]:
    """Every screen once."""
    tongue, look, size = kind
    settings = QSettings(str(folder / "screenshots.ini"), QSettings.Format.IniFormat)
    settings.clear()
    memory = Memory(settings)
    memory.put("look/theme", look)
    memory.put("look/language", tongue)
    memory.put(f"person/{catalogue}", "王示例")
    application.dress(app, memory)
    start = StartScreen(memory)
    start.show()
    yield picture(start.view, folder / f"start-{tongue}-{look}-{size}.png", SIZES[size])
    start.open(catalogue)
    wait_until(lambda: start.window is not None)
    assert start.window is not None
    for plan in plans():
        prepare(start.window, plan.name)
        yield picture(start.window, folder / f"{plan.name}-{tongue}-{look}-{size}.png", SIZES[size])
    for number, leaf in enumerate(REVIEW_LEAVES, 1):
        room = start.window.show_room(RoomName.REVIEW)
        room.view.open_leaf(number)  # type: ignore[attr-defined]
        settle()
        yield picture(start.window, folder / f"review-{leaf}-{tongue}-{look}-{size}.png", SIZES[size])
    for name, widget in details(start.window):
        yield picture(widget, folder / f"{name}-{tongue}-{look}-{size}.png", sizes_of(widget, size))
        if widget is not start.window:
            widget.close()
    start.window.close()
    start.stop()
    language.use(CHINESE)
    theme.apply(app, "light")
    Path(settings.fileName()).unlink(missing_ok=True)


def prepare(window: MainWindow, name: RoomName) -> None:
    """Enter a room and show something worth seeing there."""
    room = window.show_room(name)
    settle()
    if name is RoomName.DOCUMENTS:
        room.view.search.setText(SEARCH)  # type: ignore[attr-defined]
    elif name is RoomName.REVIEW:
        stand_on_sensitive(window)
    elif name is RoomName.TRANSFER:
        room.view.tabs.setCurrentIndex(1)  # type: ignore[attr-defined]
    settle()


def details(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Leaves and dialogs that are not seen on entering a room."""
    settings = window.show_room(RoomName.SETTINGS)
    for number in range(settings.tabs.count()):  # type: ignore[attr-defined]
        settings.tabs.setCurrentIndex(number)  # type: ignore[attr-defined]
        yield f"settings-{number}", window
    documents = window.show_room(RoomName.DOCUMENTS)
    settle()
    documents.view.card.tabs.setCurrentIndex(2)  # type: ignore[attr-defined]
    documents.view.reader.finder.begin()  # type: ignore[attr-defined]
    yield "documents-files", window
    documents.view.table.selectAll()  # type: ignore[attr-defined]
    for act, kind in (
        ("ask_bulk", BulkDialog),
        ("ask_words", WordListDialog),
        ("ask_evidence", EvidenceDialog),
    ):
        getattr(documents.acts, act)()  # type: ignore[attr-defined]
        yield act.removeprefix("ask_"), documents.findChild(kind)
    transfer = window.show_room(RoomName.TRANSFER)
    settle()
    transfer.view.build.setEnabled(True)  # type: ignore[attr-defined]
    transfer.view.build.click()  # type: ignore[attr-defined]
    yield "build", transfer.findChild(BuildDialog)
    window.tour.begin()
    yield "tour", window
    window.tour.end()


def sizes_of(widget: QWidget, size: str) -> tuple[int, int]:
    """A window takes the size of the screen, a dialog its own."""
    if isinstance(widget, MainWindow):
        return SIZES[size]
    return widget.sizeHint().expandedTo(widget.size()).toTuple()  # type: ignore[return-value]


def stand_on_sensitive(window: MainWindow) -> None:
    """The first open document with a sensitive place."""
    room = window.show_room(RoomName.REVIEW)
    with window.desk.catalogue.read() as connection:
        wanted = set(queries.document_ids(connection, DocumentFilter(with_findings=True)))
    model, table = room.model, room.view.table  # type: ignore[attr-defined]
    place = next((number for number, document in enumerate(model.ids) if document in wanted), 0)
    table.stand_on(place)


def picture(widget: QWidget, path: Path, size: tuple[int, int]) -> Path:
    """Write what a window shows."""
    widget.resize(*size)
    settle()
    widget.grab().save(str(path))
    return path


def settle() -> None:
    """Let answers arrive."""
    loop = QEventLoop()
    QTimer.singleShot(MILLISECONDS_TO_SETTLE, loop.quit)
    loop.exec()


def wait_until(condition: Callable[[], bool]) -> None:
    """Let time pass until something holds."""
    for _ in range(60):
        if condition():
            return
        settle()
    message = "waited in vain"
    raise TimeoutError(message)


if __name__ == "__main__":
    sys.exit(main())
