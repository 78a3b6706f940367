"""Drawing samples of decisions, reading them a second time blind, and saying what that proves."""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.audit import Change
from app.domain.disclosure import DisclosureAttribute
from app.domain.people import DECIDING_ROLES
from app.domain.review import Determination
from app.domain.sampling import (
    Agreement,
    Reading,
    SampleKind,
    Stratum,
    agreement,
    sentence,
    stratum_of,
)
from app.errors import AppError
from app.review import people
from app.review.rounds import known_round
from app.store import documents, proposals, samples
from app.store.catalogue import Catalogue
from app.store.catalogue import Reading as OpenCatalogue
from app.store.samples import Drawn, Sample, SampleLine

WEIGHTS = {
    Stratum.PROPAGATED: 3,
    Stratum.FAST: 3,
    Stratum.LATE: 2,
    Stratum.MACHINE_AGREED: 2,
    Stratum.ORDINARY: 1,
}
"""How much more often each stratum is drawn than an ordinary decision, where a sample is stratified."""


@dataclass(frozen=True, slots=True)
class SampleReport:
    """What a sample shows so far. ``differing`` are the documents on which the readers disagree."""

    sample: Sample
    size: int
    read: int
    agreement: Agreement
    differing: tuple[SampleLine, ...]
    sentence: str


def draw(
    catalogue: Catalogue,
    name: str,
    size: int,
    *,
    by: str,
    kind: SampleKind = SampleKind.SECOND_READING,
    round_name: str | None = None,
    attribute: DisclosureAttribute | None = None,
    is_stratified: bool = False,
    seed: int | None = None,
) -> Sample:
    """Draw a sample of decisions of a round, or of all; a stratified one prefers what is risky.

    Only a plain random sample supports a statement about all decisions, so an acceptance sample is never
    stratified.

    Raises:
        AppError: the name is taken, there is nothing to draw from, or an acceptance sample is stratified.
    """
    if is_stratified and kind is SampleKind.ACCEPTANCE:
        raise AppError("验收抽样必须是简单随机抽样。", "分层抽样只用于背对背复核。")
    chosen = seed if seed is not None else random.SystemRandom().randrange(2**31)
    with catalogue.write(by=by, action="sample.draw") as unit:
        people.require_any(unit, by, *_PLANNERS)
        if samples.named(unit.connection, name) or not name.strip():
            raise AppError(f"抽样名称“{name}”为空或已用过。", "请换一个名称。")
        population = _population(unit.connection, round_name, attribute)
        if not population or size < 1:
            raise AppError("没有可以抽查的认定。", "请先完成一部分审查，并指定至少抽一件。")
        chance = random.Random(chosen)  # noqa: S311 - drawn again from its seed, no secret
        drawn = _drawn(population, size, chance, is_stratified=is_stratified)
        made = samples.add(
            unit.connection, name, kind, drawn, population=len(population), seed=chosen, by=by, at=unit.at
        )
        told = {"size": len(drawn), "population": len(population), "seed": chosen}
        unit.record(made.uuid, [Change(key, None, str(value)) for key, value in told.items()])
        unit.commit()
    return made


def read_again(
    catalogue: Catalogue,
    name: str,
    document: str,
    attribute: DisclosureAttribute,
    *,
    by: str,
    note: str = "",
) -> None:
    """Keep what a second reader says without knowing the first decision; no document is changed.

    Raises:
        AppError: not in the sample, read already, or the person decided it himself.
    """
    with catalogue.write(by=by, action="sample.read") as unit:
        people.require_any(unit, by, *_PLANNERS)
        found = _known(unit.connection, name)
        line = next(
            (each for each in samples.lines(unit.connection, found.id) if each.document == document), None
        )
        if line is None:
            raise AppError("这份公文不在抽样之内。", "请核对公文编号。")
        if line.first_person == by:
            raise AppError("不能复核自己的认定。", "请由另一人复核。")
        if line.second_person is not None:
            raise AppError("这份公文已经复核过。", "不能改动复核结论，以免失去背对背的意义。")
        identifier = documents.documents_with_uuids(unit.connection, [document])[document]
        samples.put_second(unit.connection, found.id, identifier, attribute, person=by, at=unit.at, note=note)
        unit.record(found.uuid, [Change("document", None, document), Change("attribute", None, attribute)])
        unit.commit()


def all_samples(catalogue: Catalogue) -> list[Sample]:
    """All samples, newest first."""
    with catalogue.read() as connection:
        return samples.everything(connection)


def blind_lines(catalogue: Catalogue, name: str, *, reader: str | None = None) -> list[tuple[str, str]]:
    """(UUID, title) of what waits for a second reading, without the first decision.

    ``reader``: leave out what this person decided himself.

    Raises:
        AppError: there is no such sample.
    """
    with catalogue.read() as connection:
        found = samples.lines(connection, _known(connection, name).id)
    return [
        (line.document, line.title)
        for line in found
        if line.second_person is None and line.first_person != reader
    ]


def report(catalogue: Catalogue, name: str) -> SampleReport:
    """Agreement, confusion table, differing documents and the sentence for the head of the office.

    Raises:
        AppError: there is no such sample.
    """
    with catalogue.read() as connection:
        found = _known(connection, name)
        all_lines = samples.lines(connection, found.id)
    read = [(line, line.second_attribute) for line in all_lines if line.second_attribute is not None]
    differing = tuple(line for line, second in read if second is not line.first_attribute)
    return SampleReport(
        sample=found,
        size=len(all_lines),
        read=len(read),
        agreement=agreement([Reading(line.first_attribute, second) for line, second in read]),
        differing=differing,
        sentence=sentence(len(differing), len(read), found.population),
    )


_PLANNERS = tuple(sorted(DECIDING_ROLES))


def _population(
    connection: OpenCatalogue, round_name: str | None, attribute: DisclosureAttribute | None
) -> list[Drawn]:
    round_id = known_round(connection, round_name).id if round_name else None
    found = proposals.decided(connection, round_id)
    return [
        Drawn(each, _stratum(made, agrees=agrees), made.decision.attribute, made.proposer)
        for each, made, agrees in found
        if attribute is None or made.decision.attribute is attribute
    ]


def _stratum(made: Determination, *, agrees: bool) -> Stratum:
    assert made.is_in_force
    return stratum_of(
        is_propagated=made.propagated_from is not None,
        agrees=agrees,
        seconds=made.seconds,
        at=made.made_at,
    )


def _drawn(
    population: Sequence[Drawn], size: int, chance: random.Random, *, is_stratified: bool
) -> list[Drawn]:
    if size >= len(population):
        return list(population)
    if not is_stratified:
        return chance.sample(population, size)
    strata: defaultdict[Stratum, list[Drawn]] = defaultdict(list)
    for each in population:
        strata[each.stratum].append(each)
    weight = sum(WEIGHTS[stratum] * len(members) for stratum, members in strata.items())
    picked: list[Drawn] = []
    for stratum, members in sorted(strata.items()):
        share = max(1, round(size * WEIGHTS[stratum] * len(members) / weight))
        picked += chance.sample(members, min(share, len(members)))
    return _fitted(picked, population, size, chance)


def _fitted(
    picked: list[Drawn], population: Iterable[Drawn], size: int, chance: random.Random
) -> list[Drawn]:
    """Exactly as many as wanted: rounding leaves some too many or too few."""
    if len(picked) >= size:
        return chance.sample(picked, size)
    already = set(picked)
    rest = [each for each in population if each not in already]
    return [*picked, *chance.sample(rest, size - len(picked))]


def _known(connection: OpenCatalogue, name: str) -> Sample:
    found = samples.named(connection, name)
    if found is None:
        raise AppError(f"没有名为“{name}”的抽样。", "请先抽样（dishu review sample draw）。")
    return found
