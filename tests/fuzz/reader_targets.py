"""Readers of file formats as functions of bytes, and what must hold of what they return."""

import io
import zlib

from app.domain.source import Extraction, FileFormat
from app.formats.containers import members
from app.formats.extract import extract, reader_for
from app.formats.read.compressed_rich_text import unpacked
from app.formats.read.hidden_parts import hidden_parts
from app.formats.reader import UnreadableError
from app.formats.write.redacted_word import write_redacted_word
from app.store.codec import pack_structure, unpack_extraction
from tests.fuzz import compound_seeds, mutate, package_seeds, seeds
from tests.fuzz.target import Run, Target, in_file

MOST_SWELLING = 60
"""How many characters of text a byte of a file may give, above :data:`FREE_CHARACTERS`."""
FREE_CHARACTERS = 200_000


def check(extraction: Extraction, data: bytes) -> None:
    """What every reader promises of what it returns."""
    text, length = extraction.text, len(extraction.text)
    assert "\r" not in text, "line ends are line feeds"
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
    structure = pack_structure(extraction)
    assert unpack_extraction(text, structure).parts == extraction.parts


def reading(file_format: FileFormat) -> Run:
    """Read a file of a format; it is identified first, as the program does, in one execution of eight."""
    reader = reader_for(file_format)
    assert reader is not None

    def run(data: bytes) -> None:
        stream = io.BytesIO(data)
        try:
            whole = zlib.crc32(data) % 8 == 0
            check(extract(stream, f"a.{file_format}") if whole else reader(stream, file_format), data)
        except UnreadableError:
            return

    return run


def identified(name: str) -> Run:
    """Identify and read a file of this name; what it is, its bytes say."""

    def run(data: bytes) -> None:
        try:
            check(extract(io.BytesIO(data), name), data)
        except UnreadableError:
            return

    return run


def unfolding(name: str) -> Run:
    """Identify and read a container and all that is in it, at every depth."""

    def run(data: bytes) -> None:
        identified(name)(data)
        try:
            for member in members(io.BytesIO(data), name):
                assert (member.content is None) != (member.failure is None)
                assert ".." not in member.path.split("/") or member.failure is not None, "a name climbs out"
        except UnreadableError:
            return

    return run


def unpacking_rich_text(data: bytes) -> None:
    """The compressed RTF of Outlook."""
    try:
        unpacked(data)
    except UnreadableError:
        return


def redacting(data: bytes) -> None:
    """A Word package copied with values blacked out; what is copied no longer holds them."""
    try:
        in_file(".docx", data, lambda path: write_redacted_word(path, path.with_name("b.docx"), ["临湖县"]))
        hidden_parts(io.BytesIO(data))
    except UnreadableError:
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


TARGETS = (
    Target("doc", reading(FileFormat.DOC), mutate.in_compound, compound_seeds.words),
    Target("ofd", reading(FileFormat.OFD), mutate.in_package, package_seeds.ofds),
    Target("rtf", reading(FileFormat.RTF), mutate.in_words_of(tuple(_RTF_WORDS.split())), seeds.rich_texts),
    Target("mail", unfolding("a.eml"), mutate.in_words_of(_MAIL), seeds.mails),
    Target("msg", unfolding("a.msg"), mutate.in_compound, compound_seeds.messages),
    Target("zip", unfolding("a.zip"), mutate.in_package, seeds.archives),
    Target(
        "html",
        reading(FileFormat.HTML),
        mutate.either(mutate.in_markup, mutate.in_words_of(tuple(_HTML_WORDS.split()))),
        seeds.web_pages,
    ),
    Target("table", identified("a.csv"), mutate.in_bytes, seeds.tables),
    Target("docx", reading(FileFormat.DOCX), mutate.in_package, package_seeds.documents),
    Target("odf", reading(FileFormat.ODT), mutate.in_package, package_seeds.open_documents),
    Target("ppt", reading(FileFormat.PPT), mutate.in_compound, compound_seeds.slides),
    Target("xml", reading(FileFormat.XML), mutate.in_markup, seeds.markups),
    Target("sheet", identified("a.xlsx"), mutate.in_structure, package_seeds.workbooks),
    Target("pptx", reading(FileFormat.PPTX), mutate.in_package, package_seeds.presentations),
    Target("lzfu", unpacking_rich_text, mutate.in_bytes, compound_seeds.compressed_rich_texts),
    Target("redact", redacting, mutate.in_package, package_seeds.documents),
    Target("7z", unfolding("a.7z"), mutate.in_bytes, seeds.seven_zips),
    Target("rar", unfolding("a.rar"), mutate.in_bytes, seeds.rars),
    Target("pdf", reading(FileFormat.PDF), mutate.in_bytes, seeds.pdfs),
)
