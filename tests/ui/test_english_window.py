"""Every screen of the sample archive in the English window: no Chinese but what documents and persons wrote."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTabBar,
    QTreeWidget,
    QWidget,
)

from app.report.annual import form_tables
from app.store import people, reviews, searches
from app.store.catalogue import open_catalogue
from app.ui import application, language, theme
from app.ui.memory import Memory
from app.ui.start import sample
from app.ui.start.screen import StartScreen
from app.ui.widgets.badge import GLYPHS
from tests.conftest import SampleArchive
from tools import screenshots

HAN = re.compile("[\u4e00-\u9fff]")
QUOTED = re.compile('"[^"]*"|“[^”]*”|《[^》]*》|（[^）]*）|〔[^〕]*〕\\d+号?|\\S+·\\S+')
"""What is quoted is a document's; an article of law has its Chinese title behind the English one; archival codes."""

OF_DOCUMENTS = (
    "readerTitle",
    "readerSubtitle",
    "element-",
    "neighbourTitle",
    "neighbourFacts",
    "fileName",
    "fileFacts",
    "waiting",
    "approvalSummary",
    "precedent",
    "differences",
    "sampleQueue",
    "samples",
    "jobLines",
    "groupMembers",
    "quarantined",
    "queryExample",
    "annualTabs",
    "annualTable",
    "auditEntry",
    "look-language",
    "table-report-annual",
)
"""Beginnings of the object names of what shows documents, their files and decisions, queries as they are typed, or the
tables of the State Council's form for the annual report.
"""
OF_QT = (QLineEdit, QTabBar, QAbstractItemView)
"""Buttons inside these are Qt's own."""


@pytest.fixture(scope="module")
def catalogue(sample_archive: SampleArchive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = sample.make(sample_archive.folder, tmp_path_factory.mktemp("english"))
    room = tmp_path_factory.mktemp("walk")
    return screenshots.prepared(made, room)


def names_in(catalogue: Path) -> list[str]:
    """What persons called things: themselves, their office, rounds, searches; and the State Council its form."""
    with open_catalogue(catalogue) as opened, opened.read() as connection:
        found = [person.name for person in people.everyone(connection)]
        found += [one.name for one in searches.saved_searches(connection)]
        found += [batch.round_name for batch in reviews.batches(connection)]
        found.append(opened.settings()["office"])
    found += [form.title for form in form_tables()]
    return sorted(found, key=len, reverse=True)


def texts_of(widget: QWidget) -> Iterator[str]:
    """What a widget says by itself; cells of lists are data, their heads are not."""
    for kind, read in TEXTS.items():
        if isinstance(widget, kind):
            yield from read(widget)
    yield widget.toolTip()
    yield widget.accessibleName()
    if widget.isWindow():
        yield widget.windowTitle()


def heads_of(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if model is not None and header.orientation() is Qt.Orientation.Horizontal:
        for number in range(model.columnCount()):
            yield str(model.headerData(number, Qt.Orientation.Horizontal) or "")


def cells_of(tree: QTreeWidget) -> Iterator[str]:
    for item in map(tree.topLevelItem, range(tree.topLevelItemCount())):
        yield from map(item.text, range(item.columnCount()))


TEXTS: dict[type[QWidget], Callable[[Any], Iterable[str]]] = {
    QLabel: lambda label: [label.text()],
    QAbstractButton: lambda button: [button.text()],
    QLineEdit: lambda field: [field.placeholderText()],
    QPlainTextEdit: lambda field: [field.placeholderText(), field.toPlainText()],
    QComboBox: lambda box: map(box.itemText, range(box.count())),
    QTabBar: lambda bar: map(bar.tabText, range(bar.count())),
    QListWidget: lambda items: (items.item(number).text() for number in range(items.count())),
    QHeaderView: heads_of,
    QTreeWidget: cells_of,
}


def is_of_documents(widget: QWidget) -> bool:
    """Whether a widget, or the list whose head it is, shows what others wrote."""
    parent = widget.parentWidget()
    names = (widget.objectName(), parent.objectName() if parent is not None else "")
    return any(name.startswith(OF_DOCUMENTS) for name in names)


def chinese_in(screen: QWidget, names: list[str]) -> Iterator[str]:
    for widget in visible_in(screen):
        for text in () if is_of_documents(widget) else texts_of(widget):
            rest = QUOTED.sub("", text)
            for name in (*names, *GLYPHS.values()):
                rest = rest.replace(name, "")
            if HAN.search(rest):
                yield f"{type(widget).__name__} {widget.objectName()} {text[:60]!r}"


def nameless_in(screen: QWidget) -> Iterator[str]:
    """Buttons with an icon alone that do not say what they do."""
    for widget in visible_in(screen):
        if not isinstance(widget, QAbstractButton) or widget.text() or isinstance(widget.parent(), OF_QT):
            continue
        if widget.findChild(QLabel) is not None or widget.parent().objectName() == "empty":
            continue  # it says what it leads to; the picture of an empty list is no button
        if not (widget.toolTip() and widget.accessibleName()):
            yield f"{type(widget).__name__} {widget.objectName()} has no name or no tip"


def visible_in(screen: QWidget) -> list[QWidget]:
    return [screen, *(each for each in screen.findChildren(QWidget) if each.isVisibleTo(screen))]


def test_every_screen_is_english(
    qapp: QApplication, catalogue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screenshots, "MILLISECONDS_TO_SETTLE", 60)
    memory = Memory(QSettings(str(tmp_path / "memory.ini"), QSettings.Format.IniFormat))
    memory.put("look/language", language.ENGLISH)
    memory.put(f"person/{catalogue}", screenshots.PERSON)
    names = names_in(catalogue)
    application.dress(qapp, memory)
    start = StartScreen(memory)
    start.show()
    walked, found = 0, []
    try:
        for name, screen in screenshots.screens(start, catalogue):
            walked += 1
            found += [f"{name}: {each}" for each in (*chinese_in(screen, names), *nameless_in(screen))]
            if isinstance(screen, QDialog):
                screen.close()
                screen.deleteLater()
    finally:
        if start.window is not None:
            start.window.close()
            start.window.deleteLater()
        start.view.deleteLater()
        start.stop()
        language.use(language.CHINESE)
        theme.apply(qapp, "light")
    assert not found, "\n".join(dict.fromkeys(found))
    assert walked > 45
