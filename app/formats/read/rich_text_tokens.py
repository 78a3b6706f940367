"""The tokens of an RTF file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

_TOKEN = re.compile(
    r"""\\([A-Za-z]{1,32})(-?[0-9]{1,10})?[ ]? | \\'([0-9A-Fa-f]{2}) | \\([^A-Za-z]) | ([{}]) | ([^\\{}\r\n]+) | [\r\n]+""",
    re.VERBOSE | re.DOTALL,
)
_IN_SKIPPED = re.compile(r"\\bin([0-9]{1,9}) ?|\\.|([{}])", re.DOTALL)


_FALLBACK = r"(?:\\'[0-9A-Fa-f]{2}|[^\\{}\r\n])"
_FALLBACKS = {count: re.compile(f"{_FALLBACK}{{{count}}}") for count in (1, 2)}
_UNICODE = r"\\u(-?[0-9]{1,10}+)[ ]?+"
_UNICODE_RUNS = {count: re.compile(f"(?:{_UNICODE}{_FALLBACK}{{{count}}})++") for count in (1, 2)}
_IN_RUN = re.compile(_UNICODE)


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    BYTE = "byte"
    SYMBOL = "symbol"
    OPEN = "open"
    CLOSE = "close"
    TEXT = "text"
    END = "end"


@dataclass(slots=True)
class Tokens:
    """Reads one token after the other from a file decoded as Latin-1, a character for each byte."""

    source: str
    place: int = 0
    text: str = ""
    number: int | None = None

    def next(self) -> Kind:
        """Move to the next token; its value stands in ``text`` and ``number``."""
        while (found := _TOKEN.match(self.source, self.place)) is not None:
            self.place = found.end()
            group = found.lastindex
            if group is not None:
                return self._taken(found, group)
        return Kind.END

    def _taken(self, found: "re.Match[str]", group: int) -> Kind:
        if group <= 2:
            self.text = found[1]
            self.number = int(found[2]) if found[2] else None
            return Kind.WORD
        self.text = found[group]
        if group == 3:
            self.number = int(self.text, 16)
            return Kind.BYTE
        if group == 5:
            return Kind.OPEN if self.text == "{" else Kind.CLOSE
        return Kind.SYMBOL if group == 4 else Kind.TEXT

    def skip_fallback(self, count: int) -> int:
        """Leave out the bytes that stand in for a Unicode character; returns how many are still to come."""
        pattern = _FALLBACKS.get(count)
        found = pattern.match(self.source, self.place) if pattern else None
        if found is None:
            return count
        self.place = found.end()
        return 0

    def unicode_run(self, count: int) -> Iterator[int]:
        """The numbers of Unicode characters that follow at once, each with ``count`` bytes that stand in
        for it: Chinese text is made of such runs.
        """
        pattern = _UNICODE_RUNS.get(count)
        found = pattern.match(self.source, self.place) if pattern else None
        if found is not None:
            self.place = found.end()
            yield from map(int, _IN_RUN.findall(found[0]))

    def skip_bytes(self, count: int) -> None:
        """Leave out binary data."""
        self.place += max(0, count)

    def skip_group(self) -> None:
        """Leave out the rest of the group; its closing brace is the next token."""
        depth = 0
        place = self.place
        while (found := _IN_SKIPPED.search(self.source, place)) is not None:
            place = found.end()
            if found[1]:
                place += int(found[1])
            elif found[2] == "{":
                depth += 1
            elif found[2] == "}":
                if not depth:
                    self.place = found.start()
                    return
                depth -= 1
        self.place = len(self.source)
