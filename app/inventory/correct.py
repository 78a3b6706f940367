"""A person's value for an element counts from now on and survives every later recognition."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.audit import Change
from app.domain.document import ElementName
from app.errors import AppError, WrongUseError
from app.progress import Progress
from app.store import codec, documents, fulltext
from app.store.audit import Record
from app.store.catalogue import Catalogue, Reading, Unit
from app.store.documents import Typed
from app.store.naming import known_documents

PAGE = 2_000
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
        _correct(unit, [(document, name, value)])
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
        for start in range(0, len(wanted), PAGE):
            progress.step("改定要素", start, len(wanted))
            _carry_out(unit, wanted[start : start + PAGE])
        unit.commit()
    return len(wanted)


def _planned(
    connection: Reading, document_ids: Sequence[int], name: ElementName, rewriting: Rewriting
) -> Iterator[Correction]:
    named = documents.names_of(connection, document_ids)
    texts = documents.effective_texts_of(connection, document_ids, only=name)
    for document_id in document_ids:
        if document_id not in named:
            continue
        before = texts[document_id].get(name, "")
        after = rewriting.of(before)
        if after != before:
            uuid, title = named[document_id]
            _require_form(name, after, title)
            yield Correction(uuid, title, name, before, after)


def _carry_out(unit: Unit, wanted: Sequence[Correction]) -> None:
    """Correct what still is as it was shown; of two documents that became one the second is not."""
    ids = known_documents(unit.connection, [one.document for one in wanted])
    first: dict[tuple[int, ElementName], Correction] = {}
    for one in wanted:
        if first.setdefault((ids[one.document], one.name), one) is not one:
            raise _changed(one.title)
    before = _correct(unit, [(one.document, one.name, one.after) for one in wanted])
    for one, was in zip(wanted, before, strict=True):
        if (was or "") != one.before:
            raise _changed(one.title)


def _changed(title: str) -> AppError:
    return AppError(f"“{title}”在预览之后又有改动，没有改定任何一件。", "请重新预览后再改定。")


def _correct(unit: Unit, wanted: Sequence[tuple[str, ElementName, str]]) -> list[str | None]:
    """Let values count for elements of documents (UUIDs); what counted before."""
    ids = known_documents(unit.connection, [document for document, _name, _value in wanted])
    typed = [
        Typed(ids[document], name, codec.value_from_text(name, value)) for document, name, value in wanted
    ]
    before = documents.correct(unit.connection, typed, by=unit.by, at=unit.at)
    searched = [one.document_id for one in typed if one.name in fulltext.SEARCHED]
    fulltext.index_documents(unit.connection, searched)
    records = [
        Record(unit.action, document, [Change(name, was, value)])
        for (document, name, value), was in zip(wanted, before, strict=True)
    ]
    unit.record_all(records)
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
