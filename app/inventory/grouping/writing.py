"""Writing items that differ from what the catalogue holds."""

from collections import defaultdict
from collections.abc import Sequence

from app.domain.audit import Change
from app.domain.document import Recognition
from app.inventory.grouping.carrier import Carrier
from app.inventory.grouping.plan import Item
from app.inventory.office import OfficeName
from app.inventory.recognise import role_and_applicability
from app.store import documents, items
from app.store.catalogue import Unit
from app.store.items import Membership


class ItemWriter:
    """Writes planned items in the caller's transactions; ``homes``: the document of each position so far."""

    def __init__(
        self, carriers: Sequence[Carrier], decided: frozenset[int], offices: tuple[OfficeName, ...]
    ) -> None:
        self.changed = 0
        self.merged = 0
        self.homes: dict[int, int] = {}
        self._carriers = carriers
        self._decided = decided
        self._offices = offices
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

    def write(self, unit: Unit, item: Item) -> int:
        """Write one item; the oldest of its documents stays, a decided one before all.

        Returns:
            The document that the files are now.
        """
        held = [self._carriers[place] for place in item.places]
        claimed = sorted(
            {c.document_id for c in held if c.is_read}, key=lambda i: (i not in self._decided, i)
        )
        stays = claimed[0] if claimed else self._home(unit, item)
        parts = [Membership(p.content_id, p.role, p.similarity, p.rule) for p in item.parts]
        items.arrange(unit.connection, stays, parts, item.read, claimed[1:])
        names = items.uuids(unit.connection, [stays, *claimed[1:]])
        changes = [Change("files", None, str(len(parts)))]
        changes += [Change("merged", names[other], names[stays]) for other in claimed[1:]]
        unit.record(names[stays], changes, action="document.group")
        self.changed += 1
        self.merged += len(claimed[1:])
        self._settle(item, stays)
        return stays

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
        role, applicability = role_and_applicability(Recognition(elements=elements), self._offices)
        documents.set_role(unit.connection, document_id, role, applicability)
        return document_id

    def _settle(self, item: Item, document_id: int) -> None:
        for place in item.places:
            self.homes[place] = document_id
