"""Annexes in files of their own (附件1.xls): to which document they belong.

An annex is sought for among the documents of its folder, or of the folder above when its own holds nothing
but annexes: by the number at the head of its name, by the note of annexes (附件说明), by its text standing in
the document as well, and at last because there is only one document.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.inventory.grouping.carrier import Carrier
from app.inventory.grouping.clusters import Clusters
from app.text.similarity import Signatures, containment, similarity

LEAST_CONTAINED = 0.7
LEAST_NAME = 4
MOST_DOCUMENTS = 400
"""In larger folders only names are compared; a text would be compared with too many."""

Folder = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Annexed:
    """An annex, the document it belongs to, and why; positions among the carriers."""

    annex: int
    document: int
    rule: str
    similarity: float


def annexed(carriers: Sequence[Carrier], signatures: Signatures, clusters: Clusters) -> Iterator[Annexed]:
    """The document of each annex that stands alone so far."""
    mains: dict[Folder, list[int]] = defaultdict(list)
    for place, carrier in enumerate(carriers):
        if not carrier.may_be_annex:
            mains[carrier.folder].append(place)
    for place, carrier in enumerate(carriers):
        if carrier.may_be_annex and len(clusters.members(place)) == 1:
            nearby = mains.get(carrier.folder) or mains.get(_above(carrier.folder), [])
            found = _document_of(place, nearby, carriers, signatures, clusters)
            if found is not None:
                yield found


def _above(folder: Folder) -> Folder:
    return folder[0], folder[1].rpartition("/")[0]


def _document_of(
    place: int, nearby: Sequence[int], carriers: Sequence[Carrier], signatures: Signatures, clusters: Clusters
) -> Annexed | None:
    annex = carriers[place]
    number = annex.name.number.canonical if annex.name.number else None
    for main in nearby:
        if number and carriers[main].number == number:
            return Annexed(place, main, "annex_number", 0.0)
    for main in nearby:
        if _is_noted(annex, carriers[main]):
            return Annexed(place, main, "annex_note", 0.0)
    if len(nearby) <= MOST_DOCUMENTS:
        contained = _containing(place, nearby, carriers, signatures)
        if contained is not None:
            return contained
    roots = {clusters.find(main) for main in nearby if not carriers[main].is_draft}
    if annex.name.is_annex and len(roots) == 1:
        return Annexed(place, roots.pop(), "annex_alone", 0.0)
    return None


def _is_noted(annex: Carrier, main: Carrier) -> bool:
    """Whether the document's note of annexes names this file, without its count."""
    name = annex.name.base.removeprefix("附件").removeprefix("附表").lstrip("0123456789一二三四五六七八九十")
    return len(name) >= LEAST_NAME and name in main.annex_note


def _containing(
    place: int, nearby: Sequence[int], carriers: Sequence[Carrier], signatures: Signatures
) -> Annexed | None:
    annex = carriers[place]
    texts = [main for main in nearby if carriers[main].shingle_count > annex.shingle_count]
    if not texts or not annex.says_enough:
        return None
    alike = similarity(signatures[texts], signatures[[place] * len(texts)])
    best = int(alike.argmax())
    count, other = annex.shingle_count, carriers[texts[best]].shingle_count
    similar = float(alike[best])
    if containment(similar, count, other) < LEAST_CONTAINED:
        return None
    return Annexed(place, texts[best], "annex_text", similar)
