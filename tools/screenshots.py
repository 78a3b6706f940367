"""Pictures of every screen, for the user guide and for looking at: sizes × themes × languages.

Run ``python tools/screenshots.py CATALOGUE FOLDER [--only en-dark-large ...] [--scale 1.5] [--zoom 1.3]``; the
catalogue is the one ``run.py demo`` makes. Needs no screen. ``--scale`` is the system's scale on a screen of the same
number of pixels, ``--zoom`` the size of the letters.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEventLoop, QSettings, QSize, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.domain.disclosure import DisclosureAttribute
from app.domain.review import ReviewState
from app.review.groups import GroupKind, members_of
from app.store import queries
from app.transfer.verify.run import verify
from app.ui import application
from app.ui.desk import Destination, RoomName
from app.ui.documents.help import QueryHelp
from app.ui.language import CHINESE, ENGLISH
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.reader.record import Record
from app.ui.review.keys import Command
from app.ui.rooms import plans
from app.ui.start.new_catalogue import NewCatalogueDialog
from app.ui.start.screen import StartScreen
from tools.demo_copy import PERSON, prepared

SIZES = {"small": (1366, 768), "large": (2560, 1440)}
THEMES = ("light", "dark", "high-contrast")
LANGUAGES = (CHINESE, ENGLISH)
KINDS = tuple(product(LANGUAGES, THEMES, SIZES))
MILLISECONDS_TO_SETTLE, MOST_WAITS = 350, 60
LEAST_BYTES = 6_000  # a picture that is smaller shows nothing

SEARCH = "安全"
REVIEW_LEAVES = ("rounds", "samples", "disagreements")
TRANSFER_LEAVES = ("ready", "waiting", "batches")
REPORTS = ("completeness", "milestones", "proactive-catalogue", "validity", "annual", "publication")
SECOND_READER = "张重看"


class Order(argparse.Namespace):
    """What is asked for."""

    catalogue: Path
    folder: Path
    only: list[str]
    scale: float
    zoom: float


def order() -> Order:
    """The command line; wrong use ends here with a sentence."""
    kinds = ["-".join(kind) for kind in KINDS]
    asked = argparse.ArgumentParser(description="Pictures of every screen.")
    asked.add_argument("catalogue", type=catalogue_folder, help="the catalogue that run.py demo makes")
    asked.add_argument("folder", type=Path, help="where the pictures go")
    asked.add_argument(
        "--only", nargs="+", choices=kinds, default=kinds, metavar="KIND", help=", ".join(kinds)
    )
    asked.add_argument("--scale", type=float, default=1.0, help="scale of the system, 1.5 is 150 %%")
    asked.add_argument("--zoom", type=float, default=1.0, help="size of the letters, 1.3 is 130 %%")
    return asked.parse_args(namespace=Order())


def catalogue_folder(text: str) -> Path:
    """The folder of a catalogue with its package beside it."""
    folder = Path(text)
    if not (folder / "catalogue.db").is_file() or not (folder.parent / "transfer").is_dir():
        message = f"{text} is not the catalogue of a demo: make one with run.py demo"
        raise argparse.ArgumentTypeError(message)
    return folder


def main() -> int:
    """Write all pictures; the exit status says whether each of them shows something and fits on its screen."""
    asked = order()
    asked.folder.mkdir(parents=True, exist_ok=True)
    if len(asked.only) > 1:
        return max([of_its_own(kind) for kind in asked.only])
    os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
    with tempfile.TemporaryDirectory() as room:
        pretend_screen(Path(room), SIZES[asked.only[0].rpartition("-")[2]])
        app = QApplication([])
        pictures = list(take(app, prepared(asked.catalogue, Path(room)), asked))
    wrong = [fault for each in pictures if (fault := each.fault())]
    print(f"{asked.only[0]}: {len(pictures)} pictures in {asked.folder}", *wrong, sep="\n  ")
    return int(bool(wrong))


def pretend_screen(room: Path, size: tuple[int, int]) -> None:
    """Let Qt believe in a screen of this size, so that dialogs keep within it as they do at an office."""
    if os.environ["QT_QPA_PLATFORM"] == "offscreen":
        width, height = size
        screen = {
            "name": "office",
            "x": 0,
            "y": 0,
            "width": width,
            "height": height,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        whole = {"synchronousWindowSystemEvents": False, "windowFrameMargins": False, "screens": [screen]}
        (room / "screen.json").write_text(json.dumps(whole), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={room / 'screen.json'}"


def of_its_own(kind: str) -> int:
    """Take one kind in a program that has just been started, as a person sees it."""
    arguments = sys.argv[1:]
    if "--only" in arguments:
        place = arguments.index("--only")
        after = (number for number in range(place + 1, len(arguments)) if arguments[number].startswith("--"))
        arguments[place : next(after, len(arguments))] = []
    return subprocess.run([sys.executable, __file__, *arguments, "--only", kind], check=False).returncode


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on disk and how large its window had to become, in pixels of the screen."""

    path: Path
    size: tuple[int, int]
    screen: tuple[int, int]

    def fault(self) -> str:
        """What is wrong with it, or nothing."""
        if self.path.stat().st_size < LEAST_BYTES:
            return f"{self.path.name} is empty"
        too_large = any(side > most for side, most in zip(self.size, self.screen, strict=True))
        return f"{self.path.name} needs {self.size[0]} × {self.size[1]}" if too_large else ""


def take(app: QApplication, catalogue: Path, asked: Order) -> Iterator[Picture]:
    """Every screen once."""
    kind = asked.only[0]
    tongue, look, size = next(each for each in KINDS if "-".join(each) == kind)
    memory = Memory(QSettings(str(catalogue.parent / "screenshots.ini"), QSettings.Format.IniFormat))
    for name, value in (("theme", look), ("language", tongue), ("zoom", asked.zoom)):
        memory.put(f"look/{name}", value)
    memory.put(f"person/{catalogue}", PERSON)
    application.dress(app, memory)
    start = StartScreen(memory)
    start.show()
    for name, widget in screens(start, catalogue):
        yield picture(widget, asked.folder / f"{name}-{kind}.png", SIZES[size], asked.scale)
        if isinstance(widget, QDialog):
            widget.close()
            widget.deleteLater()
    assert start.window is not None
    start.window.close()
    start.stop()


def screens(start: StartScreen, catalogue: Path) -> Iterator[tuple[str, QWidget]]:
    """All there is to see, in the order in which one gets there."""
    yield "start", start.view
    yield "new", NewCatalogueDialog(start.view)
    start.open(catalogue)
    wait_until(lambda: start.window is not None)
    assert start.window is not None
    yield from chain(rooms(start.window), details(start.window, catalogue.parent / "transfer"))


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
        stand_on_suggestion(window)
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
    stand_on_suggestion(window)
    room.do(Command.WITHHELD)
    yield "review-form", window
    for name, command in (("group", Command.GROUP), ("keys", Command.LEGEND)):
        room.do(command)
        if (dialog := found_dialog(room)) is not None:
            yield name, dialog
    room.arrive(Destination(RoomName.REVIEW, facets={"review_state": ReviewState.PROPOSED}))
    wait_until(lambda: _is_proposed(room.work.record))
    settle()
    yield "review-proposed", window
    room.do(Command.SIGN)
    yield "approval", dialog_of(room)
    room.view.jobs.click()
    yield "jobs", dialog_of(room)
    room.leaves.rounds.page.make.click()
    yield "new-round", dialog_of(room)
    room.leaves.samples.page.draw.click()
    yield "new-sample", dialog_of(room)


def _is_proposed(record: Record | None) -> bool:
    """Whether the document that is shown has come from the queue of what waits for approval."""
    return record is not None and record.row.review_state is ReviewState.PROPOSED


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


def stand_on_suggestion(window: MainWindow) -> None:
    """The first open document for which an attribute is suggested and that is one of a series."""
    room = window.show_room(RoomName.REVIEW)
    model, table = room.model, room.view.table
    with window.desk.catalogue.read() as connection:
        rows = queries.document_rows(connection, model.ids)
    undecided = (None, DisclosureAttribute.UNDETERMINED)
    suggested = (
        number for number, each in enumerate(model.ids) if rows[each].suggested_attribute not in undecided
    )
    catalogue = window.desk.catalogue
    of_series = (
        number
        for number in suggested
        if len(members_of(catalogue, rows[model.ids[number]].uuid, GroupKind.SERIES)) > 1
    )
    table.stand_on(next(of_series, 0))
    settle()


def picture(widget: QWidget, path: Path, screen: tuple[int, int], scale: float) -> Picture:
    """Write what a window shows: a main window as large as the screen, a dialog as large as it wants to be there."""
    room = QSize(*(int(side / scale) for side in screen))
    if not isinstance(widget, QDialog):
        widget.resize(room)
    else:
        widget.setVisible(True)
        widget.resize(widget.sizeHint().expandedTo(widget.size()).boundedTo(room))
    settle()
    shot = widget.grab()
    shot.save(str(path))
    return Picture(path, shot.size().toTuple(), screen)  # type: ignore[arg-type]


def settle() -> None:
    """Let answers arrive, and what they lead to; on a busy computer that takes longer."""
    for _ in range(MOST_WAITS):
        loop = QEventLoop()
        QTimer.singleShot(MILLISECONDS_TO_SETTLE, loop.quit)
        loop.exec()
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        if not any(window.desk.runner.tasks for window in windows if window.isVisible()):
            return


def wait_until(condition: Callable[[], bool]) -> None:
    """Let time pass until something holds."""
    for _ in range(60):
        if condition():
            return
        settle()
    raise TimeoutError


if __name__ == "__main__":
    sys.exit(main())
