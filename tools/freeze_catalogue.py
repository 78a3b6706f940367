"""Store a small worked-on catalogue of the present edition under ``tests/old_catalogues``.

    .venv/bin/python -m tools.freeze_catalogue

Before the first release the tables still change, and this command follows them. With a release its
file is frozen: later editions add a step under ``app/store/migrations/versions`` and a file of their
own; ``--force`` is then only for whoever knows that no catalogue of that edition exists anywhere.
"""

import argparse
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from app import __version__
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import ElementName
from app.domain.people import PersonRole
from app.domain.review import Decision
from app.inventory.correct import correct_element
from app.review import decide, people
from app.store.catalogue import Catalogue, create_catalogue
from app.store.schema import head_edition
from tests.catalogues import add_document

FOLDER = Path(__file__).parents[1] / "tests" / "old_catalogues"
PAGE_BYTES = 512
PROPOSER, APPROVER, PIN = "王示例", "李复核", "2468"
DOCUMENTS, DECIDED = 5, 2


def freeze(target: Path) -> None:
    """Write the file, with small pages so that it takes little room in the repository."""
    with tempfile.TemporaryDirectory() as place:
        with create_catalogue(
            Path(place) / "c", office="临湖县人民政府办公室", fonds_code="Z001", by="系统"
        ) as made:
            work_on(made)
        with closing(sqlite3.connect(Path(place) / "c" / "catalogue.db")) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute(f"PRAGMA page_size={PAGE_BYTES}")
            connection.execute("VACUUM")
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((Path(place) / "c" / "catalogue.db").read_bytes())


def work_on(catalogue: Catalogue) -> None:
    """What an office leaves behind: documents, a correction, two persons, decisions, a backup's setting."""
    uuids = [
        add_document(catalogue, f"关于第{number}号河道清淤的通知", number=f"临政办发〔2015〕{number}号")
        for number in range(1, DOCUMENTS + 1)
    ]
    people.add_person(catalogue, PROPOSER, {PersonRole.REVIEWER}, by=PROPOSER)
    people.add_person(catalogue, APPROVER, {PersonRole.APPROVER}, by=PROPOSER)
    people.set_pin(catalogue, APPROVER, PIN, by=APPROVER)
    for uuid in uuids[:DECIDED]:
        decision = Decision(DisclosureAttribute.PROACTIVE, ("A-20-1",), "属于规范性文件")
        decide.propose(catalogue, uuid, decision, by=PROPOSER)
        decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    correct_element(catalogue, uuids[-1], ElementName.GENRE, "通报", by=PROPOSER)


def main() -> int:
    """Freeze the present edition."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--force", action="store_true", help="replace the file of a released edition")
    given = parser.parse_args()
    target = FOLDER / f"{head_edition()}.db"
    if not __version__.startswith("0.") and target.exists() and not given.force:
        sys.stderr.write(f"{target.name} belongs to a released edition: add a migration step instead\n")
        return 1
    freeze(target)
    sys.stdout.write(f"{target} {target.stat().st_size} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
