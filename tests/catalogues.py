"""Catalogues filled without reading files: for tests and benches of what comes after ingest."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, func, select

from app.domain.disclosure import Finding
from app.domain.document import (
    LIST_ELEMENTS,
    Applicability,
    DocumentRole,
    Element,
    ElementName,
    Evidence,
    Origin,
    Recognition,
)
from app.domain.source import Extraction, FileFormat, FileStatus
from app.store import documents, fulltext, holdings, queries, runs, suggestions
from app.store.catalogue import Catalogue, create_catalogue, open_catalogue
from app.store.tables.holdings import document


@contextmanager
def copied(template: Path, folder: Path) -> Iterator[Catalogue]:
    """A copy of a closed catalogue, open."""
    shutil.copytree(template, folder)
    with open_catalogue(folder) as made:
        yield made


@contextmanager
def filling(folder: Path) -> Iterator[Connection]:
    """A new catalogue, written to by SQL in one act and closed."""
    with (
        create_catalogue(folder, office="临湖县档案馆", by="王芳") as made,
        made.write(by="王芳", action="test") as unit,
    ):
        yield unit.connection
        unit.record("test")
        unit.commit()


def add_document(
    catalogue: Catalogue,
    title: str = "临湖县人民政府办公室关于加强河道管理的通知",
    *,
    text: str | None = None,
    number: str | None = None,
    dated_on: str | None = "2015-03-07",
    body: str = "临湖县人民政府办公室",
    findings: tuple[Finding, ...] = (),
    role: DocumentRole = DocumentRole.OWN,
    applicability: Applicability = Applicability.OURS,
    **elements: str,
) -> str:
    """A document with one file; returns its UUID."""
    printed = {
        "title": title,
        "issuing_body": body,
        **({"document_number": number} if number else {}),
        **({"dated_on": dated_on} if dated_on else {}),
        **elements,
    }
    text = text if text is not None else "\n".join([*printed.values(), "请认真贯彻执行。"])
    extraction = Extraction(format=FileFormat.TXT, puid=None, text=text, reader="test 1")
    recognition = Recognition(
        elements={
            ElementName(name): _element(ElementName(name), value, text) for name, value in printed.items()
        },
        recogniser="test 1",
    )
    with catalogue.write(by="系统", action="test") as unit:
        content_id = _put(unit, extraction, recognition)
        document_id = documents.create_document(unit.connection, content_id, unit.at)
        documents.refresh(unit.connection, document_id)
        documents.set_role(unit.connection, document_id, role, applicability)
        suggestions.put_findings(unit.connection, {content_id: findings})
        fulltext.index_content(unit.connection, content_id)
        uuid = queries.document_row(unit.connection, document_id).uuid
        unit.record(uuid)
        unit.commit()
    return uuid


def _put(unit, extraction: Extraction, recognition: Recognition) -> int:
    run = runs.start(unit.connection, unit.at)
    count = unit.connection.scalar(select(func.count()).select_from(document))
    sha256 = hashlib.sha256(f"{count} {extraction.text}".encode()).hexdigest()
    content_id = holdings.put_content(
        unit.connection, sha256, len(extraction.text), extraction, recognition, unit.at
    )
    root = holdings.ensure_root(unit.connection, Path("/files"))
    path = f"{count}.txt"
    seen = holdings.SeenFile(root.id, path, path.encode(), len(extraction.text), 1)
    holdings.record_location(unit.connection, seen, FileStatus.OK, None, content_id, run.id, unit.at)
    return content_id


def _element(name: ElementName, value: str, text: str) -> Element:
    start = text.find(value)
    evidence = Evidence(start, start + len(value)) if start >= 0 else None
    return Element((value,) if name in LIST_ELEMENTS else value, value, Origin.PRINTED, 0.9, evidence, "test")
