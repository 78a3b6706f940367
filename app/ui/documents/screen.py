"""公文: finds documents, shows one, and lets a person correct it and propose its attribute."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.query import Node
from app.store.queries import DocumentOrder
from app.ui import basis
from app.ui.desk import Desk, Destination, RoomName, Topic
from app.ui.documents.acts import DocumentActs
from app.ui.documents.help import QueryHelp
from app.ui.documents.index_notice import IndexKeeper
from app.ui.documents.listing import (
    Listing,
    Wish,
    facet_choices,
    facet_values,
    list_alike,
    list_documents,
)
from app.ui.documents.saved import SavedSearches
from app.ui.documents.table_model import documents_model
from app.ui.documents.view import DocumentsView
from app.ui.language import tr
from app.ui.reader.cache import RecordCache
from app.ui.reader.record import Record
from app.ui.reader.work import DocumentWork
from app.ui.room import Room
from app.ui.tasks import Task

MILLISECONDS_BEFORE_READING = 40

_OTHERS = {DocumentOrder.NEWEST: DocumentOrder.OLDEST, DocumentOrder.TITLE: DocumentOrder.STROKES}
_HEADERS = {other: header for header, other in _OTHERS.items()}


class DocumentsScreen(Room):
    """The list of documents with the reader beside it."""

    NAME = RoomName.DOCUMENTS
    TOPICS = frozenset({Topic.FILES, Topic.DOCUMENTS, Topic.DECISIONS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.view = DocumentsView(desk, self)
        self.body.addWidget(self.view)
        self.model = documents_model(desk, self)
        self.view.table.show_model(self.model)
        self.records = RecordCache(desk, self)
        self.work = DocumentWork(self, self.view.reader, self.view.card)
        self.work.show_titles(basis.titles(date.today()))
        self.saved = SavedSearches(self, self.view.saved, self.view.saved_pane)
        self.index = IndexKeeper(self, self.view.index_notice)
        self.acts = DocumentActs(self, self.view.table)
        self._alike: int | None = None
        self._order = DocumentOrder.NEWEST
        self._task: Task | None = None
        self._listing = Listing()
        self._shown_node: Node | None = None
        self._stand_on: int | None = None
        self._reading = QTimer(self, singleShot=True, interval=MILLISECONDS_BEFORE_READING)
        self._connect()

    @property
    def wish(self) -> Wish:
        """What the search field, the filters and the header ask for."""
        return Wish(self.view.search.text().strip(), self.view.filters.values, self._order)

    def later_parts(self) -> Iterator[Callable[[], object]]:
        """The elements beside the text, which are shown from the beginning."""
        yield lambda: self.view.card.elements

    def refresh(self) -> None:
        """List anew with the present search and filters."""
        wish, alike, catalogue = self.wish, self._alike, self.desk.catalogue
        self.drop(self._task)
        self.saved.read()
        self.index.look()
        self.view.show_alike(is_alike=alike is not None)
        if alike is not None:
            self._task = self.read(lambda _progress: list_alike(catalogue, alike), self._show)
            return
        self._task = self.query(lambda connection: list_documents(connection, wish), self._show)

    def arrive(self, destination: Destination) -> None:
        """Show a query or one document."""
        self._stand_on = destination.document
        self._alike = None
        self.view.filters.reset()
        for name, value in destination.facets.items():
            self.view.filters.choose(name, value, facet_choices(name, [(value, 0)])[0].title)
        self.view.search.show_query(destination.query)
        self.mark_stale()

    def _connect(self) -> None:
        view = self.view
        view.search.bind(self)
        view.search.asked.connect(lambda _query: self._list_all())
        view.filters.changed.connect(self._list_all)
        view.proposals.chosen.connect(lambda query: self.arrive(Destination(RoomName.DOCUMENTS, query)))
        view.proposals.everything.clicked.connect(lambda: self.arrive(Destination(RoomName.DOCUMENTS)))
        view.back.clicked.connect(self._list_all)
        view.filters.asked.connect(self._count_facet)
        view.table.current.connect(lambda _id: self._reading.start())
        view.table.picked.connect(self._tell_count)
        view.table.ordered.connect(self._order_by)
        self.saved.chosen.connect(lambda query: self.arrive(Destination(RoomName.DOCUMENTS, query)))
        view.help.clicked.connect(lambda: QueryHelp(self).open())
        view.columns.clicked.connect(self._offer_columns)
        view.go_ingest.clicked.connect(lambda: self.desk.go(RoomName.INGEST))
        view.review.clicked.connect(self._open_in_review)
        view.more.setMenu(self.acts.menu)
        view.table.menu_wanted.connect(self.acts.menu.popup)
        self.acts.alike_wanted.connect(self._list_alike)
        self.acts.term_wanted.connect(self._search_term)
        self.acts.order_wanted.connect(self._take_order)
        self.acts.corrected.connect(self.work.remember_corrections)
        self.work.proposed.connect(lambda _record, _decision: self._stand_after())
        QShortcut(QKeySequence.StandardKey.Undo, self, self.work.undo_correction)
        self._reading.timeout.connect(self._read_current)
        self.records.arrived.connect(self._show_record)

    def _show(self, listing: Listing) -> None:
        self._listing = listing
        self.saved.query = "" if listing.mistake else self.wish.query
        self.acts.query, self.acts.understood = self.saved.query, listing.words
        self.view.table.show_ids(listing.ids)
        shown = _HEADERS.get(self._order, self._order)
        self.view.table.mark_order(shown, downwards=self._order is DocumentOrder.NEWEST)
        self.acts.mark_order(self._order)
        self.view.show_understood(listing.words, listing.mistake)
        self._show_page(listing)
        self._tell_count(self.view.table.selected_count)
        self._stand_somewhere(listing)

    def _list_all(self) -> None:
        self._alike = None
        self.refresh()

    def _list_alike(self, document: int) -> None:
        self._alike = self._stand_on = document
        self.refresh()

    def _search_term(self, term: str) -> None:
        self.arrive(Destination(RoomName.DOCUMENTS, f"“{term}”"))

    def _count_facet(self, name: str) -> None:
        wish = self.wish
        self.query(
            lambda connection: facet_values(connection, name, wish),
            lambda values: self.view.filters.offer(name, facet_choices(name, values)),
        )

    def _show_page(self, listing: Listing) -> None:
        if listing.ids:
            self.view.show_list()
        elif listing.is_empty:
            self.view.show_nothing_held()
        else:
            self.view.show_nothing_found(listing.proposed, listing.alone)

    def _stand_somewhere(self, listing: Listing) -> None:
        wanted = self.model.place_of(self._stand_on) if self._stand_on is not None else None
        self._stand_on = None
        if not listing.ids:
            self.work.clear()
        elif wanted is not None:
            self.view.table.stand_on(wanted)
        elif self.view.table.current_id is None:
            self.view.table.stand_on(0)
        else:
            self._reading.start()

    def _tell_count(self, picked: int) -> None:
        total = len(self._listing.ids)
        text = tr("共 {count} 件", count=f"{total:,}")
        if picked > 1:
            text += " · " + tr("选中 {count} 件", count=f"{picked:,}")
        self.view.count.setText(text)

    def _order_by(self, header: str) -> None:
        """A second click on a header takes its other order: oldest first, or strokes instead of pinyin."""
        order = DocumentOrder(header)
        self._take_order(_OTHERS.get(order, order) if self._order is order else order)

    def _take_order(self, order: str) -> None:
        self._order = DocumentOrder(order)  # signals carry it as a plain string
        self.refresh()

    def _read_current(self) -> None:
        document = self.view.table.current_id
        if document is not None:
            self.records.want(document)

    def _show_record(self, record: Record) -> None:
        shown = self.work.record
        is_same = shown is not None and (shown.row.id, shown.text) == (record.row.id, record.text)
        if is_same and self._shown_node == self._listing.node:
            self.work.show_again(record)
        else:
            self.work.show(record, self._listing.marks_in(record))
            self._shown_node = self._listing.node
        place = self.model.place_of(record.row.id, self.view.table.currentIndex().row())
        if place is not None:
            self.records.read_ahead(self.model.ids[place + 1 : place + 4])

    def _stand_after(self) -> None:
        self.view.table.setFocus()

    def _offer_columns(self) -> None:
        corner = self.view.columns.rect().bottomLeft()
        self.view.table.columns_menu().popup(self.view.columns.mapToGlobal(corner))

    def _open_in_review(self) -> None:
        self.desk.go(RoomName.REVIEW, document=self.view.table.current_id)
