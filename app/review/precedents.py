"""Precedents: what was decided for documents like this one, and where decisions contradict each other."""

from dataclasses import dataclass

from app.domain.review import Decision, Determination
from app.domain.terms import ATTRIBUTE_TERMS
from app.search.similar import more_like
from app.store import determinations, documents, queries, relatives
from app.store.catalogue import Catalogue
from app.store.naming import known_document
from app.store.relatives import Contradiction

MOST_PRECEDENTS = 5
CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class Precedent:
    """A past decision on a similar document; ``similarity`` of the texts where they were compared."""

    document: str
    title: str
    decided_on: str
    by: str
    decision: Decision
    similarity: float | None

    @property
    def sentence(self) -> str:
        """The precedent in words, as the card shows it."""
        basis = f"（{'、'.join(self.decision.basis)}）" if self.decision.basis else ""
        reason = f"，理由：{self.decision.reason}" if self.decision.reason else ""
        attribute = ATTRIBUTE_TERMS[self.decision.attribute]
        return f"上次同类文件《{self.title}》判为{attribute}{basis}{reason}。"


def precedents(catalogue: Catalogue, document: str, *, limit: int = MOST_PRECEDENTS) -> list[Precedent]:
    """Past decisions on documents with nearly the same text, then on those with a similar title.

    Raises:
        AppError: there is no such document.
    """
    with catalogue.read() as connection:
        identifier = known_document(connection, document)
        row = queries.document_row(connection, identifier)
        alike = {
            each.document_id: each.similarity
            for each in relatives.related(connection, identifier, relatives.ALIKE)
        }
    titled = [
        hit.document
        for hit in more_like(catalogue, row.title, limit=CANDIDATES, but=row.uuid)
        if hit.document is not None
    ]
    with catalogue.read() as connection:
        ids = [*alike, *documents.documents_with_uuids(connection, titled).values()]
        wanted = [each for each in dict.fromkeys(ids) if each != identifier]
        decided = determinations.in_force_of(connection, wanted)
        rows = queries.document_rows(connection, list(decided))
    return [_precedent(decided[each], rows[each], alike.get(each)) for each in wanted if each in decided][
        :limit
    ]


def alarms(catalogue: Catalogue, document: str, decision: Decision) -> list[str]:
    """Sentences about near-identical documents that were determined otherwise.

    Raises:
        AppError: there is no such document.
    """
    with catalogue.read() as connection:
        identifier = known_document(connection, document)
        near = relatives.related(connection, identifier, relatives.ALIKE)
        decided = determinations.in_force_of(connection, [each.document_id for each in near])
        rows = queries.document_rows(connection, list(decided))
    return [
        f"内容几乎相同的《{rows[each].title}》定为{ATTRIBUTE_TERMS[made.decision.attribute]}，"
        f"与本次的{ATTRIBUTE_TERMS[decision.attribute]}不一致。"
        for each, made in decided.items()
        if made.decision.attribute is not decision.attribute
    ]


def contradictions(catalogue: Catalogue) -> list[Contradiction]:
    """Near-identical documents with different attributes in force, the most alike first."""
    with catalogue.read() as connection:
        return relatives.contradictions(connection)


def _precedent(made: Determination, row: queries.DocumentRow, similarity: float | None) -> Precedent:
    signed = made.signatures[-1]
    return Precedent(row.uuid, row.title, signed.at[:10], signed.person, made.decision, similarity)
