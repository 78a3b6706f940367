"""Grouping all files of a catalogue into items (件), run after ingest.

Everything is decided anew from facts and persons' words, and only differences are written: a second run
changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.audit import Change
from app.domain.people import SYSTEM
from app.inventory.grouping.carrier import Carrier
from app.inventory.grouping.plan import Item, Plan, plan_items
from app.inventory.grouping.reading import read_all, read_given
from app.inventory.grouping.relations import relations_between
from app.inventory.grouping.writing import ItemWriter
from app.inventory.office import our_office
from app.progress import Progress
from app.store import grouping
from app.store.catalogue import Catalogue
from app.text.similarity import sketch_of

SKETCHES_AT_ONCE = 200
ITEMS_PER_COMMIT = 100


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """``files`` belong to ``items``; this run changed ``changed`` items and took ``merged`` documents
    into others; ``relations`` link items that persons should see together.
    """

    files: int
    items: int
    changed: int
    merged: int
    relations: int


def group(catalogue: Catalogue, progress: Progress, *, by: str = SYSTEM) -> GroupSummary:
    """Make one item of all files that are one document.

    Raises:
        Cancelled: the user asked to stop; items that were written stay, the next run goes on.
    """
    _sketch_missing(catalogue, progress, by)
    carriers, signatures = read_all(catalogue, progress)
    with catalogue.read() as connection:
        given = read_given(connection, carriers)
    plan = plan_items(carriers, signatures, given, progress)
    writer = ItemWriter(carriers, given.decided, our_office(catalogue))
    _write(catalogue, writer, plan.items, progress, by)
    relation_count = _relate(catalogue, plan, carriers, writer.homes, by)
    return GroupSummary(len(carriers), len(plan.items), writer.changed, writer.merged, relation_count)


def _sketch_missing(catalogue: Catalogue, progress: Progress, by: str) -> None:
    """Sketch texts that were taken in before sketches, or with other ones."""
    done = 0
    while True:
        with catalogue.read() as connection:
            texts = grouping.without_sketch(connection, SKETCHES_AT_ONCE)
        if not texts:
            return
        made = [(content_id, sketch_of(text)) for content_id, text in texts]
        with catalogue.write(by=by, action="group.sketch") as unit:
            for content_id, sketch in made:
                grouping.put_sketch(unit.connection, content_id, sketch)
            unit.record("sketch", [Change("texts", None, str(len(made)))])
            unit.commit()
        done += len(made)
        progress.step("比对正文", done)


def _write(
    catalogue: Catalogue, writer: ItemWriter, planned: Sequence[Item], progress: Progress, by: str
) -> None:
    pending = writer.pending(planned)
    for start in range(0, len(pending), ITEMS_PER_COMMIT):
        with catalogue.write(by=by, action="group.items") as unit:
            writer.write(unit, pending[start : start + ITEMS_PER_COMMIT])
            unit.commit()
        progress.step("写入归并结果", writer.changed, len(pending))


def _relate(
    catalogue: Catalogue, plan: Plan, carriers: Sequence[Carrier], homes: dict[int, int], by: str
) -> int:
    with catalogue.read() as connection:
        cited = grouping.citations(connection, grouping.CITED_KINDS)
        before = grouping.relations(connection)
    now = set(relations_between(plan, carriers, homes, cited))
    if now != before:
        with catalogue.write(by=by, action="group.relations") as unit:
            grouping.change_relations(unit.connection, gone=before - now, new=now - before)
            unit.record("relation", [Change("relations", str(len(before)), str(len(now)))])
            unit.commit()
    return len(now)
