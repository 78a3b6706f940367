"""Writing items that differ from what the catalogue holds."""

from collections import defaultdict
from collections.abc import Sequence

from app.domain.audit import Change
from app.domain.document import Recognition
from app.inventory.grouping.carrier import Carrier
from app.inventory.grouping.plan import Item
from app.inventory.recognise import Office, role_and_applicability
from app.store import documents, items
from app.store.catalogue import Unit
from app.store.items import Arrangement, Membership


class ItemWriter:
    """Writes planned items in the caller's transactions; ``homes``: the document of each position so far."""

    def __init__(self, carriers: Sequence[Carrier], decided: frozenset[int], office: Office) -> None:
        self.changed = 0
        self.merged = 0
        self.homes: dict[int, int] = {}
        self._carriers = carriers
        self._decided = decided
        self._office = office
        self._files: dict[int, set[int]] = defaultdict(set)
        for carrier in carriers:
            self._files[carrier.document_id].add(carrier.content_id)

    def pending(self, planned: Sequence[Item]) -> list[Item]:
        """The items that have to be written; the others are settled where they are."""
        new = []
        for item in planned:
            if self._is_new(item):
                new.append(item)
            else:
                self._settle(item, self._carriers[item.places[0]].document_id)
        return new

    def write(self, unit: Unit, page: Sequence[Item]) -> None:
        """Write some items; of its documents the oldest stays, a decided one before all."""
        made = [self._arrangement(unit, item) for item in page]
        items.arrange(unit.connection, made)
        names = items.uuids(
            unit.connection, [known for one in made for known in (one.document_id, *one.absorbed)]
        )
        for item, one in zip(page, made, strict=True):
            stays = names[one.document_id]
            changes = [Change("files", None, str(len(one.parts)))]
            changes += [Change("merged", names[other], stays) for other in one.absorbed]
            unit.record(stays, changes, action="document.group")
            self._settle(item, one.document_id)
            self.changed += 1
            self.merged += len(one.absorbed)

    def _arrangement(self, unit: Unit, item: Item) -> Arrangement:
        held = [self._carriers[place] for place in item.places]
        claimed = sorted(
            {c.document_id for c in held if c.is_read}, key=lambda i: (i not in self._decided, i)
        )
        stays = claimed[0] if claimed else self._home(unit, item)
        parts = tuple(Membership(p.content_id, p.role, p.similarity, p.rule) for p in item.parts)
        return Arrangement(stays, parts, item.read, tuple(claimed[1:]))

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

    def _home(self, unit: Unit, item: Item) -> int:
        """A document of its own for files that leave an item."""
        content_ids = [part.content_id for part in item.parts]
        document_id = items.home_of(unit.connection, content_ids, item.read, unit.at)
        elements = documents.content_elements(unit.connection, item.read)
        role, applicability = role_and_applicability(Recognition(elements=elements), self._office)
        documents.set_role(unit.connection, document_id, role, applicability)
        return document_id

    def _settle(self, item: Item, document_id: int) -> None:
        for place in item.places:
            self.homes[place] = document_id
