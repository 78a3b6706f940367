"""A copy of the demo's catalogue in which there is everything that a picture or a test of the window wants to show."""

import shutil
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

from sqlalchemy import insert

from app.domain.review import ReviewState
from app.store import queries
from app.store.catalogue import open_catalogue
from app.store.queries import DocumentFilter
from app.store.tables.grouping import relation

PERSON = "王示例"


def prepared(catalogue: Path, room: Path) -> Path:
    """A copy in which two documents contradict each other; the sample archive has no such pair of its own."""
    copy = room / catalogue.name
    shutil.copytree(catalogue, copy)
    shutil.copytree(catalogue.parent / "transfer", room / "transfer")
    with open_catalogue(copy) as opened, opened.write(by=PERSON, action="group.relations") as unit:
        approved = DocumentFilter(review_state=ReviewState.APPROVED)
        rows = queries.document_rows(unit.connection, queries.document_ids(unit.connection, approved))
        letters = [row for row in rows.values() if row.document_number and row.genre]
        pairs = [
            (a, b)
            for a, b in combinations(letters, 2)
            if a.attribute is not b.attribute and a.title != b.title and a.genre == b.genre
        ]
        one, other = max(pairs, key=lambda pair: SequenceMatcher(None, pair[0].title, pair[1].title).ratio())
        made = {"document_id": one.id, "other_id": other.id, "kind": "near_duplicate", "similarity": 0.93}
        unit.connection.execute(insert(relation).values(**made))
        unit.record(one.uuid, [])
        unit.commit()
    return copy
