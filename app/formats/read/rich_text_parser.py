"""Walks the groups of an RTF file and sorts its text into stories."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, replace

from app.domain.source import PartKind
from app.formats.read.paragraphs import PLAIN, Look
from app.formats.read.rich_text_story import Story
from app.formats.read.rich_text_tables import ColourTable, FontTable, iso_time
from app.formats.read.rich_text_tokens import Kind, Tokens
from app.formats.read.rich_text_words import (
    CHARACTERS,
    PROPERTIES,
    SKIPPED,
    STARRED,
    STORIES,
    SYMBOLS,
    TIMES,
)

UNNAMED = "_"
"""Collects what stands in the properties group outside of any property."""
_MAX_DEPTH = 5000
_HTML_HIDDEN = "htmlrtf"


@dataclass(slots=True)
class _State:
    """What holds inside a group; a group begins with a copy, and what was in force before comes back at
    its end.
    """

    story: Story
    look: Look = PLAIN
    font: int = 0
    fallback_length: int = 1
    is_centred: bool = False
    is_in_table: bool = False
    is_muted: bool = False
    is_east_asian: bool = False
    property: str = ""
    table: str = ""


@dataclass(slots=True)
class RichTextParser:
    """Parses a file that was decoded as Latin-1; results stand in the public attributes."""

    source: str
    main: Story = field(default_factory=Story)
    stories: list[Story] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    _tokens: Tokens = field(init=False)
    _state: _State = field(init=False)
    _stack: list[_State] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    _text: list[str] = field(default_factory=list)
    _to_skip: int = 0
    _fonts: FontTable = field(default_factory=FontTable)
    _default_font: int = 0
    _colours: ColourTable = field(default_factory=ColourTable)
    _time: dict[str, int] = field(default_factory=dict)
    _high: int = 0
    _begins_section: bool = False
    _is_starred: bool = False

    def __post_init__(self) -> None:
        self._tokens = Tokens(self.source)
        self._state = _State(self.main)

    def parse(self) -> None:
        """Read to the end; a file that is cut off gives what there is."""
        tokens = self._tokens
        while (kind := tokens.next()) is not Kind.END:
            if kind is Kind.TEXT:
                self._plain(tokens.text)
            elif kind is Kind.BYTE:
                self._byte(tokens.number or 0)
            elif kind is Kind.WORD:
                self._word(tokens.text, tokens.number)
            elif kind is Kind.OPEN:
                self._open()
            elif kind is Kind.CLOSE:
                self._close()
            else:
                self._symbol(tokens.text)
        self._flush()

    # groups

    def _open(self) -> None:
        self._flush()
        self._to_skip = 0
        self._stack.append(self._state)
        self._state = copy(self._state)
        if len(self._stack) > _MAX_DEPTH:
            self._tokens.skip_group()

    def _close(self) -> None:
        self._flush()
        self._to_skip = 0
        if not self._stack:
            return
        left, self._state = self._state, self._stack.pop()
        if left.property in TIMES.values() and self._state.property != left.property:
            self.properties[left.property] = iso_time(self._time)
        if left.story is not self._state.story and left.story.kind is PartKind.TEXT_BOX:
            self._state.story.anchor(left.story)

    def _set(self, **changes: object) -> None:
        for name, value in changes.items():
            setattr(self._state, name, value)

    # characters

    def _plain(self, text: str) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        if self._state.table:
            if self._state.table == "colortbl":
                self._colours.end_colours(text.count(";"))
        else:
            self._bytes += text.encode("latin-1", "replace")

    def _byte(self, value: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif not self._state.table:
            self._bytes.append(value)

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._is_starred = True
            return
        if self._to_skip:
            self._to_skip -= 1
        elif symbol in "\\{}":
            self._bytes += symbol.encode()
        elif symbol in "\r\n":
            self._word("par", None)
        else:
            self._characters(SYMBOLS.get(symbol, ""))

    def _flush(self) -> None:
        """Write what was collected, before something changes how text looks or where it goes."""
        self._decode_bytes()
        if self._text:
            text = "".join(self._text)
            self._text.clear()
            self._emit(text)

    def _decode_bytes(self) -> None:
        """Decode collected bytes by the character set of the font in force."""
        if self._bytes:
            raw, self._bytes = bytes(self._bytes), bytearray()
            self._text.append(
                raw.decode("ascii") if raw.isascii() else self._fonts.decode(raw, self._state.font)
            )

    def _characters(self, text: str) -> None:
        self._decode_bytes()
        self._text.append(text)

    def _emit(self, text: str) -> None:
        state = self._state
        if state.is_muted or state.table:
            return
        if state.property:
            self.properties[state.property] = (self.properties.get(state.property, "") + text)[:2000]
            return
        if self._begins_section and state.story is self.main:
            self._begins_section = False
            self.main.break_page()
        state.story.run(text, state.look)

    def _unicode(self, number: int) -> None:
        self._decode_bytes()
        fallback_length = self._state.fallback_length
        self._to_skip = self._tokens.skip_fallback(fallback_length)
        self._code(number & 0xFFFF)
        for following in self._tokens.unicode_run(fallback_length) if not self._to_skip else ():
            self._code(following & 0xFFFF)

    def _code(self, code: int) -> None:
        """A unit of UTF-16."""
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            high, self._high = self._high, 0
            self._text.append(chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else "\ufffd")
        else:
            self._text.append(chr(code))

    # control words

    def _word(self, word: str, number: int | None) -> None:
        is_starred, self._is_starred = self._is_starred, False
        if word == "u" and number is not None:
            self._unicode(number)
            return
        if word == "bin":
            self._tokens.skip_bytes(number or 0)
            return
        if not is_starred and word not in _KNOWN and not self._state.table and not self._state.property:
            return
        self._flush()
        if self._destination(word, is_starred=is_starred):
            return
        if word in CHARACTERS:
            self._emit(CHARACTERS[word])
        elif self._state.table:
            self._table_word(word, number or 0)
        elif word in TIMES or self._state.property in TIMES.values():
            self._time_word(word, number or 0)
        elif (act := _ACTS.get(word)) is not None:
            act(self, number)

    def _destination(self, word: str, *, is_starred: bool) -> bool:
        """Whether the word says where the group's text belongs."""
        if word in SKIPPED or (is_starred and word not in STARRED):
            self._tokens.skip_group()
        elif word in STORIES:
            self._begin_story(STORIES[word])
        elif word in {"fonttbl", "colortbl"}:
            self._set(table=word)
        elif word == "info":
            self._set(property=UNNAMED)
        elif self._state.property and word in PROPERTIES:
            self._set(property=PROPERTIES[word])
        else:
            return False
        return True

    def _begin_story(self, kind: PartKind) -> None:
        story = Story(kind)
        self._set(story=story, look=PLAIN, is_in_table=False, is_centred=False)
        if kind is not PartKind.TEXT_BOX:
            self.stories.append(story)

    # fonts, colours, times

    def _table_word(self, word: str, number: int) -> None:
        if self._state.table == "colortbl":
            self._colours.set_part(word, number)
        elif word == "f":
            self._set(font=number)
        elif word == "fcharset":
            self._fonts.set_charset(self._state.font, number)

    def _time_word(self, word: str, number: int) -> None:
        if word in TIMES:
            self._set(property=TIMES[word])
            self._time = {}
        else:
            self._time[word] = number

    # acts of single words

    def code_page(self, number: int | None) -> None:
        """The code page of bytes whose font names no character set."""
        self._fonts.set_code_page(number)

    def font(self, number: int | None) -> None:
        """The font, and with it the character set of the bytes that follow."""
        self._set(font=number or 0)

    def default_font(self, number: int | None) -> None:
        """The font of text that names none."""
        self._default_font = number or 0
        self._set(font=self._default_font)

    def plain(self, _: int | None) -> None:
        """Back to the default look."""
        self._set(look=PLAIN, font=self._default_font)

    def look(self, **changes: object) -> None:
        """Change the look of the text that follows."""
        self._set(look=replace(self._state.look, **changes))  # type: ignore[arg-type]

    def colour(self, number: int | None) -> None:
        """A colour by its place in the table."""
        self.look(colour=self._colours.at(number or 0))

    def size(self, number: int | None) -> None:
        """A size in half points."""
        self.look(size=(number or 24) / 2)

    def script(self, *, east_asian: bool) -> None:
        """Which characters the associated properties that follow are for."""
        self._set(is_east_asian=east_asian)

    def associated_size(self, number: int | None) -> None:
        """LibreOffice gives the size of Han characters as that of an associated font."""
        if self._state.is_east_asian:
            self.size(number)

    def paragraph_defaults(self, _: int | None) -> None:
        """Back to the default paragraph."""
        self._set(is_centred=False, is_in_table=False)

    def end_paragraph(self, _: int | None) -> None:
        """The paragraph ends."""
        state = self._state
        if state.property or state.is_muted:
            return
        state.story.end_paragraph(centred=state.is_centred, in_table=state.is_in_table)

    def end_section(self, _: int | None) -> None:
        """The section ends; the next begins a page unless it says otherwise."""
        self.end_paragraph(None)
        self._begins_section = self._state.story is self.main

    def mark(self, act: Callable[[Story], None]) -> None:
        """A cell, row or page ends."""
        if not self._state.property:
            act(self._state.story)

    def centre(self, value: bool) -> None:
        """Whether paragraphs are centred."""
        self._set(is_centred=value)

    def in_table(self, _: int | None) -> None:
        """The paragraph stands in a table."""
        self._set(is_in_table=True)

    def fallback(self, number: int | None) -> None:
        """How many bytes follow a Unicode character for readers that cannot show it."""
        self._set(fallback_length=min(max(0, number if number is not None else 1), 64))

    def mute(self, number: int | None) -> None:
        """RTF made from HTML hides what the HTML has no word for."""
        self._set(is_muted=number != 0)

    def unicode_twin(self, _: int | None) -> None:
        """A destination written twice: the first, for old readers, is left out."""
        if self._tokens.next() is Kind.OPEN:
            self._tokens.skip_group()
            self._tokens.next()

    def pages(self, number: int | None) -> None:
        """The number of pages the writing program counted."""
        self.properties["pages"] = str(number or 0)

    def same_page(self, _: int | None) -> None:
        """The section begins on the page where the last one ended."""
        self._begins_section = False


_Act = Callable[[RichTextParser, int | None], None]
_ACTS: dict[str, _Act] = {
    "ansicpg": RichTextParser.code_page,
    "deff": RichTextParser.default_font,
    "f": RichTextParser.font,
    "afs": RichTextParser.associated_size,
    **dict.fromkeys(("loch", "hich", "ltrch", "rtlch"), lambda parser, _: parser.script(east_asian=False)),
    "dbch": lambda parser, _: parser.script(east_asian=True),
    "plain": RichTextParser.plain,
    "cf": RichTextParser.colour,
    "fs": RichTextParser.size,
    "deleted": lambda parser, number: parser.look(is_deleted=number != 0),
    "v": lambda parser, number: parser.look(is_hidden=number != 0),
    "revised": lambda parser, number: parser.look(is_inserted=number != 0),
    "pard": RichTextParser.paragraph_defaults,
    "par": RichTextParser.end_paragraph,
    "sect": RichTextParser.end_section,
    "sbknone": RichTextParser.same_page,
    "sbkcol": RichTextParser.same_page,
    "qc": lambda parser, _: parser.centre(True),
    "ql": lambda parser, _: parser.centre(False),
    "qr": lambda parser, _: parser.centre(False),
    "qj": lambda parser, _: parser.centre(False),
    "intbl": RichTextParser.in_table,
    "cell": lambda parser, _: parser.mark(Story.end_cell),
    "row": lambda parser, _: parser.mark(Story.end_row),
    "nestcell": lambda parser, _: parser.end_paragraph(None),
    "page": lambda parser, _: parser.mark(Story.break_page),
    "upr": RichTextParser.unicode_twin,
    "nofpages": RichTextParser.pages,
    "uc": RichTextParser.fallback,
    _HTML_HIDDEN: RichTextParser.mute,
}
_KNOWN = frozenset(
    {*_ACTS, *SKIPPED, *STORIES, *CHARACTERS, *TIMES, *PROPERTIES, "fonttbl", "colortbl", "info"}
)
