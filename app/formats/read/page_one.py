"""Lines of page one as they are written: from pieces of text and how each looks."""

from dataclasses import dataclass, field

from app.domain.source import LayoutLine
from app.formats.reader import TextBuilder

_LINES_WITHOUT_PAGES = 80


@dataclass(slots=True)
class PageOne:
    """Gathers layout lines of formats that have sizes and colours but no positions.

    Stops at the second page, or after 80 lines in a document whose pages are not known.
    """

    builder: TextBuilder
    is_closed: bool = False
    _start: int = 0
    _end: int = 0
    _size: float = 0.0
    _colours: dict[tuple[int, int, int], int] = field(default_factory=dict)

    @property
    def is_over(self) -> bool:
        """Whether page one is behind us."""
        too_long = len(self.builder.layout) >= _LINES_WITHOUT_PAGES
        return self.is_closed or too_long or len(self.builder.page_starts) > 1

    def piece(self, text: str, size: float, colour: tuple[int, int, int]) -> None:
        """Text that was just added to the builder."""
        visible = len(text) - text.count(" ") - text.count("\u3000") - text.count("\t")
        if not visible or self.is_over:
            return
        if not self._colours:
            self._start = self.builder.length - len(text.lstrip())
        self._end = self.builder.length - len(text) + len(text.rstrip())
        self._size = max(self._size, size)
        self._colours[colour] = self._colours.get(colour, 0) + visible

    def end_line(self, *, is_centred: bool) -> None:
        """The line is complete; one without visible text is not recorded."""
        if self._colours:
            colour = max(self._colours, key=lambda key: self._colours[key])
            line = LayoutLine(
                self._start, self._end, size=self._size or None, colour=colour, centred=is_centred
            )
            self.builder.layout.append(line)
        self._colours = {}
        self._size = 0.0
