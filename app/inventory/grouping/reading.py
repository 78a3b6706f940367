"""Reading what grouping decides on: the facts of all files, and what is settled before any rule."""

from collections.abc import Sequence

import numpy as np

from app.inventory.grouping.carrier import Carrier, read_carrier
from app.inventory.grouping.plan import Given
from app.progress import Progress
from app.store import grouping, items
from app.store.catalogue import Catalogue, Reading
from app.text.similarity import BINS, Signatures, signatures_of

CARRIERS_AT_ONCE = 2000


def read_all(catalogue: Catalogue, progress: Progress) -> tuple[list[Carrier], Signatures]:
    """All files in the order of their contents, page by page."""
    carriers: list[Carrier] = []
    packed = bytearray()
    after = 0
    with catalogue.read() as connection:
        total = grouping.count_carriers(connection)
    while True:
        with catalogue.read() as connection:
            page = grouping.carriers(connection, after=after, limit=CARRIERS_AT_ONCE)
        if not page:
            return carriers, np.frombuffer(packed, np.uint32).reshape(-1, BINS)
        after = page[-1].content_id
        carriers += map(read_carrier, page)
        packed += signatures_of([stored.sketch.signature for stored in page]).tobytes()
        progress.step("读取要素", len(carriers), total)


def read_some(connection: Reading, document_ids: Sequence[int]) -> tuple[list[Carrier], Signatures]:
    """The files of a few documents."""
    stored = grouping.carriers_of(connection, document_ids)
    return [read_carrier(one) for one in stored], signatures_of([one.sketch.signature for one in stored])


def read_given(connection: Reading, carriers: Sequence[Carrier]) -> Given:
    """What people said and decided, and which files took the place of others."""
    places = {carrier.content_id: place for place, carrier in enumerate(carriers)}
    together, apart = grouping.said_by_people(connection)
    told, told_apart, changed = (
        tuple((places[one], places[other]) for one, other in pairs if one in places and other in places)
        for pairs in (together, apart, grouping.versions(connection))
    )
    return Given(told, told_apart, changed, items.decided(connection))
