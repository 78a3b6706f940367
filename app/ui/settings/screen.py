"""设置: people, the office, the looks, backups; each on its own leaf."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.people import SYSTEM, Person, PersonRole
from app.progress import Progress
from app.review import people
from app.store.backup import back_up_file
from app.ui import theme
from app.ui.desk import Desk, RoomName, Topic
from app.ui.language import CHINESE, ENGLISH, tr
from app.ui.room import Room
from app.ui.settings.people import PeoplePage, PinDialog
from app.ui.widgets.layout import Label, Line, Pane, button, row, tab_bar
from app.ui.widgets.table import COMPACT_KEY

PEOPLE_CHANGED = frozenset({Topic.PEOPLE})


class LookPage(QWidget):
    """Theme, zoom, row height, language. ``wanted`` carries what and which."""

    wanted = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        memory = desk.memory
        self.theme = self._choice(
            "theme",
            memory.theme,
            (
                (theme.FOLLOW_SYSTEM, tr("跟随系统")),
                ("light", tr("浅色")),
                ("dark", tr("深色")),
                ("high-contrast", tr("高对比度")),
            ),
        )
        self.language = self._choice("language", memory.language, ((CHINESE, "中文"), (ENGLISH, "English")))
        self.compact = QCheckBox(tr("列表行距紧凑"), self)
        self.compact.setChecked(memory.text(COMPACT_KEY) == "yes")
        self.compact.toggled.connect(lambda on: self.wanted.emit("compact", "yes" if on else "no"))
        form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 16)
        form.setVerticalSpacing(12)
        form.addRow(tr("外观"), self.theme)
        form.addRow(tr("语言（重新打开后生效）"), self.language)
        form.addRow("", self.compact)
        form.addRow(
            "", Label(tr("字的大小：Ctrl 加 + 放大，Ctrl 加 - 缩小，Ctrl 加 0 还原。"), "muted", self)
        )

    def _choice(self, what: str, present: str, values: Sequence[tuple[str, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(f"look-{what}")
        box.setMaximumWidth(220)
        for value, title in values:
            box.addItem(title, value)
        box.setCurrentIndex(max(0, box.findData(present)))
        box.currentIndexChanged.connect(lambda _number: self.wanted.emit(what, box.currentData()))
        return box


class SettingsScreen(Room):
    """Four leaves."""

    NAME = RoomName.SETTINGS
    TOPICS = frozenset({Topic.PEOPLE, Topic.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.people = PeoplePage(self)
        self.look = LookPage(desk, self)
        self.office = QLineEdit(self)
        self.office.setObjectName("officeName")
        self.fonds = QLineEdit(self)
        self.fonds.setObjectName("fondsCode")
        self.keep = button(tr("保存"), "keepOffice", role="primary")
        self.backups = QListWidget(self)
        self.backups.setAccessibleName(tr("已有的备份"))
        self.back_up = button(tr("现在备份"), "backUp", icon="copy", role="primary")
        self.tabs = tab_bar("settingsTabs", tr("设置"))
        self._leaves = QStackedWidget(self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read people, settings and backups anew."""
        catalogue = self.desk.catalogue
        self.desk.runner.read(lambda _p: people.everyone(catalogue), self, self.people.show_people)
        self.desk.runner.read(lambda _p: catalogue.settings(), self, self._show_settings)
        found = sorted((catalogue.folder / "backups").glob("*.db"), reverse=True)
        self.backups.clear()
        self.backups.addItems([path.name for path in found])

    def _build(self) -> None:
        for title, page in (
            (tr("人员"), self.people),
            (tr("本单位"), self._office_page()),
            (tr("外观"), self.look),
            (tr("备份"), self._backup_page()),
        ):
            self.tabs.addTab(title)
            self._leaves.addWidget(page)
        pane = Pane(self)
        pane.column.addWidget(self.tabs)
        pane.column.addWidget(Line(self))
        pane.column.addWidget(self._leaves, 1)
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(Label(tr("设置"), "title"))
        column.addWidget(pane, 1)
        self.body.addLayout(column)

    def _office_page(self) -> QWidget:
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(16, 16, 16, 16)
        form.setVerticalSpacing(12)
        for title, field in ((tr("单位全称"), self.office), (tr("全宗号"), self.fonds)):
            field.setAccessibleName(title)
            field.setMaximumWidth(420)
            form.addRow(title, field)
        form.addRow("", row(self.keep, None))
        return page

    def _backup_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        text = tr("备份放在目录文件夹的 backups 里，做好后会打开检查一遍。请定期拷到另一块盘上。")
        column.addWidget(Label(text, "muted", page).wrapped())
        column.addWidget(self.backups, 1)
        column.addLayout(row(self.back_up, None))
        return page

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._leaves.setCurrentIndex)
        self.people.added.connect(self._add_person)
        self.people.pin_wanted.connect(self._ask_pin)
        self.keep.clicked.connect(self._keep_office)
        self.back_up.clicked.connect(self._back_up)
        self.look.wanted.connect(self.desk.look_wanted)

    @property
    def _by(self) -> str:
        return self.desk.person or SYSTEM

    def _show_settings(self, settings: dict[str, str]) -> None:
        self.office.setText(settings.get("office", ""))
        self.fonds.setText(settings.get("fonds_code", ""))

    def _add_person(self, name: str, roles: list[PersonRole]) -> None:
        def done(person: Person) -> None:
            self.people.name.clear()
            self.desk.changed.emit(PEOPLE_CHANGED)
            if not self.desk.person:
                self.desk.choose_person(person.name)

        by = self.desk.person or name
        self.write(lambda _progress: people.add_person(self.desk.catalogue, name, roles, by=by), done)

    def _ask_pin(self, person: Person) -> None:
        dialog = PinDialog(person, self)

        def done(_nothing: object) -> None:
            dialog.accept()
            self.desk.changed.emit(PEOPLE_CHANGED)
            self.desk.told.emit(tr("口令已设置。"), "")

        def keep(present: str, new: str) -> None:
            self.write(
                lambda _progress: people.set_pin(
                    self.desk.catalogue, person.name, new, by=person.name, present_pin=present
                ),
                done,
                on_failure=dialog.show_failure,
            )

        dialog.wanted.connect(keep)
        dialog.open()

    def _keep_office(self) -> None:
        values = {"office": self.office.text().strip(), "fonds_code": self.fonds.text().strip()}

        def done(_nothing: object) -> None:
            self.desk.changed.emit(frozenset({Topic.SETTINGS}))
            self.desk.told.emit(tr("已保存。"), "")

        self.write(lambda _progress: self.desk.catalogue.change_settings(values, by=self._by), done)

    def _back_up(self) -> None:
        folder = self.desk.catalogue.folder

        def work(_progress: Progress) -> str:
            return back_up_file(folder, label="manual").name

        def done(name: str) -> None:
            self.desk.told.emit(tr("已备份并检查：{name}", name=name), "")
            self.refresh()

        self.write(work, done, title=tr("备份"))
