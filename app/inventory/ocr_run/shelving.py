"""Putting a recognised scan on the shelf: its text, its elements, its document and the index."""

from app.inventory.process import Processed
from app.inventory.recognise import Office, role_and_applicability
from app.store import documents, fulltext, grouping, holdings, ocr_pages, queries
from app.store.catalogue import Unit


def put_recognised(unit: Unit, content_id: int, processed: Processed, office: Office) -> None:
    """Write what was made of a scan in place of what its reader had found."""
    extraction, recognition, sketch = processed.extraction, processed.recognition, processed.sketch
    assert extraction is not None
    assert recognition is not None
    assert sketch is not None
    assert processed.sha256 is not None
    holdings.put_content(
        unit.connection, processed.sha256, processed.size or 0, extraction, recognition, unit.at
    )
    grouping.put_sketch(unit.connection, content_id, sketch)
    ocr_pages.finish(unit.connection, content_id, unit.at)
    document_id = documents.document_of_content(unit.connection, content_id)
    subject = "ocr"
    if document_id is not None:
        if documents.is_read_from(unit.connection, document_id, content_id):
            role, applicability = role_and_applicability(recognition, office)
            documents.set_role(unit.connection, document_id, role, applicability)
        documents.refresh(unit.connection, document_id)
        subject = queries.document_row(unit.connection, document_id).uuid
    fulltext.index_content(unit.connection, content_id)
    unit.record(subject)
