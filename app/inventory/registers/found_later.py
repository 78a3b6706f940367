"""Files that come in after a register was read take the place of its records on paper."""

from app.domain.audit import Change
from app.inventory.registers.matching import Matcher
from app.store import paper, registers
from app.store.catalogue import Catalogue


def replace_paper(catalogue: Catalogue, *, by: str) -> int:
    """Let the rows of all registers look again for the files of what was on paper only.

    A record on paper that somebody has begun to decide stays; both are then held under one number.

    Returns:
        How many records on paper became part of a document with files.
    """
    with catalogue.read() as connection:
        if not registers.rows_on_paper(connection):
            return 0
    with catalogue.write(by=by, action="register.rematch") as unit:
        matcher = Matcher(one for one in registers.held(unit.connection) if not one.is_paper_only)
        done = 0
        for row_id, row, document_id in registers.rows_on_paper(unit.connection):
            match = matcher.match(row)
            if match.document is not None and paper.absorb(unit.connection, document_id, match.document.id):
                registers.rematch_row(unit.connection, row_id, match.document.id, match.by)
                done += 1
        if done:
            unit.record("register", [Change("found", None, str(done))])
            unit.commit()
    return done
