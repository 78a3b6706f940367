"""Items that a person should see together although they are two: replies, series, nearly the same text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from app.domain.document import ReferenceKind
from app.domain.grouping import Relation, RelationKind
from app.inventory.grouping.carrier import Carrier
from app.inventory.grouping.plan import Likeness, Plan
from app.inventory.grouping.rules import LEAST_CORE
from app.text.folding import fold

_CITED_AS = {
    ReferenceKind.REPLY_TO: RelationKind.REPLY_TO,
    ReferenceKind.FORWARDED: RelationKind.FORWARDS,
}


def relations_between(
    plan: Plan,
    carriers: Sequence[Carrier],
    homes: Mapping[int, int],
    cited: Iterable[tuple[int, ReferenceKind, str]],
) -> Iterator[Relation]:
    """All relations; ``homes``: the document of each position, ``cited``: what each content cites."""
    seen: set[tuple[RelationKind, int, int]] = set()
    for relation in (
        *_alike(plan.alike, carriers, homes),
        *_replies(carriers, homes, cited),
        *_series(plan, carriers, homes),
    ):
        key = (relation.kind, relation.document, relation.other)
        if relation.document != relation.other and key not in seen:
            seen.add(key)
            yield relation


def _alike(
    alike: Iterable[Likeness], carriers: Sequence[Carrier], homes: Mapping[int, int]
) -> Iterator[Relation]:
    for pair in alike:
        one, other = sorted((homes[pair.one], homes[pair.other]))
        if pair.both_decided:
            kind = RelationKind.BOTH_DECIDED
        elif carriers[pair.one].digest == carriers[pair.other].digest:
            kind = RelationKind.SAME_TEXT
        else:
            kind = RelationKind.NEAR_DUPLICATE
        yield Relation(kind, other, one, pair.similarity)


def _replies(
    carriers: Sequence[Carrier], homes: Mapping[int, int], cited: Iterable[tuple[int, ReferenceKind, str]]
) -> Iterator[Relation]:
    """A reply (批复, 复函) and what it answers; a forwarding notice and what it forwards."""
    bearers: dict[str, int] = {}
    places: dict[int, int] = {}
    for place, carrier in enumerate(carriers):
        places[carrier.content_id] = place
        if carrier.number:
            bearers.setdefault(carrier.number, homes[place])
    for content_id, kind, number in cited:
        other = bearers.get(fold(number))
        if other is not None and content_id in places:
            yield Relation(_CITED_AS[kind], homes[places[content_id]], other)


def _series(plan: Plan, carriers: Sequence[Carrier], homes: Mapping[int, int]) -> Iterator[Relation]:
    """What one body issues year after year under one title: each with the one before."""
    series: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    by_content = {carrier.content_id: carrier for carrier in carriers}
    for item in plan.items:
        lead = by_content[item.read]
        if lead.title and lead.day and lead.body and len(lead.title.template) >= LEAST_CORE:
            series[lead.body, lead.title.template].append((lead.day, homes[item.places[0]]))
    for ones in series.values():
        ones.sort()
        for before, after in pairwise(ones):
            if before[0][:4] != after[0][:4]:
                yield Relation(RelationKind.SERIES, after[1], before[1])
