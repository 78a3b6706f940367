"""What rules may look at: one document with everything that is known about it."""

import re
from dataclasses import dataclass
from functools import cached_property

from app.domain.disclosure import DisclosureAttribute, Finding
from app.domain.document import DocumentRole, Element, ElementName, Recognition
from app.domain.source import Extraction
from app.text.folding import fold

HEAD_LENGTH = 1500
SEARCHED_LENGTH = 20_000
"""Characters of a text that a rule's pattern is tried on; annexes behind it are covered by findings."""

LONGEST_QUOTE = 60
LONGEST_TITLE = 200
LONGEST_HEADING = 60
HEADING_LINES = 12
_HEAD_LINE = re.compile(
    "文件$|〔[0-9]{4}〕|^(?:特急|加急|特提|平急|急件|份号|密级|签发人|附件[0-9一二三四五六七八九十]*:?$)|^[0-9]{4,7}$|公开$|^第[0-9]+期"
    "|工作秘密|注意保存|^内部(?:资料|文件|参阅|刊物)|^(?:发件人|收件人|主题|日期|时间|抄送):"
)
_SENTENCE = re.compile("[。;!?]|[:,]$|\\t")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document that a condition rests on, with their place in the text."""

    words: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Facts:
    """One document. ``mark`` is the attribute that marks and registers speak for, if any.

    ``folded_text`` is the text folded, where a caller has it already.
    """

    extraction: Extraction
    recognition: Recognition
    findings: tuple[Finding, ...] = ()
    role: DocumentRole = DocumentRole.OWN
    mark: DisclosureAttribute | None = None
    file_name: str = ""
    folded_text: str | None = None

    @cached_property
    def folded(self) -> str:
        """The beginning of the text, folded."""
        known = self.folded_text
        return fold(self.extraction.text[:SEARCHED_LENGTH]) if known is None else known[:SEARCHED_LENGTH]

    @cached_property
    def folded_head(self) -> str:
        """The head of the document, folded."""
        return self.folded[:HEAD_LENGTH]

    @cached_property
    def title(self) -> str:
        """The title, folded and without blanks, or what stands first on the page in its place."""
        return _bare(self.quote_title().words)

    def quote_title(self) -> Quote:
        """The title as printed; the row of a register is none."""
        quote = self._quote_element(ElementName.TITLE, LONGEST_TITLE)
        if quote.words and not (
            quote.start is not None and "\t" in self.extraction.text[quote.start : quote.end]
        ):
            return quote
        return self._heading()

    def _heading(self) -> Quote:
        """The first short line that is no head of a document, for papers with no official title."""
        start = 0
        for line in self.extraction.text[:HEAD_LENGTH].split("\n")[:HEADING_LINES]:
            bare = _bare(line)
            if bare and not _HEAD_LINE.search(bare):
                lead = len(line) - len(line.lstrip())
                place = Quote(shortened(line), start + lead, start + lead + len(line.strip()))
                return place if len(bare) <= LONGEST_HEADING and not _SENTENCE.search(bare) else Quote("")
            start += len(line) + 1
        return Quote("")

    @property
    def genre(self) -> str:
        """The kind of document (文种), empty when unknown."""
        return self.bare_value(ElementName.GENRE)

    @cached_property
    def bare_file_name(self) -> str:
        """The file's name, folded and without blanks."""
        return _bare(self.file_name)

    @property
    def dated_on(self) -> str:
        """The date as "2008", "2008-03" or "2008-03-07"; empty when unknown."""
        return self.value(ElementName.DATED_ON)

    def element(self, name: ElementName) -> Element | None:
        """A recognised element."""
        return self.recognition.elements.get(name)

    def value(self, name: ElementName) -> str:
        """The element as one string, empty when absent."""
        element = self.element(name)
        return element.text if element is not None else ""

    def bare_value(self, name: ElementName) -> str:
        """The element folded and without blanks, empty when absent."""
        if name not in self._bare_values:
            self._bare_values[name] = _bare(self.value(name))
        return self._bare_values[name]

    @cached_property
    def _bare_values(self) -> dict[ElementName, str]:
        """Kept, because many rules ask for the same few elements."""
        return {}

    def quote_element(self, name: ElementName) -> Quote:
        """The element as printed, with its place."""
        return self._quote_element(name, LONGEST_QUOTE)

    def _quote_element(self, name: ElementName, longest: int) -> Quote:
        element = self.element(name)
        if element is None:
            return Quote("")
        words = shortened(element.printed or element.text, longest)
        evidence = element.evidence
        return Quote(words, evidence.start, evidence.end) if evidence is not None else Quote(words)

    def quote_text(self, start: int, end: int) -> Quote:
        """The words at a place of the text with a little of their line around them."""
        text = self.extraction.text
        line_start = max(text.rfind("\n", 0, start) + 1, start - 15)
        line_end = text.find("\n", end)
        line_end = min(len(text) if line_end < 0 else line_end, end + 15)
        return Quote(shortened(text[line_start:line_end]), start, end)


def shortened(words: str, longest: int = LONGEST_QUOTE) -> str:
    """The words on one line, cut to the length of a quote."""
    joined = " ".join(words.split())
    return joined if len(joined) <= longest else joined[: longest - 1] + "…"


def _bare(text: str) -> str:
    return re.sub(r"\s", "", fold(text))
