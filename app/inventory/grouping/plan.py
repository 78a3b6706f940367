"""From carriers to items: judge candidate pairs, join the surest first, attach annexes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.inventory.grouping.annexes import annexed
from app.inventory.grouping.candidates import Pairs, candidate_pairs, similarities, unpacked
from app.inventory.grouping.carrier import Carrier
from app.inventory.grouping.clusters import Clusters
from app.inventory.grouping.elect import Part, master_of, read_of, role_of
from app.inventory.grouping.rules import NEARLY_SAME, Strength, judge
from app.progress import Progress
from app.text.similarity import Signatures, similarity

_STAGE = "归并公文"
_REPORT_EVERY = 2000


@dataclass(frozen=True, slots=True)
class Given:
    """What is known before any rule: pairs of positions. ``decided``: the documents that persons have
    determined, described or handed over; they are never merged into others.
    """

    together: Sequence[tuple[int, int]] = ()
    apart: Sequence[tuple[int, int]] = ()
    versions: Sequence[tuple[int, int]] = ()
    decided: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its files, the document of each so far, and the file its text is read from."""

    parts: tuple[Part, ...]
    places: tuple[int, ...]
    read: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two positions that are alike and yet two items."""

    one: int
    other: int
    similarity: float
    both_decided: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """All items, and the pairs across items that a person should see."""

    items: tuple[Item, ...]
    alike: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class _Joint:
    strength: Strength
    similarity: float
    one: int
    other: int
    rule: str


def plan_items(carriers: Sequence[Carrier], signatures: Signatures, given: Given, progress: Progress) -> Plan:
    """Decide which files are one item.

    Raises:
        Cancelled: the user asked to stop; nothing was changed.
    """
    pairs = candidate_pairs(carriers, signatures)
    alike = similarities(pairs, signatures)
    clusters = Clusters(
        [carrier.number for carrier in carriers],
        [carrier.document_id if carrier.document_id in given.decided else None for carrier in carriers],
        given.apart,
    )
    joints = [*_given_joints(carriers, given), *_judged(carriers, pairs, alike, progress)]
    rules, refused = _join_all(carriers, clusters, joints)
    for found in annexed(carriers, signatures, clusters):
        if clusters.join(found.annex, found.document):
            rules[found.annex] = found.rule
    items = tuple(_item(members, carriers, signatures, rules) for members in clusters.sets())
    return Plan(items, (*refused, *_alike(carriers, pairs, alike, clusters, refused)))


def _given_joints(carriers: Sequence[Carrier], given: Given) -> Iterator[_Joint]:
    """What people said, files changed in place, and the files of decided documents."""
    for one, other in given.together:
        yield _Joint(Strength.PERSON, 1.0, one, other, "person")
    for one, other in given.versions:
        yield _Joint(Strength.VERSION, 1.0, one, other, "changed_in_place")
    firsts: dict[int, int] = {}
    for place, carrier in enumerate(carriers):
        if carrier.document_id in given.decided:
            first = firsts.setdefault(carrier.document_id, place)
            if first != place:
                yield _Joint(Strength.VERSION, 1.0, first, place, "decided_together")


def _judged(
    carriers: Sequence[Carrier], pairs: Pairs, alike: NDArray[np.float32], progress: Progress
) -> Iterator[_Joint]:
    for start in range(0, len(pairs), _REPORT_EVERY):
        progress.step(_STAGE, start, len(pairs))
        ones, others = unpacked(pairs[start : start + _REPORT_EVERY])
        found = alike[start : start + _REPORT_EVERY]
        for one, other, similar in zip(ones.tolist(), others.tolist(), found.tolist(), strict=True):
            verdict = judge(carriers[one], carriers[other], similar)
            if verdict is not None:
                yield _Joint(verdict.strength, similar, one, other, verdict.rule)


def _join_all(
    carriers: Sequence[Carrier], clusters: Clusters, joints: list[_Joint]
) -> tuple[dict[int, str], list[Likeness]]:
    """Join the surest pairs first.

    Returns:
        The rule by which each position joined, and the pairs refused because both are decided.
    """
    rules: dict[int, str] = {}
    refused: list[Likeness] = []
    for joint in sorted(joints, key=lambda j: (-j.strength, -j.similarity, j.one, j.other)):
        if not _may_lean(carriers, clusters, joint):
            continue
        if clusters.are_both_decided(joint.one, joint.other):
            refused.append(Likeness(joint.one, joint.other, joint.similarity, both_decided=True))
        elif clusters.join(joint.one, joint.other, by_person=joint.strength is Strength.PERSON):
            rules.setdefault(joint.one, joint.rule)
            rules.setdefault(joint.other, joint.rule)
    return rules, refused


def _may_lean(carriers: Sequence[Carrier], clusters: Clusters, joint: _Joint) -> bool:
    """A draft, or a file without text, leans on one document only and never links two of them."""
    if joint.strength is Strength.DRAFT:
        draft = joint.one if carriers[joint.one].is_draft else joint.other
        return all(carriers[member].is_draft for member in clusters.members(draft))
    if joint.strength is Strength.NAME:
        blank = joint.one if not carriers[joint.one].has_text else joint.other
        return all(not carriers[member].has_text for member in clusters.members(blank))
    return True


def _item(
    members: Sequence[int],
    carriers: Sequence[Carrier],
    signatures: Signatures,
    rules: Mapping[int, str],
) -> Item:
    own = [place for place in members if not carriers[place].may_be_annex] or list(members)
    chosen = [carriers[place] for place in own]
    master = master_of(chosen)
    read = read_of(chosen, master)
    lead = own[chosen.index(read)]
    alike = similarity(signatures[list(members)], signatures[[lead] * len(members)])
    parts = [
        Part(
            carriers[place].content_id,
            role_of(carriers[place], is_annex=place not in own, is_master=carriers[place] is master),
            1.0 if place == lead else round(float(similar), 3),
            rules.get(place, "ingest"),
        )
        for place, similar in zip(members, alike, strict=True)
    ]
    return Item(tuple(parts), tuple(members), read.content_id)


def _alike(
    carriers: Sequence[Carrier],
    pairs: Pairs,
    alike: NDArray[np.float32],
    clusters: Clusters,
    told: Iterable[Likeness],
) -> Iterable[Likeness]:
    """Pairs of nearly the same text in two items: one for each item beyond the first of a crowd."""
    near = np.flatnonzero(alike >= NEARLY_SAME)
    ones, others = unpacked(pairs[near])
    crowds = Clusters([None] * len(carriers), [None] * len(carriers))
    for pair in told:
        crowds.join(clusters.find(pair.one), clusters.find(pair.other))
    for one, other, similar in sorted(
        zip(ones.tolist(), others.tolist(), alike[near].tolist(), strict=True),
        key=lambda t: (-t[2], t[0], t[1]),
    ):
        a, b = clusters.find(one), clusters.find(other)
        if a == b or not _are_texts(carriers[one], carriers[other]) or crowds.find(a) == crowds.find(b):
            continue
        crowds.join(a, b)
        yield Likeness(one, other, round(similar, 3))


def _are_texts(one: Carrier, other: Carrier) -> bool:
    return one.says_enough and other.says_enough
