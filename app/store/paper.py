"""Records on paper: documents of which a register tells and no file was found."""

from collections.abc import Mapping
from uuid import uuid4

from sqlalchemy import Connection, select, update

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import ElementName
from app.domain.review import ReviewState
from app.store import codec, documents, fulltext
from app.store.tables.holdings import IS_ON_PAPER, correction, document

_IS_UNDECIDED = (document.c.attribute == DisclosureAttribute.UNDETERMINED) & (
    document.c.review_state == ReviewState.OPEN
)


def create(
    connection: Connection, elements: Mapping[ElementName, str | tuple[str, ...]], *, by: str, at: str
) -> int:
    """A document of which only the register tells; its elements count until a person corrects them."""
    made = connection.execute(
        document.insert().values(uuid=str(uuid4()), is_paper_only=1, created_at=at).returning(document.c.id)
    )
    document_id: int = made.scalar_one()
    for name, value in elements.items():
        connection.execute(
            correction.insert().values(
                document_id=document_id,
                name=name,
                value=codec.pack_value(value),
                by=by,
                at=at,
                corrected_rule=documents.FROM_REGISTER,
            )
        )
    documents.refresh(connection, document_id)
    fulltext.index_paper(connection, document_id)
    return document_id


def absorb_numbered(connection: Connection, number: str, into: int) -> int:
    """The file of a number was found: records on paper of that number become part of its document,
    unless somebody has begun to decide them.

    Returns:
        How many there were.
    """
    statement = select(document.c.id).where(
        IS_ON_PAPER, _IS_UNDECIDED, document.c.document_number == number, document.c.id != into
    )
    found = list(connection.scalars(statement))
    for document_id in found:
        _absorb(connection, document_id, into)
    return len(found)


def absorb(connection: Connection, document_id: int, into: int) -> bool:
    """Let one record on paper become part of a document, unless somebody has begun to decide it."""
    statement = select(document.c.id).where(IS_ON_PAPER, _IS_UNDECIDED, document.c.id == document_id)
    if connection.scalar(statement) is None:
        return False
    _absorb(connection, document_id, into)
    return True


def _absorb(connection: Connection, document_id: int, into: int) -> None:
    connection.execute(update(document).where(document.c.id == document_id).values(merged_into=into))
    fulltext.index_paper(connection, document_id)
