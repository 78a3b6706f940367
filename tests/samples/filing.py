"""Which document lies in which folder as which kind of file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from tests.samples.carriers import ofd, plain, word
from tests.samples.carriers.compound import write_doc
from tests.samples.carriers.pages import paginate
from tests.samples.compose import Line, compose
from tests.samples.paper import Form, Paper
from tests.samples.truth import ExpectedFile, Value, derivable_of, elements_of, suggestion_of

Writer = Callable[[Path, Paper, tuple[Line, ...]], None]


@dataclass(frozen=True, slots=True)
class CarrierKind:
    """A kind of file: its suffix, what it is by content, and how it is written (drawn ones later, by Qt)."""

    suffix: str
    format: str
    write: Writer | None = None
    needs_ocr: bool = False


class Carrier(Enum):
    """All kinds of file that documents are written as."""

    DOCX = CarrierKind(".docx", "docx", lambda path, _paper, lines: word.write_docx(path, lines))
    WPS_OOXML = CarrierKind(".wps", "wps", lambda path, _paper, lines: word.write_docx(path, lines))
    DOC = CarrierKind(".doc", "doc", lambda path, _paper, lines: write_doc(path, lines))
    WPS = CarrierKind(".wps", "wps", lambda path, _paper, lines: write_doc(path, lines, is_kingsoft=True))
    DOC_RTF = CarrierKind(".doc", "rtf", lambda path, _paper, lines: plain.write_rtf(path, lines))
    RTF = CarrierKind(".rtf", "rtf", lambda path, _paper, lines: plain.write_rtf(path, lines))
    TXT = CarrierKind(".txt", "txt", lambda path, _paper, lines: plain.write_txt(path, lines, "gb18030"))
    TXT_UTF8 = CarrierKind(
        ".txt", "txt", lambda path, _paper, lines: plain.write_txt(path, lines, "utf-8-sig")
    )
    TXT_UTF16 = CarrierKind(".txt", "txt", lambda path, _paper, lines: plain.write_txt(path, lines, "utf-16"))
    HTML = CarrierKind(
        ".html", "html", lambda path, paper, lines: plain.write_html(path, paper, lines, "gb2312")
    )
    OFD = CarrierKind(
        ".ofd", "ofd", lambda path, paper, lines: ofd.write_ofd(path, paper.title, paginate(lines))
    )
    PDF = CarrierKind(".pdf", "pdf")
    SCAN_PDF = CarrierKind("_扫描件.pdf", "pdf", needs_ocr=True)
    SCAN_TIF = CarrierKind("_扫描件.tif", "tif", needs_ocr=True)
    SCAN_JPG = CarrierKind("_扫描件.jpg", "jpg", needs_ocr=True)
    SCAN_PNG = CarrierKind("_扫描件.png", "png", needs_ocr=True)


@dataclass(frozen=True, slots=True)
class Filing:
    """One file of one document. ``stem`` replaces the file name made of number and title."""

    folder: str
    paper: Paper
    carrier: Carrier = Carrier.DOCX
    role: str = "master"
    stem: str | None = None
    labels: tuple[str, ...] = field(default=())

    @property
    def path(self) -> str:
        """The path in the archive."""
        stem = self.stem or " ".join(part for part in (self.paper.number, self.paper.title[:40]) if part)
        return f"{self.folder}/{stem}{self.carrier.value.suffix}"

    def expected(self) -> ExpectedFile:
        """What must be found in the file."""
        kind = self.carrier.value
        if self.paper.classification:
            secret = {"title": self.paper.title, "document_number": self.paper.number}
            return ExpectedFile(
                self.path, kind.format, "quarantined", elements=secret, labels=("classified",)
            )
        return ExpectedFile(
            path=self.path,
            format=kind.format,
            status="needs_ocr" if kind.needs_ocr else "ok",
            elements=self._elements(),
            derivable=derivable_of(self.paper),
            findings=self.paper.findings,
            suggestion=suggestion_of(self.paper),
            item=self.paper.key,
            role=self.role,
            document_role=self.paper.origin,
            era=self.paper.era.value,
            labels=(*self.labels, *self.paper.labels),
        )

    def _elements(self) -> dict[str, Value]:
        """The printed elements; on a web page the block of metadata may hold the only mark."""
        elements = elements_of(self.paper)
        if self.carrier is Carrier.HTML and self.paper.mark is None:
            elements["disclosure_mark"] = plain.WEB_MARK
        return elements

    def lines(self) -> tuple[Line, ...]:
        """The document's lines; a web page and a text file carry no red head."""
        lines = compose(self.paper)
        is_bare = self.carrier is Carrier.HTML and self.paper.form is not Form.ORDER
        return tuple(line for line in lines if line.style.value != "head") if is_bare else lines
