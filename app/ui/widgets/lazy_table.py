"""A table over ids: rows are fetched in pages when they are painted, so 100,000 rows cost nothing.

Order is the query's, never a proxy's. While a page is on its way its cells are empty; nothing the
user looks at moves when it arrives.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from app.domain.disclosure import DisclosureAttribute
from app.progress import Progress
from app.ui.tasks import Runner

PAGE = 64
MOST_PAGES = 200
ID_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_ROLE = Qt.ItemDataRole.UserRole + 2
BADGE_ROLE = Qt.ItemDataRole.UserRole + 3
GLYPH_ROLE = Qt.ItemDataRole.UserRole + 4

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column. ``order`` names the query's sort key, empty when the column does not sort.

    ``least``: the column may become as narrow as this, so that it ends where a narrow list ends and its texts
    are cut with an ellipsis; until the user arranges the columns. ``head``: a shorter title to stand above it.
    ``gives_way``: it stays away where a list is too narrow for it beside a title that can be read. ``brief``: what
    it says while it is too narrow for most of what it holds.
    """

    name: str
    title: str
    text: Callable[[Row], str]
    width: int
    is_right: bool = False
    order: str = ""
    tip: Callable[[Row], str] | None = None
    badge: Callable[[Row], DisclosureAttribute | None] | None = None
    glyph_only: bool = False
    least: int = 0
    head: str = ""
    gives_way: bool = False
    brief: Callable[[Row], str] | None = None


Fetch = Callable[[Sequence[int]], Mapping[int, Row]]


class LazyTableModel(QAbstractTableModel, Generic[Row]):
    """Rows by id. ``fetch`` is called on a reader thread with up to :data:`PAGE` ids at a time."""

    def __init__(
        self, columns: Sequence[Column[Row]], fetch: Fetch[Row], runner: Runner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._runner = runner
        self._ids: tuple[int, ...] = ()
        self._rows: dict[int, Row] = {}
        self._pages: dict[int, None] = {}
        self._wanted: dict[int, None] = {}
        self._in_brief: frozenset[int] = frozenset()
        self._generation = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._fetch_wanted)

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """What can be shown."""
        return self._columns

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids in the order of the query."""
        return self._ids

    @property
    def row_count_here(self) -> int:
        """How many rows are held in memory."""
        return len(self._rows)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show other ids; what was fetched before is thrown away."""
        self.beginResetModel()
        self._ids = tuple(ids)
        self._forget()
        self.endResetModel()

    def say_in_brief(self, places: frozenset[int]) -> None:
        """Which columns are too narrow now for all they have to say."""
        self._in_brief = places

    def first_cells(self, _place: int) -> Sequence[str]:
        """What stands in the first cells of a column, where that is known before they are painted."""
        return ()

    def take(self, page: int, rows: Mapping[int, Row]) -> None:
        """Rows of a page that were read together with the ids, before they are painted."""
        self._pages[page] = None
        self._rows.update(rows)

    def refresh(self) -> None:
        """Fetch anew what is painted; ids, selection and scroll position stay."""
        self._forget()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def place_of(self, row_id: int, near: int = 0) -> int | None:
        """The row number of an id; ``near`` is tried first.

        Of a hundred thousand ids the last is found in a millisecond; a dictionary of them takes 20 to make.
        """
        if 0 <= near < len(self._ids) and self._ids[near] == row_id:
            return near
        try:
            return self._ids.index(row_id)
        except ValueError:
            return None

    def row(self, number: int) -> Row | None:
        """The row if it is here already; asks for it otherwise."""
        found = self._rows.get(self._ids[number])
        if found is None:
            self._want(number // PAGE)
        return found

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The title of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head or column.title
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell; asks for the page when its row is not here yet."""
        if role not in _ANSWERED:
            return None  # most of what a view asks for each cell it paints
        place = index.row()
        if not 0 <= place < len(self._ids):
            return None
        if role == ID_ROLE:
            return self._ids[place]
        column = self._columns[index.column()]
        if role == _ALIGNMENT_ROLE:
            return _alignment(column)
        if role == GLYPH_ROLE:
            return column.glyph_only
        row, is_brief = self.row(place), index.column() in self._in_brief
        return None if row is None else _cell(column, row, role, is_brief=is_brief)

    def _want(self, page: int) -> None:
        if page in self._pages:
            return
        self._wanted[page] = None
        if not self._timer.isActive():
            self._timer.start()

    def _fetch_wanted(self) -> None:
        pages, self._wanted = list(self._wanted), {}
        for page in pages:
            self._pages[page] = None
            self._drop_oldest()
            self._fetch_page(page, self._generation)

    def _fetch_page(self, page: int, generation: int) -> None:
        ids = self._ids[page * PAGE : (page + 1) * PAGE]
        fetch = self._fetch

        def work(_progress: Progress) -> Mapping[int, Row]:
            return fetch(ids)

        def arrived(rows: Mapping[int, Row]) -> None:
            if generation == self._generation and page in self._pages:
                self._rows.update(rows)
                self._tell(page)

        self._runner.read(work, self, arrived)

    def _tell(self, page: int) -> None:
        first, last = page * PAGE, min((page + 1) * PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def _drop_oldest(self) -> None:
        if len(self._pages) <= MOST_PAGES:
            return
        oldest = next(iter(self._pages))
        del self._pages[oldest]
        for row_id in self._ids[oldest * PAGE : (oldest + 1) * PAGE]:
            self._rows.pop(row_id, None)

    def _forget(self) -> None:
        self._generation += 1
        self._rows.clear()
        self._pages.clear()
        self._wanted.clear()


_DISPLAY_ROLE = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT_ROLE = int(Qt.ItemDataRole.TextAlignmentRole)
_TIP_ROLE = int(Qt.ItemDataRole.ToolTipRole)
_ANSWERED = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        _TIP_ROLE,
        _ALIGNMENT_ROLE,
        int(ID_ROLE),
        int(ROW_ROLE),
        int(BADGE_ROLE),
        int(GLYPH_ROLE),
    }
)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _cell(column: Column[Row], row: Row, role: int, *, is_brief: bool) -> object:
    if role == ROW_ROLE:
        return row
    if role == BADGE_ROLE:
        return column.badge(row) if column.badge else None
    if role == _TIP_ROLE:
        return (column.tip or column.text)(row)
    if is_brief and column.brief and role == _DISPLAY_ROLE:
        return column.brief(row)
    return column.text(row)


def _alignment(column: Column[Row]) -> Qt.AlignmentFlag:
    return _RIGHT if column.is_right else _LEFT
