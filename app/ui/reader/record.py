"""Everything a reader shows of one document, read in one short transaction."""

from dataclasses import dataclass

from app.domain.disclosure import Finding, Suggestion
from app.domain.document import ElementName
from app.domain.review import Determination
from app.store import determinations, documents, queries, suggestions
from app.store.catalogue import Reading
from app.store.documents import CorrectedElement
from app.store.queries import DocumentRow, FileRow


@dataclass(frozen=True, slots=True)
class Record:
    """One document with its text, elements, findings, suggestion, determinations and files."""

    row: DocumentRow
    text: str
    elements: dict[ElementName, CorrectedElement]
    findings: tuple[Finding, ...]
    suggestion: Suggestion | None
    retention: tuple[str, str] | None
    live: Determination | None
    history: tuple[Determination, ...]
    files: tuple[FileRow, ...]


def load(connection: Reading, document_id: int) -> Record:
    """Read one document."""
    row = queries.document_row(connection, document_id)
    content = row.master_content_id
    suggested = suggestions.current_suggestion(connection, document_id)
    return Record(
        row=row,
        text=queries.text_of(connection, content) if content is not None else "",
        elements=documents.effective_elements(connection, document_id),
        findings=suggestions.findings_of(connection, content) if content is not None else (),
        suggestion=suggested[1] if suggested else None,
        retention=suggestions.retention_of(connection, document_id),
        live=determinations.live(connection, document_id),
        history=tuple(determinations.history(connection, document_id)),
        files=tuple(queries.files_of(connection, document_id)),
    )
