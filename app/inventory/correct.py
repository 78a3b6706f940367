"""A person's value for an element counts from now on and survives every later recognition."""

import re
from datetime import date

from app.domain.audit import Change
from app.domain.document import ElementName
from app.errors import AppError, WrongUseError
from app.store import codec, documents, fulltext
from app.store.catalogue import Catalogue

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def correct_element(catalogue: Catalogue, document: str, name: ElementName, value: str, *, by: str) -> None:
    """Correct one element of the document with this UUID; an empty value says that there is none.

    Raises:
        AppError: there is no such document.
        WrongUseError: the value is not of the element's form.
    """
    if name in {ElementName.DATED_ON, ElementName.PRINTED_ON} and value and not _is_date(value):
        raise WrongUseError(f"“{value}”不是日期。", "请写成 2008-03-07、2008-03 或 2008。")
    with catalogue.write(by=by, action="document.correct") as unit:
        identifier = documents.document_with_uuid(unit.connection, document)
        if identifier is None:
            raise AppError("目录里没有这份公文。", "请核对公文编号(export 或 search 的 document 一栏)。")
        typed = codec.value_from_text(name, value)
        before = documents.correct(unit.connection, identifier, name, typed, by=by, at=unit.at)
        fulltext.index_document(unit.connection, identifier)
        unit.record(document, [Change(name, before, value)])
        unit.commit()


def _is_date(value: str) -> bool:
    """Whether this is a day, month or year of the calendar: 2008-03-07, 2008-03, 2008."""
    parts = _DATE.fullmatch(value)
    if parts is None:
        return False
    try:
        date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        return False
    return True
