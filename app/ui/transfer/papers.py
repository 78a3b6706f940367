"""Catalogues and forms of what has been numbered: asked for in a menu, written in the background."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QPushButton

from app.domain.transfer import TransferItem
from app.errors import AppError
from app.progress import Progress
from app.transfer import papers
from app.transfer.papers import WrittenCatalogue
from app.transfer.public_list import PublicList
from app.transfer.templates import Template
from app.ui.language import tr
from app.ui.room import Room
from app.ui.transfer.paper_dialogs import (
    BoxNoteDialog,
    BoxWish,
    CatalogueDialog,
    CatalogueWish,
    PublicListDialog,
)

T = TypeVar("T")
MOST_TOLD = 3


class PapersWork(QObject):
    """Fills the menu of a button; ``templates`` are those the desk knows."""

    def __init__(self, room: Room, opener: QPushButton) -> None:
        super().__init__(room)
        self._room = room
        self._desk = room.desk
        self.templates: Mapping[str, Template] = {}
        self.menu = QMenu(opener)
        for name, title, ask in (
            ("exportCatalogue", tr("已编号公文的目录…"), self.ask_catalogue),
            ("boxNote", tr("盒内备考表…"), self.ask_box_note),
            ("publicList", tr("已移交信息的可公开目录…"), self.ask_public_list),
        ):
            action = self.menu.addAction(title)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked=False, ask=ask: ask())
        opener.clicked.connect(lambda: self.menu.popup(opener.mapToGlobal(opener.rect().bottomLeft())))

    def ask_catalogue(self) -> None:
        """Ask by which template and as what the numbered items are to be listed."""

        def show(items: Sequence[TransferItem]) -> None:
            dialog = CatalogueDialog(len(items), self.templates, self._room)
            dialog.wanted.connect(self.write_catalogue)
            dialog.open()

        self._with_items(show)

    def ask_box_note(self) -> None:
        """Ask which items lie in the box."""

        def show(items: Sequence[TransferItem]) -> None:
            dialog = BoxNoteDialog(tuple(item.archival_code for item in items), self._room)
            dialog.wanted.connect(lambda wish: self.write_box_note(items, wish))
            dialog.open()

        self._with_items(show)

    def ask_public_list(self) -> None:
        """Ask where the list for the public is to stand."""
        dialog = PublicListDialog(self._room)
        dialog.wanted.connect(self.write_public_list)
        dialog.open()

    def write_catalogue(self, wish: CatalogueWish) -> None:
        """Write a catalogue, and say what in it asks for a person."""
        catalogue = self._desk.catalogue

        def done(written: WrittenCatalogue) -> None:
            lines = [f"{one.column}：{one.message}" for one in written.rows.findings]
            lines += [f"{loss.column}：{loss.reason}" for loss in written.losses]
            self._tell(
                tr("已写“{name}”，{count} 件。", name=written.path.name, count=len(written.rows.rows)), lines
            )

        self._write(
            lambda by: papers.write_numbered(catalogue, wish.template, wish.folder, wish.wanted, by=by),
            done,
            tr("导出目录"),
        )

    def write_box_note(self, items: Sequence[TransferItem], wish: BoxWish) -> None:
        """Write the note that lies in a box."""

        def work(by: str) -> str:
            told, form = papers.note_in_box(
                items, wish.codes, by=by, condition=wish.condition, checked_by=wish.checked_by
            )
            papers.write_paper(wish.path, form)
            return told

        self._write(
            work, lambda told: self._desk.told.emit(f"{wish.path.name}　{told}", ""), tr("盒内备考表")
        )

    def write_public_list(self, folder: Path, with_on_request: bool) -> None:
        """Write the list for the public, and say what was held back."""
        catalogue = self._desk.catalogue

        def done(found: tuple[PublicList, Sequence[Path]]) -> None:
            made, paths = found
            told = tr(
                "已写“{name}”，列入 {count} 件，{left} 件不列。",
                name=paths[0].name,
                count=len(made.rows.rows),
                left=made.left_out_count,
            )
            self._tell(told, [f"{place.where} {place.message}" for place in made.held_back])

        self._write(
            lambda by: papers.write_public(catalogue, folder, by=by, with_on_request=with_on_request),
            done,
            tr("已移交信息的可公开目录"),
        )

    def _tell(self, told: str, lines: Sequence[str]) -> None:
        more = "；".join(dict.fromkeys(lines[:MOST_TOLD]))
        rest = tr("有 {count} 处请核对：{lines}", count=len(lines), lines=more) if lines else ""
        self._desk.told.emit(told, rest)

    def _with_items(self, show: Callable[[Sequence[TransferItem]], None]) -> None:
        catalogue = self._desk.catalogue

        def go(items: list[TransferItem]) -> None:
            if items:
                show(items)
            else:
                self._desk.told.emit(tr("还没有编定档号的公文。"), tr("在“可以移交”里生成移交包时编定档号。"))

        self._room.read(lambda _progress: papers.in_order(catalogue), go)

    def _write(self, act: Callable[[str], T], on_success: Callable[[T], None], title: str) -> None:
        def work(by: str, _progress: Progress) -> T:
            try:
                return act(by)
            except OSError as error:
                raise AppError(
                    "没有写成。", "请检查存放处是否可写、空间是否够，文件是否正被打开。"
                ) from error

        self._desk.act(work, self._room, on_success, title=title)
