"""One document with everything that is known of it."""

from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.disclosure import Finding, Suggestion
from app.domain.document import ElementName
from app.domain.review import Determination
from app.domain.source import Extraction
from app.store import codec, determinations, documents, queries, registers, suggestions
from app.store.documents import CorrectedElement
from app.store.queries import DocumentRow, FileRow
from app.store.registers import TellingRow


@dataclass(frozen=True, slots=True)
class DocumentDetail:
    """What the reader and the decision card show; the text is ``extraction.text``."""

    row: DocumentRow
    extraction: Extraction | None
    elements: dict[ElementName, CorrectedElement]
    findings: tuple[Finding, ...]
    suggestion: Suggestion | None
    retention: tuple[str, str] | None
    determinations: tuple[Determination, ...]
    files: tuple[FileRow, ...]
    register_rows: tuple[TellingRow, ...] = ()

    @property
    def text(self) -> str:
        """The text of the leading file; empty for a record on paper."""
        return self.extraction.text if self.extraction else ""


def of(connection: Connection, document_id: int) -> DocumentDetail:
    """Everything about the document with this id."""
    row = queries.document_row(connection, document_id)
    content_id = row.master_content_id
    current = suggestions.current_suggestion(connection, document_id)
    return DocumentDetail(
        row=row,
        extraction=extraction_of(connection, content_id) if content_id is not None else None,
        elements=documents.effective_elements(connection, document_id),
        findings=suggestions.findings_of(connection, content_id) if content_id is not None else (),
        suggestion=current[1] if current else None,
        retention=suggestions.retention_of(connection, document_id),
        determinations=tuple(determinations.history(connection, document_id)),
        files=tuple(queries.files_of(connection, document_id)),
        register_rows=tuple(registers.rows_of_document(connection, document_id)),
    )


def extraction_of(connection: Connection, content_id: int) -> Extraction | None:
    """What was read from a content."""
    for _, body, structure in suggestions.packed_texts(connection, [content_id]):
        return codec.unpack_extraction(codec.unpack_text(body), structure)
    return None
