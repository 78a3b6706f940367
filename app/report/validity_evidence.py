"""Evidence for 有效性: what later documents and clean-up lists say of a document by number or title.

Two ways of saying it: a clause (《…》（…号）同时废止), and a list under a heading (宣布失效的文件目录).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import AppError
from app.report.given_file import read_given
from app.report.templates import load_data
from app.report.validity_terms import ValidityStatus
from app.store import codec, suggestions
from app.store.catalogue import Reading
from app.store.report_rows import HeldDocument
from app.text.dates import find_dates
from app.text.document_number import canonical, find_numbers

_TITLE = r"《[^《》\n]{2,90}》(?:\s*[（(〔][^（）()\n]{2,60}[）)〕])?"
_TITLES = rf"{_TITLE}(?:\s*(?:、|，|,|和|及|以及|；)?\s*{_TITLE})*"
_OVER = "废止|失效|停止执行|停止使用|不再执行|作废"
_CLAUSE = re.compile(
    rf"(?P<before>{_TITLES})(?:等[^，。；《》]{{0,12}})?(?:自[^，。；]{{2,24}})?[，,]?\s*(?:同时|同步|一并|均|予以|即行|自行|宣布|相应)*\s*(?:{_OVER})"
    rf"|(?:{_OVER})(?:下列|以下)?(?:[^，。；：:《》\n]{{0,20}})[：:]?\s*(?P<behind>{_TITLES})"
)
_ONE = re.compile(_TITLE)
_BRACKETED = re.compile(r"[（(〔](?P<inside>[^（）()\n]{2,60})[）)〕]$")
_EFFECTIVE = re.compile(r"自(?P<when>[^，。；\n]{4,20}?)(?:起|开始)(?:正式)?(?:施行|实施|执行|生效)")
_SERIAL = re.compile(r"^\s*(?:\d{1,3}|[（(]?[一二三四五六七八九十]{1,3}[）)]?)\s*[.．、:：)）\t]\s*")
_HEADING_WORDS = re.compile(
    "目录|清单|名单|如下|文件[：:]?$|[（(]\\s*共?\\s*\\d+\\s*件|^[一二三四五六七八九十]、|附件"
)
_CLEANS_UP = re.compile("废止|失效|清理(?:结果|情况)|继续有效")
_LEAST_TITLE = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One document that a clause or a list names, and what becomes of it."""

    status: ValidityStatus
    title: str
    document_number: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """An entry with where it stands. ``source``: number or title of a document, or a file's name;
    ``dated_on``: its ISO date, empty for a file.
    """

    entry: Entry
    source: str
    dated_on: str


@dataclass(frozen=True, slots=True)
class Stated:
    """What the texts of the inventory say: evidence on others, and by UUID since when each applies."""

    evidence: tuple[Evidence, ...] = ()
    effective_on: tuple[tuple[str, str], ...] = ()


def is_clean_up(title: str) -> bool:
    """Whether a document by its title is about the validity of others."""
    return bool(_CLEANS_UP.search(title))


def stated_in(connection: Reading, documents: Sequence[HeldDocument]) -> Stated:
    """What the texts of these documents say; each text is read once."""
    evidence: list[Evidence] = []
    effective: list[tuple[str, str]] = []
    for one in documents:
        text = _text_of(connection, one)
        source = one.document_number or one.title
        entries = [*clauses(text), *(listed(text) if is_clean_up(one.title) else ())]
        found = dict.fromkeys(entry for entry in entries if not _is_itself(entry, one))
        evidence += [Evidence(entry, source, one.dated_on) for entry in found]
        if since := effective_on(text):
            effective.append((one.uuid, since))
    return Stated(tuple(evidence), tuple(effective))


def _text_of(connection: Reading, one: HeldDocument) -> str:
    """The text of a document's leading file; empty where nothing was read."""
    contents = [one.content_id] if one.content_id is not None else []
    return "".join(codec.unpack_text(body) for _, body, _ in suggestions.packed_texts(connection, contents))


def _is_itself(entry: Entry, one: HeldDocument) -> bool:
    if entry.document_number:
        return entry.document_number == one.document_number
    return entry.title in one.title


def effective_on(text: str) -> str:
    """The day from which a text says it applies (自…起施行), ISO; empty without a full date."""
    for found in _EFFECTIVE.finditer(text):
        dates = [one.value for one in find_dates(found["when"]) if one.is_valid and len(one.value) == 10]
        if dates:
            return dates[0]
    return ""


def clauses(text: str) -> Iterator[Entry]:
    """Documents that sentences repeal by title (and number): 《…》（…号）同时废止."""
    joined = re.sub(r"(?<=[\u4e00-\u9fff《》（），、])\n(?=[\u4e00-\u9fff《（])", "", text)
    for clause in _CLAUSE.finditer(joined):
        for one in _ONE.finditer(clause["before"] or clause["behind"]):
            title = one[0][1 : one[0].index("》")]
            bracket = _BRACKETED.search(one[0])
            yield Entry(ValidityStatus.REPEALED, title, canonical(bracket["inside"]) if bracket else "")


def listed(text: str) -> Iterator[Entry]:
    """Documents that stand in lists below a heading which says what becomes of them."""
    status: ValidityStatus | None = None
    for line in text.split("\n"):
        entry = _entry(line, status)
        heading = _status_of(line) if entry is None or _is_heading(line) else None
        if heading is not None:
            status = heading
        elif entry is not None:
            yield entry


def _is_heading(line: str) -> bool:
    bare = line.strip()
    return len(bare) <= 40 and bool(_HEADING_WORDS.search(bare)) and next(find_numbers(bare), None) is None


def _status_of(text: str) -> ValidityStatus | None:
    """What a heading or a cell says; the first word that speaks."""
    words = load_data("report_templates", "validity")["words"]
    hits = [
        (text.index(word), -len(word), ValidityStatus(status))
        for status, spoken in words.items()
        for word in spoken
        if word in text
    ]
    return min(hits)[2] if hits else None


def _entry(line: str, status: ValidityStatus | None) -> Entry | None:
    """A line of a list: a title, with a number in a bracket, behind a tab or in a cell of its own."""
    if status is None:
        return None
    number = next(find_numbers(line), None)
    quoted = _ONE.search(line)
    if number is None and quoted is None:
        return None
    if quoted is not None:
        title = quoted[0][1 : quoted[0].index("》")]
    else:
        assert number is not None
        rest = [line[: number.start], line[number.end :]]
        title = max((_bare(cell) for part in rest for cell in part.split("\t")), key=len, default="")
    if len(title) < _LEAST_TITLE and number is None:
        return None
    return Entry(status, title, number.canonical if number else "")


def _bare(cell: str) -> str:
    return _SERIAL.sub("", cell).strip(" \u3000（）()〔〕。；;、，,")


def read_repeal_list(path: Path) -> list[Evidence]:
    """The entries of an imported list: a sheet with 标题 and 文号, or a document with such lists.

    What becomes of them is said by a column (清理意见, 状态 …), by headings, or by the file's name.

    Raises:
        AppError: the file cannot be read, or does not say what becomes of its documents.
    """
    text = read_given(path).text
    entries = [*_of_sheet(text, _status_of(path.stem)), *clauses(text)]
    entries = entries or list(listed(f"{path.stem}目录\n{text}"))
    if not entries:
        raise AppError(
            f"“{path.name}”没有写明哪些文件有效、修改或废止。",
            "表格须有“标题”列和“清理意见”列；或在文件名里写明，如“废止文件目录”。",
        )
    return [Evidence(entry, path.stem, "") for entry in dict.fromkeys(entries)]


def _of_sheet(text: str, by_name: ValidityStatus | None) -> Iterator[Entry]:
    columns = load_data("report_templates", "validity")["columns"]
    places: dict[str, int] = {}
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.split("\t")]
        found = {name: n for n, cell in enumerate(cells) for name, heads in columns.items() if cell in heads}
        if "title" in found:
            places = found
            continue
        values = {name: cells[n] if n < len(cells) else "" for name, n in places.items()}
        status = _status_of(values.get("status", "")) or by_name
        if values.get("title") and status is not None:
            yield Entry(status, values["title"].strip("《》"), canonical(values.get("number", "")))
