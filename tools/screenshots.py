"""Pictures of every screen, for the user guide and for looking at: sizes × themes × languages.

Run ``python tools/screenshots.py CATALOGUE FOLDER [--small | --only en-dark-large]``; the catalogue is the one
``run.py demo`` makes. Needs no screen. ``--small`` writes only 1366 × 768, light, Chinese; ``--only`` one of the kinds.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import chain, combinations, product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from sqlalchemy import insert

from app.domain.disclosure import DisclosureAttribute
from app.domain.review import ReviewState
from app.store import queries
from app.store.catalogue import open_catalogue
from app.store.queries import DocumentFilter
from app.store.tables.grouping import relation
from app.transfer.verify.run import verify
from app.ui import application, language, theme
from app.ui.desk import Destination, RoomName
from app.ui.documents.help import QueryHelp
from app.ui.language import CHINESE, ENGLISH
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.review.keys import Command
from app.ui.rooms import plans
from app.ui.start.new_catalogue import NewCatalogueDialog
from app.ui.start.screen import StartScreen

SIZES = {"small": (1366, 768), "large": (2560, 1440)}
THEMES = ("light", "dark", "high-contrast")
LANGUAGES = (CHINESE, ENGLISH)
MILLISECONDS_TO_SETTLE, MOST_WAITS = 350, 60
LEAST_BYTES = 6_000
"""A picture that is smaller shows nothing."""

SEARCH = "安全"
REVIEW_LEAVES = ("rounds", "samples", "disagreements")
TRANSFER_LEAVES = ("ready", "waiting", "batches")
REPORTS = ("completeness", "milestones", "proactive-catalogue", "validity", "annual", "publication")
PERSON, SECOND_READER = "王示例", "张重看"


def main() -> int:
    """Write all pictures; the exit status says whether each of them shows something."""
    folder = Path(sys.argv[2])
    wanted = "zh-light-small" if "--small" in sys.argv else sys.argv[4] if "--only" in sys.argv else ""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    written = []
    with tempfile.TemporaryDirectory() as room:
        catalogue = prepared(Path(sys.argv[1]), Path(room))
        for kind in product(LANGUAGES, THEMES, SIZES):
            if wanted in {"", "-".join(kind)}:
                written += list(take(app, catalogue, folder, kind))
    print(f"{len(written)} pictures in {folder}")
    return 0 if all(path.stat().st_size > LEAST_BYTES for path in written) else 1


def prepared(catalogue: Path, room: Path) -> Path:
    """A copy in which two documents contradict each other; the sample archive has no such pair of its own."""
    copy = room / catalogue.name
    shutil.copytree(catalogue, copy)
    shutil.copytree(catalogue.parent / "transfer", room / "transfer")
    with open_catalogue(copy) as opened, opened.write(by=PERSON, action="group.relations") as unit:
        approved = DocumentFilter(review_state=ReviewState.APPROVED)
        rows = queries.document_rows(unit.connection, queries.document_ids(unit.connection, approved))
        letters = [row for row in rows.values() if row.document_number and row.genre]
        pairs = [
            (a, b)
            for a, b in combinations(letters, 2)
            if a.attribute is not b.attribute and a.title != b.title and a.genre == b.genre
        ]
        one, other = max(pairs, key=lambda pair: SequenceMatcher(None, pair[0].title, pair[1].title).ratio())
        made = {"document_id": one.id, "other_id": other.id, "kind": "near_duplicate", "similarity": 0.93}
        unit.connection.execute(insert(relation).values(**made))
        unit.record(one.uuid, [])
        unit.commit()
    return copy


def take(app: QApplication, catalogue: Path, folder: Path, kind: tuple[str, str, str]) -> Iterator[Path]:
    """Every screen once."""
    tongue, look, size = kind
    settings = QSettings(str(folder / "screenshots.ini"), QSettings.Format.IniFormat)
    settings.clear()
    memory = Memory(settings)
    memory.put("look/theme", look)
    memory.put("look/language", tongue)
    memory.put(f"person/{catalogue}", PERSON)
    application.dress(app, memory)
    start = StartScreen(memory)
    start.show()
    yield picture(start.view, folder / f"start-{tongue}-{look}-{size}.png", SIZES[size])
    new = NewCatalogueDialog(start.view)
    yield picture(new, folder / f"new-{tongue}-{look}-{size}.png", sizes_of(new, size))
    start.open(catalogue)
    wait_until(lambda: start.window is not None)
    assert start.window is not None
    for name, widget in chain(rooms(start.window), details(start.window, catalogue.parent / "transfer")):
        yield picture(widget, folder / f"{name}-{tongue}-{look}-{size}.png", sizes_of(widget, size))
        if isinstance(widget, QDialog):
            widget.close()
            widget.deleteLater()
    start.window.close()
    start.stop()
    language.use(CHINESE)
    theme.apply(app, "light")
    Path(settings.fileName()).unlink(missing_ok=True)


def rooms(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Every room as one finds it, and the leaves of the review."""
    for plan in plans():
        prepare(window, plan.name)
        yield plan.name, window
    room = window.show_room(RoomName.REVIEW)
    for number, leaf in enumerate(REVIEW_LEAVES, 1):
        if leaf == "samples":
            window.desk.choose_person(SECOND_READER)
        room.view.open_leaf(number)
        settle()
        yield f"review-{leaf}", window
        window.desk.choose_person(PERSON)


def prepare(window: MainWindow, name: RoomName) -> None:
    """Enter a room and show something worth seeing there."""
    room = window.show_room(name)
    settle()
    if name is RoomName.DOCUMENTS:
        room.view.search.setText(SEARCH)
    elif name is RoomName.REVIEW:
        stand_on_sensitive(window)
    settle()


def details(window: MainWindow, transfer: Path) -> Iterator[tuple[str, QWidget]]:
    """Leaves and dialogs that are not seen on entering a room."""
    yield from _settings(window)
    yield from _documents(window)
    yield from _review(window)
    yield from _transfer(window, transfer)
    yield from _lists(window)
    ingest = window.show_room(RoomName.INGEST)
    ingest.view.see_quarantine.click()
    yield "quarantine", dialog_of(ingest)
    overview = window.show_room(RoomName.OVERVIEW)
    for chart in (overview.years, overview.lacks):
        chart.twin.click()
    yield "overview-tables", window
    window.tour.begin()
    yield "tour", window
    window.tour.end()


def _settings(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    settings = window.show_room(RoomName.SETTINGS)
    for number in range(settings.tabs.count()):
        settings.tabs.setCurrentIndex(number)
        yield f"settings-{number}", window


def _documents(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    room = window.show_room(RoomName.DOCUMENTS)
    view = room.view
    settle()
    view.card.tabs.setCurrentIndex(2)
    view.reader.finder.begin()
    yield "documents-files", window
    view.reader.finder.end()
    room.arrive(Destination(RoomName.DOCUMENTS, "格式:pdf"))
    settle()
    view.reader.as_page.click()
    wait_until(lambda: not view.reader.pages.picture.pixmap().isNull())
    yield "documents-page", window
    view.reader.as_page.click()
    view.table.selectAll()
    for act in ("ask_bulk", "ask_words", "ask_evidence"):
        getattr(room.acts, act)()
        yield act.removeprefix("ask_"), dialog_of(room)
    yield "query-help", QueryHelp(room)
    room.arrive(Destination(RoomName.DOCUMENTS, "没有这样的公文"))
    yield "documents-nothing", window


def _review(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    room = window.show_room(RoomName.REVIEW)
    room.arrive(Destination(RoomName.REVIEW, facets={"review_state": ReviewState.OPEN}))
    settle()
    stand_on_own(window)
    room.do(Command.WITHHELD)
    yield "review-form", window
    for name, command in (("group", Command.GROUP), ("keys", Command.LEGEND)):
        room.do(command)
        if (dialog := found_dialog(room)) is not None:
            yield name, dialog
    room.arrive(Destination(RoomName.REVIEW, facets={"review_state": ReviewState.PROPOSED}))
    settle()
    yield "review-proposed", window
    room.do(Command.SIGN)
    settle()
    yield "approval", dialog_of(room)
    room.view.jobs.click()
    yield "jobs", dialog_of(room)
    room.leaves.rounds.page.make.click()
    yield "new-round", dialog_of(room)
    room.leaves.samples.page.draw.click()
    yield "new-sample", dialog_of(room)


def _transfer(window: MainWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    room = window.show_room(RoomName.TRANSFER)
    view = room.view
    settle()
    for number, leaf in enumerate(TRANSFER_LEAVES):
        view.tabs.setCurrentIndex(number)
        settle()
        yield f"transfer-{leaf}", window
    view.tabs.setCurrentIndex(1)
    view.waiting.selectAll()
    for name, opener in (("build", view.build), ("filing", view.file)):
        opener.setEnabled(True)
        opener.click()
        yield name, dialog_of(room)
    for action in room.papers.menu.actions():
        action.trigger()
        settle()
        yield f"paper-{action.objectName()}", dialog_of(room)
    package = next(path for path in sorted(folder.iterdir()) if path.is_dir())
    room.show_report(verify(package), folder)
    yield "verification", dialog_of(room)


def _lists(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    room = window.show_room(RoomName.REGISTERS)
    for name in REPORTS:
        room.show_page(name)
        page = room.page(name)
        if hasattr(page, "form"):
            page.form.scheme.setCurrentIndex(page.form.scheme.count() - 1)
            page.form.code.setText("MB0000001")
            page.order()
        settle()
        yield f"registers-{name}", window
    room.page("annual").type.click()
    settle()
    yield "annual-figures", dialog_of(room)


def found_dialog(room: QWidget) -> QDialog | None:
    """The dialog that was opened last, if one is open after a few seconds."""
    for _ in range(8):
        settle()
        opened = [each for each in room.findChildren(QDialog) if each.isVisible()]
        if opened:
            return opened[-1]
    return None


def dialog_of(room: QWidget) -> QDialog:
    """The dialog that was opened last."""
    found = found_dialog(room)
    assert found is not None, room.objectName()
    return found


def sizes_of(widget: QWidget, size: str) -> tuple[int, int]:
    """A window takes the size of the screen, a dialog its own."""
    if isinstance(widget, MainWindow):
        return SIZES[size]
    return widget.sizeHint().expandedTo(widget.size()).toTuple()


def stand_on_own(window: MainWindow) -> None:
    """The first open document that is ours to decide and has a suggestion."""
    room = window.show_room(RoomName.REVIEW)
    model, table = room.model, room.view.table
    with window.desk.catalogue.read() as connection:
        rows = queries.document_rows(connection, model.ids)
    undecided = (None, DisclosureAttribute.UNDETERMINED)
    decidable = (
        number for number, each in enumerate(model.ids) if rows[each].suggested_attribute not in undecided
    )
    table.stand_on(next(decidable, 0))
    settle()


def stand_on_sensitive(window: MainWindow) -> None:
    """The first open document with a sensitive place."""
    room = window.show_room(RoomName.REVIEW)
    with window.desk.catalogue.read() as connection:
        wanted = set(queries.document_ids(connection, DocumentFilter(with_findings=True)))
    model, table = room.model, room.view.table
    place = next((number for number, document in enumerate(model.ids) if document in wanted), 0)
    table.stand_on(place)


def picture(widget: QWidget, path: Path, size: tuple[int, int]) -> Path:
    """Write what a window shows."""
    widget.resize(*size)
    settle()
    widget.grab().save(str(path))
    return path


def settle() -> None:
    """Let answers arrive, and what they lead to; on a busy computer that takes longer."""
    for _ in range(MOST_WAITS):
        loop = QEventLoop()
        QTimer.singleShot(MILLISECONDS_TO_SETTLE, loop.quit)
        loop.exec()
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        if not any(window.desk.runner.tasks for window in windows):
            return


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
