"""More like this: documents whose titles share most with a document's title."""

import re

from app.domain.query import Field, Node, Or, Word
from app.search.find import Hit, find_tree
from app.store import queries
from app.store.catalogue import Catalogue
from app.store.fulltext_query import CANDIDATES, Order
from app.store.naming import known_document
from app.text.folding import fold
from app.text.tokens import runs

LEAST_LIKENESS = 0.2
MOST_PAIRS = 24
_COMMON = re.compile(
    "关于|印发|转发|批转|做好|开展|进一步|加强|推进|实施|工作|有关|问题|事项|的|和|及|与|"
    "通知|意见|函|批复|公告|通告|决定|报告|请示|办法|方案|规定|纪要|通报|细则"
)


def like_document(catalogue: Catalogue, uuid: str, *, limit: int = 20) -> list[Hit]:
    """Documents with a title like that of a document, which itself is left out.

    Raises:
        AppError: the catalogue does not hold this document.
    """
    with catalogue.read() as connection:
        row = queries.document_row(connection, known_document(connection, uuid))
    return more_like(catalogue, row.title, body=row.issuing_body, limit=limit, but=row.uuid)


def more_like(
    catalogue: Catalogue, title: str, *, body: str = "", limit: int = 20, but: str | None = None
) -> list[Hit]:
    """Documents with a title like this one, the most alike first.

    Args:
        catalogue: where to search.
        title: the title to compare with.
        body: who issued it; most titles of an office begin with its name, which makes none of them alike.
        limit: hits at most.
        but: the UUID of the document itself, which is left out.
    """
    wanted = _pairs(title, body)
    parts: tuple[Node, ...] = tuple(Word(pair, Field.TITLE) for pair in sorted(wanted) if len(pair) == 2)
    if not parts:
        return []
    node = parts[0] if len(parts) == 1 else Or(parts[:MOST_PAIRS])
    found = find_tree(catalogue, node, order=Order.RELEVANCE, limit=min(CANDIDATES, limit * 10))
    likeness = {
        hit.document: (_likeness(wanted, _pairs(hit.title, hit.issuing_body)), hit)
        for hit in reversed(found.hits)
        if hit.document is not None and hit.document != but
    }
    ranked = sorted(likeness.values(), key=lambda pair: -pair[0])
    return [hit for value, hit in ranked if value >= LEAST_LIKENESS][:limit]


def _pairs(title: str, body: str) -> set[str]:
    """Pairs of neighbouring characters, without the name of the body and the words that most titles share."""
    text = fold(title).replace(fold(body), " ") if body else fold(title)
    text = _COMMON.sub(" ", text)
    return {run[i : i + 2] for run in runs(text) for i in range(max(1, len(run) - 1))}


def _likeness(one: set[str], other: set[str]) -> float:
    """Dice's coefficient: 1 when all pairs are shared."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
