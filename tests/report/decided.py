"""A catalogue of the sample archive in which every proposal was approved as it stands."""

from pathlib import Path

from app import cli
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.people import PersonRole
from app.domain.review import Decision
from app.errors import AppError
from app.review import people
from app.review.decide import approve, propose
from app.store import queries, suggestions
from app.store.catalogue import Catalogue, open_catalogue

OFFICE = "临湖县人民政府办公室"
REVIEWER, APPROVER = "王示例", "李复核"


def decided_sample(archive: Path, folder: Path) -> None:
    """Ingest, group, classify and decide; the catalogue stands in ``folder`` afterwards."""
    assert cli.run(["new", str(folder), "--office", OFFICE, "--fonds", "Z109", "--by", "系统"]) == 0
    assert cli.run(["ingest", str(folder), str(archive), "--ocr", "off"]) == 1
    assert cli.run(["group", str(folder)]) == 0
    assert cli.run(["classify", str(folder)]) == 0
    with open_catalogue(folder) as catalogue:
        people.add_person(catalogue, REVIEWER, {PersonRole.REVIEWER}, by="系统")
        people.add_person(catalogue, APPROVER, {PersonRole.APPROVER}, by="系统")
        for uuid, decision in _decisions(catalogue):
            try:
                propose(catalogue, uuid, decision, by=REVIEWER)
            except AppError:
                continue  # the proposal needs what only a person can give
            approve(catalogue, uuid, by=APPROVER, pin=None)


def _decisions(catalogue: Catalogue) -> list[tuple[str, Decision]]:
    found = []
    with catalogue.read() as connection:
        ids = queries.document_ids(connection, queries.DocumentFilter(), queries.DocumentOrder.OLDEST)
        for row in queries.document_rows(connection, ids).values():
            current = suggestions.current_suggestion(connection, row.id)
            if current is None or row.applicability is not Applicability.OURS:
                continue
            made = current[1]
            if made.attribute is not DisclosureAttribute.UNDETERMINED:
                found.append((row.uuid, Decision(made.attribute, made.basis, "依建议认定")))
    return found
