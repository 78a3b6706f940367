"""A batch goes out as a workbook or a package and comes back; lists and forms are written to sign."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu

from app.review.exchange import package, workbook_in, workbook_out
from app.review.exchange.faults import Conflict
from app.review.exchange.workbook_in import CheckedWorkbook, ImportedWorkbook
from app.review.papers.forms import write_batch_form
from app.review.papers.lists import PAPER_TERMS, Paper, write_paper
from app.store.reviews import Batch
from app.ui.desk import Topic
from app.ui.language import tr
from app.ui.review.import_dialog import ImportDialog
from app.ui.review.rounds import RoundsPage
from app.ui.review.rounds_table import batch_name
from app.ui.room import Room

T = TypeVar("T")
DECIDED = frozenset({Topic.DECISIONS})
WORKBOOK, PACKAGE, DOCUMENT = "*.xlsx", "*.zip", "*.docx"
NO_CONFIRM = QFileDialog.Option.DontConfirmOverwrite
"""The use cases themselves refuse to write over a file."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import came to, whether of a workbook or of a package."""

    proposed: int
    already: int
    conflicts: tuple[Conflict, ...]


class ExchangeWork(QObject):
    """Joins the buttons of the leaf to export, import and papers."""

    def __init__(self, room: Room, page: RoundsPage) -> None:
        super().__init__(room)
        self._room = room
        self._desk = room.desk
        self._page = page
        page.export.clicked.connect(lambda: self._with(self._ask_export))
        page.form.clicked.connect(lambda: self._with(self._ask_form))
        page.take_in.clicked.connect(self._ask_import)
        page.send_back.clicked.connect(self._ask_decisions)
        menu = QMenu(page.papers)
        for paper, term in PAPER_TERMS.items():
            action = menu.addAction(tr(term) + "…")
            action.setObjectName(f"paper-{paper}")
            action.triggered.connect(lambda _=False, chosen=paper: self._ask_paper(chosen))
        page.papers.clicked.connect(
            lambda: menu.popup(page.papers.mapToGlobal(page.papers.rect().bottomLeft()))
        )

    def export(self, batch: Batch, path: Path) -> None:
        """Write a batch as the file's ending says: a workbook, or a package with the texts."""
        catalogue = self._desk.catalogue
        write = package.export_package if path.suffix.lower() == ".zip" else workbook_out.export_workbook
        self._written(lambda by: write(catalogue, batch.uuid, path, by=by), path)

    def take_in(self, path: Path) -> None:
        """Take in what came back: a package at once, a workbook after its check was looked at."""
        catalogue = self._desk.catalogue
        if path.suffix.lower() == ".zip":
            self._as_person(
                lambda by: package.merge_decisions(catalogue, path, by=by),
                lambda merged: self._tell(Taken(merged.proposed, merged.already, merged.conflicts)),
                title=tr("导入"),
            )
            return
        self._room.read(
            lambda _progress: workbook_in.check_workbook(catalogue, path),
            lambda checked: self._show_checked(path, checked),
        )

    def write_paper(self, paper: Paper, path: Path) -> None:
        """Write a list of the round that is shown."""
        catalogue, name = self._desk.catalogue, self._page.rounds.currentText() or None
        self._written(lambda _by: write_paper(catalogue, paper, path, round_name=name), path)

    def _ask_export(self, batch: Batch) -> None:
        kinds = ";;".join((tr("表格") + f" ({WORKBOOK})", tr("审查包（带全文）") + f" ({PACKAGE})"))
        if path := self._new_file(tr("导出这一批"), f"{_safe(batch_name(batch))}.xlsx", kinds):
            self.export(batch, path)

    def _ask_form(self, batch: Batch) -> None:
        catalogue = self._desk.catalogue
        suggested = f"{_safe(batch_name(batch))} {tr('审查表')}.docx"
        if path := self._new_file(tr("批次审查表"), suggested, f"Word ({DOCUMENT})"):
            self._written(lambda _by: write_batch_form(catalogue, batch.uuid, path), path)

    def _ask_paper(self, paper: Paper) -> None:
        term = tr(PAPER_TERMS[paper])
        if path := self._new_file(term, f"{term}.xlsx", f"Excel ({WORKBOOK});;Word ({DOCUMENT})"):
            self.write_paper(paper, path)

    def _ask_decisions(self) -> None:
        catalogue = self._desk.catalogue
        if path := self._new_file(tr("导出审查结果"), f"{tr('审查结果')}.zip", f"ZIP ({PACKAGE})"):
            self._written(lambda by: package.export_decisions(catalogue, path, by=by), path)

    def _ask_import(self) -> None:
        kinds = tr("填好的表格或审查结果") + f" ({WORKBOOK} {PACKAGE})"
        found, _kind = QFileDialog.getOpenFileName(self._room, tr("导入"), "", kinds)
        if found:
            self.take_in(Path(found))

    def _show_checked(self, path: Path, checked: CheckedWorkbook) -> None:
        dialog = ImportDialog(checked, self._room)
        catalogue = self._desk.catalogue

        def done(made: ImportedWorkbook) -> None:
            dialog.accept()
            self._tell(Taken(made.proposed, made.already, made.conflicts))

        dialog.wanted.connect(
            lambda: self._as_person(
                lambda by: workbook_in.import_workbook(catalogue, path, by=by), done, title=tr("导入")
            )
        )
        dialog.open()

    def _tell(self, taken: Taken) -> None:
        self._desk.changed.emit(DECIDED)
        told = tr("已送审 {count} 件，此前已导入 {known} 件。", count=taken.proposed, known=taken.already)
        lines = [f"《{each.title}》{each.message}" for each in taken.conflicts[:3]]
        rest = ""
        if taken.conflicts:
            rest = tr("{count} 件须由人决定：{lines}", count=len(taken.conflicts), lines="；".join(lines))
        self._desk.told.emit(told, rest)

    def _written(self, write: Callable[[str], int | None], path: Path) -> None:
        def done(count: int | None) -> None:
            self._desk.told.emit(tr("已写“{name}”，{count} 件。", name=path.name, count=count or 0), "")

        self._as_person(write, done, title=tr("导出"))

    def _new_file(self, title: str, name: str, kinds: str) -> Path | None:
        found, kind = QFileDialog.getSaveFileName(self._room, title, name, kinds, options=NO_CONFIRM)
        return with_suffix(Path(found), kind) if found else None

    def _with(self, act: Callable[[Batch], None]) -> None:
        if self._page.batch is not None:
            act(self._page.batch)

    def _as_person(self, act: Callable[[str], T], on_success: Callable[[T], None], *, title: str) -> None:
        self._desk.act(lambda by, _progress: act(by), self._room, on_success, title=title)


def with_suffix(path: Path, kind: str) -> Path:
    """The file with the ending of the chosen kind, where the name has none of ours."""
    known = {pattern.removeprefix("*") for pattern in (WORKBOOK, PACKAGE, DOCUMENT)}
    chosen = next((suffix for suffix in known if f"*{suffix}" in kind), "")
    if not chosen or path.suffix.lower() == chosen:
        return path
    return path.with_suffix(chosen) if path.suffix.lower() in known else path.with_name(path.name + chosen)


def _safe(name: str) -> str:
    return "".join("_" if each in '\\/:*?"<>|' else each for each in name)
