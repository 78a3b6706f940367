"""The inventory (底数) as one object, for other programs: the ``export`` of the command line."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from app.classify.records import suggestion_record
from app.domain.document import LIST_ELEMENTS, ElementName, MemberRole
from app.domain.review import Determination
from app.domain.source import FileStatus
from app.inventory.completeness import Completeness, completeness
from app.store import determinations, documents, holdings, queries, registers, suggestions
from app.store.catalogue import Catalogue, Reading
from app.store.many_rows import pages
from app.store.queries import DocumentFilter, DocumentOrder, FileRow
from app.store.registers import StoredRegister


def inventory(catalogue: Catalogue) -> dict[str, Any]:
    """Everything that is held: roots, documents with their files, and what could not be read."""
    complete = completeness(catalogue)
    with catalogue.read() as connection:
        return {
            "roots": [
                {"id": root.uuid, "label": root.label, "path": root.path}
                for root in holdings.roots(connection)
            ],
            "documents": list(_documents(connection)),
            **completeness_record(complete),
            "quarantined": [
                file.path for file in queries.files_with_status(connection, FileStatus.QUARANTINED)
            ],
            "failed": {file.path: file.failure_kind for file in queries.problem_files(connection)},
            "registers": [_register(connection, one) for one in registers.all_registers(connection)],
            "skipped": [file.path for file in queries.files_with_status(connection, FileStatus.SKIPPED)],
        }


def _register(connection: Reading, register: StoredRegister) -> dict[str, Any]:
    """A register with the document that each of its rows tells of."""
    rows = registers.rows_with_documents(connection, register.path)
    return {"path": register.path, "rows": [{"row": row, "document": uuid} for row, uuid in rows]}


def completeness_record(found: Completeness) -> dict[str, Any]:
    """Gaps and duplicates of document numbers, the reasons recorded, numbers cited but not held, coverage."""
    return {
        "gaps": [
            {
                "body": gap.body,
                "series": gap.series,
                "year": gap.year,
                "numbers": list(gap.numbers),
                "explained": [
                    {"number": one.serial, "reason": one.reason, "note": one.note, "by": one.by, "at": one.at}
                    for one in found.explained
                    if (one.series, one.year) == (gap.series, gap.year)
                ],
            }
            for gap in found.gaps
        ],
        "duplicate_numbers": [
            {"document_number": item.document_number, "documents": list(item.documents)}
            for item in found.duplicates
        ],
        "cited_not_held": [asdict(item) for item in found.cited],
        "coverage": [asdict(item) for item in found.coverage],
        "register_coverage": [asdict(item) for item in found.registers],
        "unregistered": found.unregistered,
    }


def _documents(connection: Reading) -> Iterator[dict[str, Any]]:
    ids = queries.document_ids(connection, DocumentFilter(), DocumentOrder.OLDEST)
    for page in pages(ids):
        yield from _page(connection, page)


def _page(connection: Reading, ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    rows = queries.document_rows(connection, ids)
    elements = documents.effective_elements_of(connection, ids)
    suggested = suggestions.current_suggestions(connection, ids)
    in_force = determinations.in_force_of(connection, ids)
    files = queries.files_of_documents(connection, ids)
    for each in ids:
        values = {name: found.element.value for name, found in elements[each].items()}
        yield {
            "id": rows[each].uuid,
            **{name.value: _value(values, name) for name in _EXPORTED},
            "role": rows[each].role,
            "applicability": rows[each].applicability,
            "disclosure_attribute": rows[each].attribute,
            "determination": _determination(in_force[each]) if each in in_force else None,
            "suggestion": suggestion_record(suggested[each][1]) if each in suggested else None,
            "master": next((file.path for file in files[each] if file.role == MemberRole.MASTER), None),
            "files": [_file(file) for file in files[each]],
        }


_EXPORTED = (
    ElementName.TITLE,
    ElementName.DOCUMENT_NUMBER,
    ElementName.ISSUING_BODY,
    ElementName.DATED_ON,
    ElementName.GENRE,
    ElementName.MAIN_RECIPIENTS,
    ElementName.DISCLOSURE_MARK,
)


def _value(values: dict[ElementName, str | tuple[str, ...]], name: ElementName) -> str | list[str] | None:
    value = values.get(name)
    if name in LIST_ELEMENTS:
        return list(value or ())
    return value if isinstance(value, str) else None


def _file(file: FileRow) -> dict[str, Any]:
    return {
        "root": file.root,
        "path": file.path,
        "role": file.role,
        "format": file.format,
        "sha256": file.sha256,
    }


def _determination(made: Determination) -> dict[str, Any]:
    return {
        "id": made.uuid,
        "state": made.state,
        "basis": list(made.decision.basis),
        "reason": made.decision.reason,
        "identity_proven": made.is_proven,
        "signatures": [{"person": s.person, "act": s.act, "at": s.at} for s in made.signatures],
    }
