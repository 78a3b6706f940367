"""A person's value for an element counts from now on and survives every later recognition."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.audit import Change
from app.domain.document import ElementName
from app.errors import AppError, WrongUseError
from app.progress import Progress
from app.store import codec, documents, fulltext, queries
from app.store.catalogue import Catalogue, Reading, Unit
from app.store.naming import known_document

PAGE = 500
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What is done to a value: ``put`` in place of every ``find``, or of the whole value when that is empty."""

    find: str
    put: str

    def of(self, value: str) -> str:
        """The value rewritten."""
        return value.replace(self.find, self.put) if self.find else self.put


@dataclass(frozen=True, slots=True)
class Correction:
    """One element of one document (a UUID), what counts for it and what is to count."""

    document: str
    title: str
    name: ElementName
    before: str
    after: str

    @property
    def undone(self) -> "Correction":
        """The correction that puts the former value back."""
        return replace(self, before=self.after, after=self.before)


def correct_element(catalogue: Catalogue, document: str, name: ElementName, value: str, *, by: str) -> None:
    """Correct one element of the document with this UUID; an empty value says that there is none.

    Raises:
        AppError: there is no such document.
        WrongUseError: the value is not of the element's form.
    """
    _require_form(name, value)
    with catalogue.write(by=by, action="document.correct") as unit:
        _correct(unit, document, name, value)
        unit.commit()


def plan_corrections(
    catalogue: Catalogue,
    document_ids: Sequence[int],
    name: ElementName,
    rewriting: Rewriting,
    progress: Progress,
) -> list[Correction]:
    """What rewriting one element of these documents would change; values that stay are left out.

    Raises:
        Cancelled: nobody wants to know any more.
        WrongUseError: a value would not be of the element's form; names the document.
    """
    planned: list[Correction] = []
    for start in range(0, len(document_ids), PAGE):
        progress.step("预览", start, len(document_ids))
        with catalogue.read() as connection:
            planned += _planned(connection, document_ids[start : start + PAGE], name, rewriting)
    return planned


def correct_all(catalogue: Catalogue, wanted: Sequence[Correction], progress: Progress, *, by: str) -> int:
    """Carry out all corrections or, when one of them cannot be, none.

    Returns:
        How many were made.

    Raises:
        AppError: a document is gone, or its value is no longer the one that was shown.
        Cancelled: the user stopped; nothing was changed.
    """
    with catalogue.write(by=by, action="document.correct") as unit:
        for done, one in enumerate(wanted):
            progress.step("改定要素", done, len(wanted))
            before = _correct(unit, one.document, one.name, one.after)
            if (before or "") != one.before:
                raise AppError(f"“{one.title}”在预览之后又有改动，没有改定任何一件。", "请重新预览后再改定。")
        unit.commit()
    return len(wanted)


def _planned(
    connection: Reading, document_ids: Sequence[int], name: ElementName, rewriting: Rewriting
) -> Iterator[Correction]:
    rows = queries.document_rows(connection, document_ids)
    elements = documents.effective_elements_of(connection, list(rows), only=name)
    for document_id in document_ids:
        if document_id not in rows:
            continue
        found = elements[document_id].get(name)
        before = found.element.text if found else ""
        after = rewriting.of(before)
        if after != before:
            _require_form(name, after, rows[document_id].title)
            yield Correction(rows[document_id].uuid, rows[document_id].title, name, before, after)


def _correct(unit: Unit, document: str, name: ElementName, value: str) -> str | None:
    identifier = known_document(unit.connection, document)
    typed = codec.value_from_text(name, value)
    before = documents.correct(unit.connection, identifier, name, typed, by=unit.by, at=unit.at)
    fulltext.index_document(unit.connection, identifier)
    unit.record(document, [Change(name, before, value)])
    return before


def _require_form(name: ElementName, value: str, title: str = "") -> None:
    if name in {ElementName.DATED_ON, ElementName.PRINTED_ON} and value and not _is_date(value):
        where = f"（{title}）" if title else ""
        raise WrongUseError(f"“{value}”不是日期{where}。", "请写成 2008-03-07、2008-03 或 2008。")


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
