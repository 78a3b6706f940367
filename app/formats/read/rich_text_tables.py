"""The tables in the head of an RTF file: fonts with their character sets, colours, times."""

from dataclasses import dataclass, field

from app.formats.encoding import widen
from app.formats.read.paragraphs import Colour
from app.formats.read.rich_text_words import CODECS

_MAX_ENTRIES = 10_000


@dataclass(slots=True)
class FontTable:
    """Which encoding the bytes of a font are in; ``code_page`` is that of the file."""

    code_page: str = "gb18030"
    _codecs: dict[int, str] = field(default_factory=dict)

    def set_code_page(self, number: int | None) -> None:
        """The file's own code page; Western files name 1252, Chinese ones 936."""
        self.code_page = widen(f"cp{number}") or "gb18030"

    def set_charset(self, font: int, charset: int) -> None:
        """A font's character set; those without one of their own use the file's code page."""
        if charset in CODECS and len(self._codecs) < _MAX_ENTRIES:
            self._codecs[font] = CODECS[charset]

    def decode(self, raw: bytes, font: int) -> str:
        """Bytes in the font's encoding, in the file's where that fails."""
        codec = self._codecs.get(font, self.code_page)
        for name in (codec, self.code_page):
            try:
                return raw.decode(name)
            except UnicodeDecodeError:
                continue
        return raw.decode(codec, "replace")


@dataclass(slots=True)
class ColourTable:
    """Colours by their number; the first is usually the automatic one, which has no parts."""

    _colours: list[Colour | None] = field(default_factory=list)
    _parts: dict[str, int] = field(default_factory=dict)

    def set_part(self, word: str, value: int) -> None:
        """Red, green or blue of the colour that is being described."""
        if word in {"red", "green", "blue"}:
            self._parts[word] = value & 255

    def end_colours(self, count: int) -> None:
        """So many colours end here."""
        for _ in range(min(count, _MAX_ENTRIES - len(self._colours))):
            parts, self._parts = self._parts, {}
            colour = (parts.get("red", 0), parts.get("green", 0), parts.get("blue", 0))
            self._colours.append(colour if parts else None)

    def at(self, number: int) -> Colour | None:
        """A colour by its number."""
        return self._colours[number] if 0 <= number < len(self._colours) else None


def iso_time(parts: dict[str, int]) -> str:
    """A time given as its year, month, day, hour and minute; empty when the year is none."""
    if not 1900 < parts.get("yr", 0) < 2200:
        return ""
    date = f"{parts['yr']:04}-{parts.get('mo', 1):02}-{parts.get('dy', 1):02}"
    return f"{date}T{parts.get('hr', 0):02}:{parts.get('min', 0):02}:00"
