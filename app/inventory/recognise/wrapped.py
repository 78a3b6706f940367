"""Lines of a text that was wrapped at a fixed width are joined again to paragraphs.

Plain text of mail programs, terminals and character recognition breaks every paragraph at the same
column, in the middle of titles, numbers and names.
"""

from collections.abc import Sequence

JOINT = "\u2005"
"""What stands in the folded text for a line end inside a paragraph: one character, and a blank."""

Span = tuple[int, int, int, bool]
"""Start, end, indent, and whether an empty line stands above."""

_LEAST_LINES = 6
_LEAST_WIDTH, _MOST_WIDTH = 16.0, 100.0
_LEAST_SHARE = 0.4
_TOLERANCE = 1.0
_ENDS = "。!?:;"


def joined(spans: Sequence[Span], folded: str) -> list[Span]:
    """The spans with those of one paragraph made one; unchanged unless a common width shows."""
    by_width = _full([indent / 2 + _width(folded[start:end]) for start, end, indent, _ in spans])
    by_count = _full([float(indent + end - start) for start, end, indent, _ in spans])
    full = max(by_width, by_count, key=sum)
    if len(spans) < _LEAST_LINES or sum(full) < _LEAST_SHARE * len(spans):
        return list(spans)
    paragraphs: list[Span] = []
    for index, (start, end, indent, gap) in enumerate(spans):
        goes_on = index and full[index - 1] and not gap and not indent
        if goes_on and folded[paragraphs[-1][1] - 1] not in _ENDS:
            first = paragraphs[-1]
            paragraphs[-1] = (first[0], end, first[2], first[3])
        else:
            paragraphs.append((start, end, indent, gap))
    return paragraphs


def _full(widths: Sequence[float]) -> list[bool]:
    """Which lines reach the common width; none where the widest line is no width to wrap at."""
    widest = max(widths, default=0.0)
    fits = _LEAST_WIDTH <= widest <= _MOST_WIDTH
    return [fits and width >= widest - _TOLERANCE for width in widths]


def with_joints(text: str, spans: Sequence[Span]) -> str:
    """The text with a joint for every line end inside a span; as long as it was."""
    pieces: list[str] = []
    position = 0
    for start, end, _, _ in spans:
        pieces += (text[position:start], text[start:end].replace("\n", JOINT))
        position = end
    return "".join([*pieces, text[position:]])


def _width(text: str) -> float:
    """Width in full characters; Latin letters, digits and blanks take half."""
    narrow = len(text.encode("ascii", "ignore"))
    return len(text) - narrow / 2
