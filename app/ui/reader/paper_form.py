"""公开属性审查表 of one document as a file to be signed."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.progress import Progress
from app.ui.language import tr
from app.ui.reader.record import Record
from app.ui.room import Room


def ask_form(room: Room, record: Record) -> None:
    """Ask for a file name and write the form there."""
    name = f"{record.row.document_number or record.row.title}.docx"
    safe = "".join("_" if each in '\\/:*?"<>|' else each for each in name)
    options = QFileDialog.Option.DontConfirmOverwrite
    found, _kind = QFileDialog.getSaveFileName(
        room, tr("公开属性审查表"), safe, "Word (*.docx)", options=options
    )
    if found:
        write_form(room, record, Path(found))


def write_form(room: Room, record: Record, path: Path) -> None:
    """Write the form with the latest decision on a document."""
    catalogue = room.desk.catalogue

    def work(_progress: Progress) -> None:
        from app.review.papers.forms import write_document_form

        write_document_form(catalogue, record.row.uuid, path)

    room.write(
        work,
        lambda _none: room.desk.told.emit(tr("已写“{name}”。", name=path.name), ""),
    )
