"""Everything a reader shows of one document, read in one short transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.disclosure import Finding, Suggestion
from app.domain.document import ElementName
from app.domain.grouping import RelationKind
from app.domain.review import Determination
from app.domain.source import FileFormat
from app.review.judging import Shown
from app.store import determinations, documents, queries, relatives, suggestions
from app.store.catalogue import Reading
from app.store.documents import CorrectedElement
from app.store.queries import DocumentRow, FileRow
from app.ui.reader.marks import without_line_ends

MOST_NEIGHBOURS = 20
MOST_CHARACTERS = 200_000
"""So much of a very long text is shown."""

DRAWN = frozenset(
    {
        FileFormat.PDF,
        FileFormat.OFD,
        FileFormat.TIF,
        FileFormat.JPG,
        FileFormat.PNG,
        FileFormat.BMP,
        FileFormat.GIF,
    }
)
"""Formats whose pages can be shown; OFD as they are when they are scans, else text at its places."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another document and what it has to do with this one."""

    kind: RelationKind
    row: DocumentRow


@dataclass(frozen=True, slots=True)
class Record:
    """One document with its text, elements, findings, suggestion, determinations and files.

    ``shown``: what a decision depends on, handed back with it so that a change since then is noticed.
    ``flowing``: the text as it is to be read; taken off pages, it has lost the ends of their lines.
    """

    row: DocumentRow
    text: str
    elements: dict[ElementName, CorrectedElement]
    findings: tuple[Finding, ...]
    suggestion: Suggestion | None
    retention: tuple[str, str] | None
    live: Determination | None
    history: tuple[Determination, ...]
    files: tuple[FileRow, ...]
    shown: Shown
    neighbours: tuple[Neighbour, ...] = ()
    flowing: str = ""


def load(connection: Reading, document_id: int) -> Record:
    """Read one document."""
    row = queries.document_row(connection, document_id)
    content = row.master_content_id
    suggested = suggestions.current_suggestion(connection, document_id)
    edition = suggested[1].rule_edition if suggested else ""
    contents = determinations.contents_digest(connection, document_id)
    text = queries.text_of(connection, content) if content is not None else ""
    files = tuple(queries.files_of(connection, document_id))
    return Record(
        row=row,
        text=text,
        flowing=_flowing(text, files),
        elements=documents.effective_elements(connection, document_id),
        findings=suggestions.findings_of(connection, content) if content is not None else (),
        suggestion=suggested[1] if suggested else None,
        retention=suggestions.retention_of(connection, document_id),
        live=determinations.live(connection, document_id),
        history=tuple(determinations.history(connection, document_id)),
        files=files,
        neighbours=_neighbours(connection, document_id),
        shown=Shown(contents, edition, row.attribute, row.review_state),
    )


def _flowing(text: str, files: Sequence[FileRow]) -> str:
    is_of_pages = bool(files) and files[0].format in DRAWN
    return without_line_ends(text[:MOST_CHARACTERS]) + text[MOST_CHARACTERS:] if is_of_pages else text


def _neighbours(connection: Reading, document_id: int) -> tuple[Neighbour, ...]:
    found = relatives.related(connection, document_id, list(RelationKind))[:MOST_NEIGHBOURS]
    rows = queries.document_rows(connection, [one.document_id for one in found])
    return tuple(Neighbour(one.kind, rows[one.document_id]) for one in found if one.document_id in rows)
