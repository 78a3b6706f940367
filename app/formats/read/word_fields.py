"""Fields of Word binary files: their result is on the page, their code is not."""

import re

BEGIN, SEPARATOR, END = "\x13", "\x14", "\x15"
BLANK = "\0"
_MARKS = re.compile("[\x13\x14\x15]")
_EQUATION = re.compile(r"^\s*eq\s", re.IGNORECASE)
_OVERSTRIKE = re.compile(
    r"\\o(?:\s*\\a[cdlr])*\s*\(\s*([^(),，]{0,20})\s*[,，]\s*([^(),，]{0,20})\s*\)", re.IGNORECASE
)
_RINGS = frozenset("○□△◇◯")


def without_codes(text: str) -> str:
    """The text with every field code blanked out, position for position.

    A mark without its partner is left alone, so that a torn field does not swallow the document.
    Characters that are put together by an ``EQ`` field (③, 囍) keep the characters they are made of.
    """
    if BEGIN not in text:
        return text
    pieces: list[str] = []
    place = 0
    for start, end in _codes(text):
        if start < place:
            continue
        pieces += [text[place:start], _stand_in(text[start:end])]
        place = end
    return "".join([*pieces, text[place:]])


def _codes(text: str) -> list[tuple[int, int]]:
    """Ranges of codes with their marks, sorted; inner ones may lie inside outer ones."""
    found: list[tuple[int, int]] = []
    opened: list[list[int]] = []
    for mark in _MARKS.finditer(text):
        if mark[0] == BEGIN:
            opened.append([mark.start()])
        elif opened and mark[0] == SEPARATOR:
            opened[-1].append(mark.start())
        elif opened:
            begin, *separators = opened.pop()
            found.append((begin, (separators[0] if separators else mark.start()) + 1))
    return sorted(found)


def _stand_in(code: str) -> str:
    """What stands in the place of a code; always as long as the code."""
    body = code.strip("\x13\x14\x15")
    shown = _overstruck(body) if _EQUATION.match(body) else ""
    return shown + BLANK * (len(code) - len(shown))


def _overstruck(body: str) -> str:
    found = _OVERSTRIKE.search(body)
    if not found:
        return ""
    first, second = found[1].strip(), found[2].strip()
    return second if first in _RINGS else first if second in _RINGS else first + second
