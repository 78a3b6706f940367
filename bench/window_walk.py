"""A walk through every screen and dialog on 100,000 documents: what holds the window up, and how long.

    python bench/window_walk.py [DOCUMENTS] [--keep FOLDER]

For each step the longest turn of the event loop in CPU of the window's thread, which is how long a key
waits, and the milliseconds until everything that the step asked for is shown. The first document is made a
million characters long. Ends with status 1 when a turn takes longer than 50 ms.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.domain.review import ReviewState
from app.store import codec
from app.store.catalogue import Catalogue, open_catalogue
from app.store.tables import holdings
from app.ui import application, garbage
from app.ui.desk import RoomName
from app.ui.documents.bulk import BulkDialog
from app.ui.main_window import MainWindow
from app.ui.start.screen import StartScreen
from bench.window import DOCUMENTS, REVIEWER, are_prepared, made_catalogue, memory_of, pause, seconds_until
from tests.pace import slowness
from tests.ui.holdings import text_of
from tests.ui.watchdog import Watchdog

LONG, LONG_CHARACTERS = 1, 1_000_000
"""The document that is made so long."""

MOST_OF_A_TURN = 50.0
"""Milliseconds of CPU."""

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, and what it cost in milliseconds."""

    name: str
    turn: float
    shown: float

    def __str__(self) -> str:
        verdict = "ok" if self.turn <= MOST_OF_A_TURN else "TOO LONG"
        return f"{self.name:<44} longest turn {self.turn:>7.1f} ms   shown after {self.shown:>8.0f} ms   {verdict}"


class Walk:
    """Does one thing after another in the window and keeps what each cost."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.steps: list[Step] = []

    def do(self, name: str, act: Act) -> None:
        """Do something and wait until nothing runs any more."""
        with Watchdog() as watch:
            began = time.perf_counter()
            act()
            for _ in range(2):  # an answer may lead to a question
                pause(60)
                seconds_until(lambda: not self.window.desk.runner.tasks)
            shown = time.perf_counter() - began - 0.06
            pause(200)
        self.steps.append(Step(name, watch.longest * 1000, shown * 1000))
        print(self.steps[-1], flush=True)

    def room(self, name: RoomName) -> Any:  # noqa: ANN401 - each screen has parts of its own
        """The screen, entered."""
        return self.window.show_room(name)

    def dialog(self, name: str, act: Act) -> None:
        """Open a dialog and close it again."""
        self.do(name, act)
        for dialog in self.dialogs():
            dialog.reject()
            dialog.deleteLater()
        pause(50)

    def dialogs(self) -> list[QDialog]:
        """The dialogs that are open."""
        return [each for each in self.window.findChildren(QDialog) if each.isVisible()]


def through_rooms(walk: Walk) -> None:
    for name in RoomName:
        walk.do(f"open {name}", partial(walk.room, name))
    for name in RoomName:
        walk.do(f"come back to {name}", partial(walk.room, name))


def through_documents(walk: Walk) -> None:
    room = walk.room(RoomName.DOCUMENTS)
    table, view = room.view.table, room.view
    for text in ("饮", "饮水", "饮水安全", "饮水安全 文种:通知", ""):
        walk.do(f"type “{text}”", partial(view.search.setText, text))
    header = table.horizontalHeader()
    for number, column in enumerate(room.model.columns):
        if column.order:
            for again in ("", " again"):
                walk.do(f"order by {column.title}{again}", partial(header.sectionClicked.emit, number))
    for name in ("year", "issuing_body", "review_state"):
        walk.do(f"count facet {name}", partial(view.filters.asked.emit, name))
    walk.do("select all", table.selectAll)
    walk.do("menu of acts", room.acts.menu.aboutToShow.emit)
    walk.dialog("bulk edit of all", partial(plan_for_all, walk, room))
    walk.do("stand on the first", partial(table.stand_on, 0))
    for name in ("queryHelp", "chooseColumns"):
        walk.dialog(f"open {name}", walk.window.findChild(object, name).click)
    walk.dialog("words of a list", room.acts.ask_words)
    walk.dialog("search as evidence", room.acts.ask_evidence)


def plan_for_all(walk: Walk, room: Any) -> None:  # noqa: ANN401
    room.acts.ask_bulk()
    for dialog in walk.dialogs():
        if isinstance(dialog, BulkDialog):
            dialog.element.setCurrentIndex(dialog.element.findText("文种"))
            dialog.put.setText("通报")
    pause(600)


def through_a_long_text(walk: Walk) -> None:
    room = walk.room(RoomName.DOCUMENTS)
    reader = room.view.reader
    walk.do("open a million characters", partial(walk.window.desk.go, RoomName.DOCUMENTS, document=LONG))
    walk.do("look for a word in it", lambda: (reader.finder.begin(), reader.finder.field.setText("饮水")))
    for _ in range(3):
        walk.do("go to the next hit", reader.next_hit)
    walk.do("look for one character", partial(reader.finder.field.setText, "的"))
    walk.do("go to the next hit", reader.next_hit)
    walk.do("scroll to its end", lambda: reader.pane.verticalScrollBar().setValue(10**9))
    walk.do("close the search", reader.finder.end)
    walk.do("leave it", partial(room.view.table.stand_on, 5))


def through_review(walk: Walk) -> None:
    room = walk.room(RoomName.REVIEW)
    for state in (ReviewState.PROPOSED, ReviewState.APPROVED, ReviewState.OPEN):
        walk.do(f"queue {state}", partial(room.view.choose_queue, state))
    walk.do("filter the queue", partial(room.view.search.setText, "饮水"))
    walk.do("all again", room.view.search.clear)
    walk.do("select all of the queue", room.view.table.selectAll)
    walk.do("stand on the first", partial(room.view.table.stand_on, 0))
    walk.dialog("keys", room.show_legend)
    walk.dialog("jobs", room.jobs.ask)
    walk.dialog("group of this document", room.deciding.group)
    for leaf in (1, 2, 3, 0):
        walk.do(f"leaf {leaf}", partial(room.view.open_leaf, leaf))
    walk.dialog("new round", room.leaves.rounds.ask_round)
    walk.dialog("new sample", room.leaves.samples.ask_sample)
    walk.do("back to the desk", partial(room.view.open_leaf, 0))


def through_the_rest(walk: Walk) -> None:
    registers = walk.room(RoomName.REGISTERS)
    for kind in ("completeness", *registers.kinds, "publication", "found"):
        walk.do(f"list {kind}", partial(registers.show_page, kind))
    settings = walk.room(RoomName.SETTINGS)
    for number in range(settings.tabs.count()):
        walk.do(f"settings {number}", partial(settings.tabs.setCurrentIndex, number))
    transfer = walk.room(RoomName.TRANSFER)
    for number in range(transfer.view.tabs.count()):
        walk.do(f"transfer {number}", partial(transfer.view.tabs.setCurrentIndex, number))
    walk.do("larger", lambda: walk.window.desk.look_wanted.emit("zoom", 1))
    walk.do("as before", lambda: walk.window.desk.look_wanted.emit("zoom", 0))
    walk.do("read everything anew", walk.window.findChild(object, "refresh").trigger)
    walk.do("guide", walk.window.findChild(object, "guide").trigger)


WAYS = (through_rooms, through_documents, through_a_long_text, through_review, through_the_rest)


def lengthen(catalogue: Catalogue) -> None:
    """Make the text of one document a million characters long."""
    text = text_of(LONG)
    body = (text * (LONG_CHARACTERS // len(text) + 1))[:LONG_CHARACTERS]
    with catalogue.write(by=REVIEWER, action="test.fill") as unit:
        for table, key, values in (
            (holdings.content_text, holdings.content_text.c.content_id, {"body": codec.pack_text(body)}),
            (holdings.content, holdings.content.c.id, {"text_length": LONG_CHARACTERS}),
        ):
            unit.connection.execute(table.update().where(key == LONG).values(**values))
        unit.record("test")
        unit.commit()


def walk_through(folder: Path) -> Iterator[Step]:
    with open_catalogue(folder) as catalogue:
        lengthen(catalogue)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    memory = memory_of(folder.parent, folder)
    garbage.rest_while_starting()  # as run_window does
    application.dress(app, memory)
    start = StartScreen(memory)
    start.open(folder)
    seconds_until(lambda: start.window is not None and start.window.isVisible())
    assert start.window is not None
    start.window.resize(1366, 768)
    seconds_until(partial(are_prepared, start.window))
    pause(1000)
    seconds_until(lambda: not start.window.desk.runner.tasks)
    walk = Walk(start.window)
    for way in WAYS:
        way(walk)
    yield from walk.steps
    start.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    start.window.close()
    start.stop()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", type=int, nargs="?", default=DOCUMENTS)
    parser.add_argument("--keep", type=Path)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = wanted.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        steps = list(walk_through(made_catalogue(folder, wanted.documents)))
    slow = [step for step in steps if step.turn > MOST_OF_A_TURN]
    print(f"{len(steps)} steps, {len(slow)} with a turn above {MOST_OF_A_TURN:.0f} ms")
    print(f"(a fixed loop takes {slowness():.1f} times as long as on a quiet machine)")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
