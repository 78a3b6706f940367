"""Papers of what has been numbered: catalogues for a receiver or to be signed, the note in a box, the public list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.transfer import TransferItem
from app.errors import AppError
from app.formats.write.forms import Form, write_form
from app.formats.write.loss import CellLoss
from app.formats.write.pdf import write_pdf
from app.store.catalogue import Catalogue
from app.transfer.catalogue_files import write_catalogue
from app.transfer.catalogue_rows import CatalogueRows, catalogue_rows
from app.transfer.forms import BoxNote, box_note, signing_table
from app.transfer.hand_over import context_of
from app.transfer.numbering import catalogue_order
from app.transfer.profile import profile_of
from app.transfer.public_list import PublicList, public_list, write_public_list
from app.transfer.select import numbered_items, transferred_items
from app.transfer.templates import CatalogueFormat, Template

PDF = "pdf"
"""A format every template has besides its own: laid out to be signed."""


@dataclass(frozen=True, slots=True)
class WrittenCatalogue:
    """A catalogue that was written, what was found in its rows, and what the format could not hold."""

    path: Path
    rows: CatalogueRows
    losses: tuple[CellLoss, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing asks for a person."""
        return not self.rows.blocking and not self.losses


def in_order(catalogue: Catalogue) -> list[TransferItem]:
    """Every numbered item, in the order of catalogues."""
    return sorted(numbered_items(catalogue, profile_of(catalogue)), key=catalogue_order)


def write_numbered(
    catalogue: Catalogue, template: Template, folder: Path, wanted: str, *, by: str
) -> WrittenCatalogue:
    """Write the catalogue of all numbered items into a folder, in a format of its template or as ``pdf``.

    Raises:
        AppError: the template does not know the format, or no PDF can be made here.
        OSError: the folder cannot be written.
    """
    profile = profile_of(catalogue)
    rows = catalogue_rows(template, in_order(catalogue), context_of(profile, by))
    folder.mkdir(parents=True, exist_ok=True)
    if wanted == PDF:
        path = folder / f"{template.file_name}.pdf"
        write_pdf(path, signing_table(rows, caption=profile.fonds_name))
        return WrittenCatalogue(path, rows)
    path, losses = write_catalogue(rows, folder, CatalogueFormat(wanted))
    return WrittenCatalogue(path, rows, losses)


def note_in_box(
    items: Sequence[TransferItem],
    codes: tuple[str, str],
    *,
    by: str,
    condition: str = "",
    checked_by: str = "",
) -> tuple[str, Form]:
    """盒内备考表 of the items from the first to the last of two codes: what it states, and the form.

    Raises:
        AppError: one of the codes is none of these, or they stand in the wrong order.
    """
    today = date.today().isoformat()
    inside = _between(items, *codes)
    told = f"盒内共 {len(inside)} 件，{sum(item.page_count or 0 for item in inside)} 页。{condition}"
    return told, box_note(BoxNote(told, by, today, checked_by, today if checked_by else ""))


def write_paper(path: Path, form: Form) -> None:
    """Write a form as PDF or, with any other ending, as a Word document.

    Raises:
        AppError: no PDF can be made here.
        OSError: the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    (write_pdf if path.suffix.lower() == f".{PDF}" else write_form)(path, form)


def write_public(
    catalogue: Catalogue, folder: Path, *, by: str, with_on_request: bool = False
) -> tuple[PublicList, Sequence[Path]]:
    """已移交信息的可公开部分目录 as a spreadsheet and a web page.

    Raises:
        OSError: the folder cannot be written.
    """
    profile = profile_of(catalogue)
    items = transferred_items(catalogue, profile)
    made = public_list(items, context_of(profile, by), with_on_request=with_on_request)
    folder.mkdir(parents=True, exist_ok=True)
    return made, write_public_list(made, folder, profile.fonds_name)


def _between(items: Sequence[TransferItem], first: str, last: str) -> Sequence[TransferItem]:
    codes = [item.archival_code for item in items]
    if first not in codes or last not in codes[codes.index(first) :]:
        raise AppError("起止档号不在已编号的文件中，或次序颠倒。", "请照已编号的目录核对起止档号。")
    return items[codes.index(first) : codes.index(last) + 1]
