"""Grouping all files of a catalogue into items (件), run after ingest.

Everything is decided anew from facts and persons' words, and only differences are written: a second run
changes nothing.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from app.domain.audit import Change
from app.domain.people import SYSTEM
from app.inventory.grouping.carrier import Carrier, read_carrier
from app.inventory.grouping.plan import Given, Item, Plan, plan_items
from app.inventory.grouping.relations import relations_between
from app.progress import Progress
from app.store import grouping, items
from app.store.catalogue import Catalogue, Unit
from app.store.items import Membership
from app.text.similarity import Signatures, signatures_of, sketch_of

CARRIERS_AT_ONCE = 2000
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
    carriers, signatures = _read(catalogue, progress)
    given = _given(catalogue, carriers)
    plan = plan_items(carriers, signatures, given, progress)
    writer = _Writer(catalogue, carriers, given.decided, by)
    writer.write(plan.items, progress)
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


def _read(catalogue: Catalogue, progress: Progress) -> tuple[list[Carrier], Signatures]:
    """All carriers in the order of their contents, page by page."""
    carriers: list[Carrier] = []
    packed: list[bytes] = []
    after = 0
    with catalogue.read() as connection:
        total = grouping.count_carriers(connection)
    while True:
        with catalogue.read() as connection:
            page = grouping.carriers(connection, after=after, limit=CARRIERS_AT_ONCE)
        if not page:
            return carriers, signatures_of(packed)
        after = page[-1].content_id
        carriers += map(read_carrier, page)
        packed += (stored.sketch.signature for stored in page)
        progress.step("读取要素", len(carriers), total)


def _given(catalogue: Catalogue, carriers: Sequence[Carrier]) -> Given:
    places = {carrier.content_id: place for place, carrier in enumerate(carriers)}
    with catalogue.read() as connection:
        together, apart = grouping.said_by_people(connection)
        versions = grouping.versions(connection)
        decided = items.decided(connection)
    told, told_apart, changed = (
        [(places[one], places[other]) for one, other in pairs if one in places and other in places]
        for pairs in (together, apart, versions)
    )
    return Given(told, told_apart, changed, decided)


class _Writer:
    """Writes items that differ from what the catalogue holds; knows afterwards where each file is."""

    def __init__(
        self, catalogue: Catalogue, carriers: Sequence[Carrier], decided: frozenset[int], by: str
    ) -> None:
        self.changed = 0
        self.merged = 0
        self.homes: dict[int, int] = {}
        self._catalogue = catalogue
        self._carriers = carriers
        self._decided = decided
        self._by = by
        self._files: dict[int, set[int]] = defaultdict(set)
        for carrier in carriers:
            self._files[carrier.document_id].add(carrier.content_id)

    def write(self, planned: Sequence[Item], progress: Progress) -> None:
        """Write what is new; the document with the oldest number stays, a decided one before all."""
        pending: list[Item] = []
        for item in planned:
            if self._is_new(item):
                pending.append(item)
            else:
                self._settle(item, self._carriers[item.places[0]].document_id)
        rest = iter(pending)
        while page := list(islice(rest, ITEMS_PER_COMMIT)):
            with self._catalogue.write(by=self._by, action="group.items") as unit:
                for item in page:
                    self._arrange(unit, item)
                unit.commit()
            progress.step("写入归并结果", self.changed, len(pending))

    def _is_new(self, item: Item) -> bool:
        held = [self._carriers[place] for place in item.places]
        document_id = held[0].document_id
        if self._files[document_id] != {part.content_id for part in item.parts}:
            return True
        return any(
            (carrier.document_id, carrier.role, carrier.is_read)
            != (document_id, part.role, part.content_id == item.read)
            for carrier, part in zip(held, item.parts, strict=True)
        )

    def _arrange(self, unit: Unit, item: Item) -> None:
        held = [self._carriers[place] for place in item.places]
        claimed = sorted(
            {c.document_id for c in held if c.is_read}, key=lambda i: (i not in self._decided, i)
        )
        content_ids = [part.content_id for part in item.parts]
        stays = claimed[0] if claimed else items.home_of(unit.connection, content_ids, unit.at)
        parts = [Membership(p.content_id, p.role, p.similarity, p.rule) for p in item.parts]
        items.arrange(unit.connection, stays, parts, item.read, claimed[1:])
        names = items.uuids(unit.connection, [stays, *claimed[1:]])
        changes = [Change("files", None, str(len(parts)))]
        changes += [Change("merged", names[other], names[stays]) for other in claimed[1:]]
        unit.record(names[stays], changes, action="document.group")
        self.changed += 1
        self.merged += len(claimed[1:])
        self._settle(item, stays)

    def _settle(self, item: Item, document_id: int) -> None:
        for place in item.places:
            self.homes[place] = document_id


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
