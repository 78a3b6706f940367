"""清单: every list and check that can be drawn up from the inventory, one page each."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.progress import Progress
from app.report.orders import ReportKind, kinds
from app.ui import theme
from app.ui.desk import Desk, Destination, RoomName, Topic
from app.ui.language import tr
from app.ui.registers import register_page
from app.ui.registers.found_page import FoundPage, draw_up
from app.ui.registers.publication_page import TITLE, PublicationPage
from app.ui.registers.register_page import RegisterPage
from app.ui.registers.report_page import ReportPage
from app.ui.registers.table_model import Register
from app.ui.room import Room
from app.ui.widgets.layout import Label, Pages, Pane
from app.ui.widgets.panes import RememberingSplitter

FOUND, REGISTERS, PUBLICATION = "found", "registers", "publication"
NAME_ROLE = Qt.ItemDataRole.UserRole
LAST_KEY = "registers/last"
HEADING_PIXELS, ENTRY_PIXELS, MARGIN_PIXELS = 34, 28, 32


class RegistersScreen(Room):
    """The lists at the left, the page of the chosen one at the right; pages are made when first chosen."""

    NAME = RoomName.REGISTERS
    TOPICS = frozenset({Topic.FILES, Topic.DOCUMENTS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.kinds = kinds()
        self.choices = QListWidget(self)
        self.choices.setObjectName("registerChoices")
        self.choices.setAccessibleName(tr("有哪些清单"))
        self.pages = Pages(self)
        self._made: dict[str, QWidget] = {}
        self._fill_choices()
        pane = Pane(self)
        pane.column.addWidget(self.choices)
        splitter = RememberingSplitter(desk.memory, "registers", self)
        splitter.addWidget(pane)
        splitter.addWidget(self.pages)
        splitter.setStretchFactor(1, 1)
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(Label(tr("清单"), "title"))
        column.addWidget(splitter, 1)
        self.body.addLayout(column)
        splitter.recall([230, 1000])
        self.choices.currentItemChanged.connect(lambda item, _before: self._choose(item))
        self.show_page(desk.memory.text(LAST_KEY, FOUND))

    @property
    def found(self) -> FoundPage:
        """The page of gaps and doubles."""
        page = self.page(FOUND)
        assert isinstance(page, FoundPage)
        return page

    @property
    def registers(self) -> tuple[Register, ...]:
        """The lists of that page."""
        return self.found.registers

    def show_page(self, name: str) -> None:
        """Choose a list by its name; the first one when there is none of that name."""
        items = [self.choices.item(number) for number in range(self.choices.count())]
        named = [item for item in items if item.data(NAME_ROLE) == name]
        self.choices.setCurrentItem((named or [item for item in items if item.data(NAME_ROLE)])[0])

    def page(self, name: str) -> QWidget:
        """The page of a list, made now if it was not."""
        if name not in self._made:
            self._made[name] = self._make(name)
            self.pages.addWidget(self._made[name])
        return self._made[name]

    def refresh(self) -> None:
        """Draw up anew what the inventory itself tells; ordered lists stay as they were ordered."""
        catalogue = self.desk.catalogue

        def work(_progress: Progress) -> tuple[Register, ...]:
            return draw_up(catalogue)

        self.read(work, self.found.show_registers)

    def arrive(self, destination: Destination) -> None:
        """Show one of the lists that the inventory itself tells."""
        if wanted := destination.facets.get("register", ""):
            self.show_page(FOUND)
            self.found.open(wanted)

    def _fill_choices(self) -> None:
        for heading, names in self._groups():
            item = QListWidgetItem(heading)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
            item.setSizeHint(QSize(0, theme.scaled(HEADING_PIXELS)))
            self.choices.addItem(item)
            for name in names:
                entry = QListWidgetItem(self._title(name))
                entry.setData(NAME_ROLE, name)
                entry.setSizeHint(QSize(0, theme.scaled(ENTRY_PIXELS)))
                self.choices.addItem(entry)
        titles = [self.choices.item(number).text() for number in range(self.choices.count())]
        widest = max(map(self.choices.fontMetrics().horizontalAdvance, titles))
        self.choices.setMinimumWidth(widest + theme.scaled(MARGIN_PIXELS))

    def _groups(self) -> tuple[tuple[str, list[str]], ...]:
        catalogues = [kind.name for kind in self.kinds.values() if kind.issues_numbers]
        return (
            (tr("底数与缺漏"), [FOUND, REGISTERS, "completeness", "milestones"]),
            (tr("公开目录"), [*catalogues, "pilot-fields"]),
            (tr("清理与核对"), ["validity", "reconcile", "requests"]),
            (tr("公开之前"), [PUBLICATION]),
            (tr("报送"), ["annual", "filing"]),
        )

    def _title(self, name: str) -> str:
        if name == FOUND:
            return tr("缺号、重号和未读的文件")
        if name == REGISTERS:
            return tr(register_page.TITLE)
        return tr(TITLE) if name == PUBLICATION else tr(self.kinds[name].title)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and (name := item.data(NAME_ROLE)):
            self.pages.setCurrentWidget(self.page(name))
            self.desk.memory.put(LAST_KEY, name)

    def _make(self, name: str) -> QWidget:
        if name == FOUND:
            return FoundPage(self.desk, self)
        if name == REGISTERS:
            return RegisterPage(self.desk, self)
        if name == PUBLICATION:
            return PublicationPage(self.desk, self)
        kind: ReportKind = self.kinds[name]
        return ReportPage(self.desk, kind, self)
