"""A table whose rows are few enough to be read at once; shown like every other table."""

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from app.ui.tasks import Runner
from app.ui.widgets.lazy_table import Column, LazyTableModel

Row = TypeVar("Row")
MOST_MEASURED = 32
"""Rows whose words say how wide a column has to be; it is not looked further than one can see."""


class ListedModel(LazyTableModel[Row], Generic[Row]):
    """Rows by their number in the list."""

    def __init__(self, columns: Sequence[Column[Row]], runner: Runner, parent: QObject) -> None:
        self._listed: tuple[Row, ...] = ()
        super().__init__(columns, self._fetch_listed, runner, parent)

    @property
    def listed(self) -> tuple[Row, ...]:
        """All rows."""
        return self._listed

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self._listed = tuple(rows)
        self.show_ids(range(len(self._listed)))

    def first_cells(self, place: int) -> Sequence[str]:
        """What stands in the first cells of a column."""
        return [self.columns[place].text(row) for row in self._listed[:MOST_MEASURED]]

    def row_of(self, number: int) -> Row:
        """The row with this id."""
        return self._listed[number]

    def _fetch_listed(self, ids: Sequence[int]) -> Mapping[int, Row]:
        listed = self._listed
        return {number: listed[number] for number in ids if number < len(listed)}
