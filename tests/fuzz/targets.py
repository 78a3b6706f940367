"""What is fuzzed: every reader and recogniser of our own as a function of bytes, and what must hold of it.

A target returns when all is well, which a refusal in words is too, and raises what it finds: a defect's own
exception, or an ``AssertionError`` when a result breaks its contract.
"""

import io
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.classify import rules
from app.classify.data_files import DataFileError
from app.classify.findings import findings_of
from app.classify.personal_information import find
from app.classify.records import elements_record, findings_record, suggestion_record
from app.classify.suggest import Case, suggest
from app.domain.query import Mistake
from app.domain.source import Extraction, FileFormat, LayoutLine, PartKind, TextPart
from app.errors import AppError
from app.formats.containers import members
from app.formats.encoding import decode
from app.formats.extract import extract
from app.formats.identify import identify_bytes
from app.formats.read.compressed_rich_text import unpacked
from app.formats.read.exchange_sheet import UnreadableError as UnreadableSheetError
from app.formats.read.exchange_sheet import read_exchange_sheet
from app.formats.read.hidden_parts import hidden_parts
from app.formats.reader import UnreadableError
from app.formats.stored_tables import word_table_rows
from app.formats.table_rows import tables_of
from app.formats.write.redacted_word import write_redacted_word
from app.inventory.recognise import recognise
from app.inventory.registers.mapping import guess, read_rows
from app.inventory.secrecy.gate import examine_extraction, examine_name
from app.progress import Silent
from app.review.exchange import package
from app.search.explain import explain
from app.search.language import understand
from app.search.snippets import Marker
from app.store.codec import packed_extraction, unpack_extraction, unpack_text
from app.transfer.receipt import read_receipt
from app.transfer.templates import load_template
from app.transfer.verify.bagit import validate_bag
from app.transfer.verify.encapsulated import decoded
from tests.fuzz import mutate, seeds, texts

Run = Callable[[bytes], None]
MOST_SWELLING = 60
"""How many characters of text a byte of a file may give, above :data:`FREE_CHARACTERS`."""
FREE_CHARACTERS = 200_000


@dataclass(frozen=True)
class Target:
    """One thing that is fuzzed, how its input is spoilt and what it begins with."""

    name: str
    run: Run
    mutate: mutate.Mutator
    seeds: Callable[[], list[bytes]]


def check(extraction: Extraction, data: bytes) -> None:
    """What every reader promises of what it returns."""
    text, length = extraction.text, len(extraction.text)
    assert "\r" not in text, "line ends are line feeds"
    text.encode()
    assert length <= FREE_CHARACTERS + MOST_SWELLING * len(data), "a text swells"
    assert all(0 <= part.start <= part.end <= length for part in extraction.parts), "a part lies outside"
    assert all(0 <= line.start <= line.end <= length for line in extraction.layout), "a line lies outside"
    starts = extraction.page_starts
    assert list(starts) == sorted(starts), "pages in disorder"
    assert all(0 <= start <= length for start in starts), "a page begins outside"
    for value in (
        *extraction.properties,
        *extraction.properties.values(),
        *(item.name for item in extraction.embedded),
    ):
        assert isinstance(value, str)
    stored = packed_extraction(extraction)
    assert unpack_extraction(unpack_text(stored.body), stored.structure).text == text


def reading(name: str) -> Run:
    """Identify and read a file of this name."""

    def run(data: bytes) -> None:
        try:
            check(extract(io.BytesIO(data), name), data)
        except UnreadableError:
            return

    return run


def unfolding(name: str) -> Run:
    """Identify and read a container and all that is in it, at every depth."""

    def run(data: bytes) -> None:
        reading(name)(data)
        try:
            for member in members(io.BytesIO(data), name):
                assert (member.content is None) != (member.failure is None)
                assert ".." not in member.path.split("/") or member.failure is not None, "a name climbs out"
        except UnreadableError:
            return

    return run


def identifying(data: bytes) -> None:
    """Identification by bytes and one of the names it may have, and the guess of its encoding."""
    chosen = sum(data) % len(_NAMES)
    identify_bytes(data, _NAMES[chosen])
    declared = (None, "gb2312", "big5", data[:12].decode("latin-1"))[chosen % 4]
    assert isinstance(decode(data, declared).text, str)
    examine_name(decode(data[:200]).text)


_NAMES = ("a", "a.txt", "a.wps", "a.csv", "a.html", "a.eml", "a.xml")


def laid_out(text: str) -> Extraction:
    """A text as a reader gives it; the marks of :mod:`tests.fuzz.texts` become layout and pages."""
    lines: list[str] = []
    layout: list[LayoutLine] = []
    pages, place = [0], 0
    for line in text.replace("\r", "").split("\n"):
        mark, rest = line[:1], line[1:] if line[:1] in {"\x01", "\x02", "\x03"} else line
        if mark == "\x03":
            pages.append(place)
        red = (255, 0, 0) if mark == "\x01" else (0, 0, 0)
        size = {"\x01": 40.0, "\x02": 22.0}.get(mark, 16.0)
        top = 20.0 * len(layout)
        if len(pages) == 1:
            layout.append(
                LayoutLine(place, place + len(rest), 60, top, 500, top + size, size, red, size > 20)
            )
        lines.append(rest)
        place += len(rest) + 1
    whole = "\n".join(lines)
    parts = tuple(TextPart(PartKind.TABLE, start, end) for start, end in _runs_of_rows(lines))
    is_placed = "\x01" in text or "\x02" in text
    return Extraction(
        format=FileFormat.PDF,
        puid=None,
        text=whole,
        page_starts=tuple(pages) if is_placed else (),
        page_count=len(pages) if is_placed else None,
        parts=parts,
        layout=tuple(layout) if is_placed else (),
        page_size=(595.0, 842.0) if is_placed else None,
        properties={"title": lines[0][:80]},
        reader="fuzz",
    )


def _runs_of_rows(lines: list[str]) -> list[tuple[int, int]]:
    found, place, start = [], 0, -1
    for line in [*lines, ""]:
        if "\t" in line and start < 0:
            start = place
        elif "\t" not in line and start >= 0:
            found.append((start, place))
            start = -1
        place += len(line) + 1
    return found


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def recognising(data: bytes) -> None:
    """Recognition of a text with layout; evidence lies inside the text."""
    extraction = laid_out(_text(data))
    found = recognise(extraction, "临政办发〔2015〕7号 " + extraction.text[:20].replace("/", "") + ".doc")
    length = len(extraction.text)
    for element in found.elements.values():
        if element.evidence is not None:
            assert 0 <= element.evidence.start <= element.evidence.end <= length, "evidence lies outside"
    json.dumps(elements_record(found.elements))


def looking_for_persons(data: bytes) -> None:
    """Personal information in a text; places are sound and what is shown of a number is masked."""
    text = laid_out(_text(data)).text
    for finding in find(text, year=2015):
        assert 0 <= finding.start < finding.end <= len(text), "a finding lies outside"
        if finding.kind in {"resident_id", "bank_card", "mobile_phone"}:
            assert sum(map(str.isdigit, finding.shown)) < 11, "a number is shown whole"


def guarding(data: bytes) -> None:
    """The secrecy gate on a text and on every line of it as a name."""
    extraction = laid_out(_text(data))
    verdict = examine_extraction(extraction)
    assert len(verdict.rule) < 60, "a verdict holds no text"
    for line in extraction.text.split("\n")[:5]:
        examine_name(line)


def suggesting(data: bytes) -> None:
    """Everything that is made of one file's text: elements, findings, suggestion."""
    extraction = laid_out(_text(data))
    recognition = recognise(extraction, "a.doc")
    findings = findings_of(extraction, recognition)
    case = Case(extraction, recognition, findings, rules.shipped_rules(), file_name="a.doc")
    json.dumps([findings_record(findings), suggestion_record(suggest(case))])


def asking(data: bytes) -> None:
    """A query: understood or a mistake with a place; explained, and marked in a text."""
    query = _text(data)
    node = understand(query)
    if isinstance(node, Mistake):
        assert 0 <= node.start <= node.end, "a mistake lies nowhere"
        return
    explain(node).encode()
    marker = Marker(node)
    snippet = marker.snippet(texts.NOTICE)
    assert all(0 <= start <= end <= len(snippet.text) for start, end in snippet.marks)


def registering(data: bytes) -> None:
    """A register from its bytes to rows with fields."""
    try:
        for table in tables_of(io.BytesIO(data), "a.csv"):
            read_rows(table.rows, guess(table.rows))
    except UnreadableError:
        return


def unpacking_rich_text(data: bytes) -> None:
    """The compressed RTF of Outlook."""
    try:
        unpacked(data)
    except UnreadableError:
        return


def _in_file(suffix: str, data: bytes, use: Callable[[Path], object]) -> None:
    with tempfile.TemporaryDirectory(dir=_memory()) as folder:
        path = Path(folder, "a" + suffix)
        path.write_bytes(data)
        use(path)


def _memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def reading_rules(data: bytes) -> None:
    """A folder of rules that a customer wrote."""
    try:
        _in_file(".toml", data, lambda path: rules.load_rules([path.parent]))
    except (DataFileError, AppError):
        return


def reading_template(data: bytes) -> None:
    """A transfer template that a customer wrote."""
    try:
        _in_file(".toml", data, load_template)
    except AppError:
        return


def reading_records(data: bytes) -> None:
    """JSON from another PC: a receipt, decisions in a package."""
    for suffix, use in (
        (".json", read_receipt),
        (".zip", lambda path: package._read(path, package.BACK_KIND)),
    ):
        given = (
            mutate.zipped({package.CONTENT_NAME: data}) if suffix == ".zip" and data[:2] != b"PK" else data
        )
        try:
            _in_file(suffix, given, use)
        except AppError:
            continue


def encapsulation(data: bytes) -> None:
    """An encapsulation package (DA/T 48)."""
    import binascii
    from xml.parsers import expat

    from app.transfer.verify.encapsulated import _Refused

    try:
        _in_file(".eep", data, decoded)
    except (OSError, expat.ExpatError, _Refused, binascii.Error):
        return


def exchange_workbook(data: bytes) -> None:
    """A workbook that comes back from a reviewer."""
    try:
        _in_file(".xlsx", data, lambda path: read_exchange_sheet(path, "目录"))
    except UnreadableSheetError:
        return


def stored_table(data: bytes) -> None:
    """A catalogue as a Word table, in a package that somebody else made."""
    try:
        _in_file(".docx", data, word_table_rows)
    except ValueError:
        return


def redacting(data: bytes) -> None:
    """A Word package copied with values blacked out; what is copied no longer holds them."""
    try:
        _in_file(".docx", data, lambda path: write_redacted_word(path, path.with_name("b.docx"), ["临湖县"]))
        hidden_parts(io.BytesIO(data))
    except UnreadableError:
        return


def validating_bag(data: bytes) -> None:
    """A bag: files that the text describes, below a folder."""
    with tempfile.TemporaryDirectory(dir=_memory()) as folder:
        for piece in data.split(b">>>")[1:30]:
            name, _, content = piece.partition(b"\n")
            _put(Path(folder), name.decode("utf-8", "replace"), content)
        validate_bag(Path(folder), Silent())


def _put(folder: Path, name: str, content: bytes) -> None:
    parts = [part for part in name.split("/") if part not in {"", ".", ".."} and "\0" not in part]
    if not parts:
        return
    path = folder.joinpath(*(part[:40] for part in parts[:4]))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError:
        return


_RTF_WORDS = (
    r"\par \pard \plain \u20020? \uc1 \'c1 \bin3 {\* \fonttbl \colortbl \red255 \info \title \cell \row \trowd \intbl \page \sect "
    r"\header \footnote \shptxt \field \fldinst \fldrslt \v \deleted \revised \upr \ud \htmlrtf \htmltag \ansicpg936 \fcharset134 "
    r"\deff0 \f1 \fs24 \qc \creatim \yr2008 \nofpages2 \sbknone \dbch \loch \afs32 \pict \~ \_ \- \emdash \line \tab { } \\ \x"
)
_MAIL = (
    "Content-Type: ", "multipart/mixed; boundary=B", "multipart/alternative; boundary=B", "message/rfc822", "text/html", "text/plain",
    "charset=gb2312", "Content-Transfer-Encoding: base64", "quoted-printable", "Content-Disposition: attachment; filename=", "\r\n\r\n",
    "--B", "--B--", "=?gb2312?B?", "=?utf-8?Q?", "?=", "filename*=UTF-8''", "name*0=", "Subject: ", "Date: ", "x-uuencode", "7bit",
)  # fmt: skip
_HTML_WORDS = (
    "<table> <tr> <td> <th> <p> <div <br> <ul> <li> <pre> <font <meta <title> style=' display:none color:red font-size:22pt "
    "text-align:center class= nav <del> <script> <!-- --> </table> </div> &nbsp; 索引号： 文号 发布机构 &#x4e34;"
)


TARGETS = {
    target.name: target
    for target in (
        Target("doc", reading("a.doc"), mutate.in_compound, seeds.words),
        Target("ofd", reading("a.ofd"), mutate.in_package, seeds.ofds),
        Target("rtf", reading("a.rtf"), mutate.in_words_of(tuple(_RTF_WORDS.split())), seeds.rich_texts),
        Target("mail", unfolding("a.eml"), mutate.in_words_of(_MAIL), seeds.mails),
        Target("msg", unfolding("a.msg"), mutate.in_compound, seeds.messages),
        Target("zip", unfolding("a.zip"), mutate.in_package, seeds.archives),
        Target(
            "html",
            reading("a.html"),
            mutate.either(mutate.in_markup, mutate.in_words_of(tuple(_HTML_WORDS.split()))),
            seeds.web_pages,
        ),
        Target("table", reading("a.csv"), mutate.in_bytes, seeds.tables),
        Target("identify", identifying, mutate.in_bytes, seeds.any_bytes),
        Target("recognise", recognising, mutate.in_text, seeds.official_texts),
        Target("persons", looking_for_persons, mutate.in_text, seeds.official_texts),
        Target("gate", guarding, mutate.in_text, seeds.official_texts),
        Target("query", asking, mutate.in_text, seeds.queries),
        Target("docx", reading("a.docx"), mutate.in_package, seeds.documents),
        Target("odf", reading("a.odt"), mutate.in_package, seeds.open_documents),
        Target("ppt", reading("a.ppt"), mutate.in_compound, seeds.slides),
        Target("xml", reading("a.xml"), mutate.in_markup, seeds.markups),
        Target("suggest", suggesting, mutate.in_text, seeds.official_texts),
        Target("sheet", reading("a.xlsx"), mutate.in_structure, seeds.workbooks),
        Target("pptx", reading("a.pptx"), mutate.in_package, seeds.presentations),
        Target("register", registering, mutate.in_bytes, seeds.tables),
        Target("lzfu", unpacking_rich_text, mutate.in_bytes, seeds.compressed_rich_texts),
        Target("stored", stored_table, mutate.in_package, seeds.documents),
        Target("redact", redacting, mutate.in_package, seeds.documents),
        Target("exchange", exchange_workbook, mutate.in_package, seeds.workbooks),
        Target("rules", reading_rules, mutate.in_text, seeds.rule_files),
        Target("template", reading_template, mutate.in_text, seeds.templates),
        Target("records", reading_records, mutate.in_text, seeds.records),
        Target("bag", validating_bag, mutate.in_text, seeds.bags),
        Target("encapsulation", encapsulation, mutate.in_markup, seeds.encapsulations),
        Target("7z", unfolding("a.7z"), mutate.in_bytes, seeds.seven_zips),
        Target("rar", unfolding("a.rar"), mutate.in_bytes, seeds.rars),
        Target("pdf", reading("a.pdf"), mutate.in_bytes, seeds.pdfs),
    )
}
"""Every target, the one whose input is trusted least first."""
