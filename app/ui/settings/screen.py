"""设置: people, the office, the fonds, the looks, backups; each on its own leaf."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from app.domain.archival import FondsProfile
from app.domain.people import SYSTEM
from app.errors import AppError
from app.inventory.fixity import check_sources
from app.inventory.office import OfficeName, change_office, former_names, number_series
from app.progress import Progress
from app.store import integrity
from app.store.backup import DATABASE_NAME, Backup, back_up_file, backups
from app.store.catalogue import Catalogue
from app.store.restore import Extent, extent
from app.transfer.profile import keep_profile, profile_of, profile_to_toml
from app.ui import theme
from app.ui.desk import Desk, RoomName, Topic
from app.ui.language import CHINESE, ENGLISH, tr
from app.ui.people.page import PeoplePage
from app.ui.people.work import PeopleWork
from app.ui.room import Room
from app.ui.settings.backup import BackupPage, RestoreDialog
from app.ui.settings.fonds import FondsPage
from app.ui.settings.office import OfficePage, OfficeWish
from app.ui.widgets.layout import Label, Line, Pages, Pane, Sheet, tab_bar
from app.ui.widgets.table import COMPACT_KEY

SHEET_PIXELS = 1280, 860
"""No leaf is larger: on a large screen what belongs together would drift apart."""
SETTINGS_CHANGED = frozenset({Topic.SETTINGS})


@dataclass(frozen=True, slots=True)
class Kept:
    """What the leaves show."""

    office: str
    former: tuple[OfficeName, ...]
    series: tuple[str, ...]
    fonds: FondsProfile
    backups: tuple[Backup, ...]


def read_kept(catalogue: Catalogue) -> Kept:
    """Read the settings and the backups there are."""
    office = catalogue.settings().get("office", "")
    found = tuple(backups(catalogue.folder))
    return Kept(office, former_names(catalogue), number_series(catalogue), profile_of(catalogue), found)


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
    """Five leaves."""

    NAME = RoomName.SETTINGS
    TOPICS = frozenset({Topic.PEOPLE, Topic.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.people = PeoplePage(desk, self)
        self._people_work = PeopleWork(self, self.people)
        self.office = OfficePage(self)
        self.fonds = FondsPage(self)
        self.look = LookPage(desk, self)
        self.backup = BackupPage(self)
        self.tabs = tab_bar("settingsTabs", tr("设置"))
        self._leaves = Pages(self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read people, settings and backups anew."""
        catalogue = self.desk.catalogue
        self._people_work.refresh()
        self.read(lambda _p: read_kept(catalogue), self._show_kept)

    def _build(self) -> None:
        for title, page in (
            (tr("人员"), self.people),
            (tr("本单位"), self.office),
            (tr("全宗"), self.fonds),
            (tr("外观"), self.look),
            (tr("备份"), self.backup),
        ):
            self.tabs.addTab(title)
            self._leaves.addWidget(Sheet(page, *SHEET_PIXELS))
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

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._leaves.setCurrentIndex)
        self.office.wanted.connect(self._keep_office)
        self.office.refused.connect(self.desk.failed)
        self.fonds.wanted.connect(self._keep_fonds)
        self.fonds.refused.connect(self.desk.failed)
        self.backup.back_up_wanted.connect(self._back_up)
        self.backup.check_wanted.connect(self._check)
        self.backup.sources_wanted.connect(self._check_sources)
        self.backup.restore_wanted.connect(self._ask_restore)
        self.look.wanted.connect(self.desk.look_wanted)

    @property
    def _by(self) -> str:
        return self.desk.person or SYSTEM

    def _show_kept(self, kept: Kept) -> None:
        self.office.show_office(kept.office, kept.former, kept.series)
        self.fonds.show_profile(kept.fonds)
        self.backup.show_kept(kept.backups)

    def _keep_office(self, wish: OfficeWish) -> None:
        catalogue, by = self.desk.catalogue, self._by
        self._keep(
            lambda: change_office(catalogue, by=by, name=wish.name, former=wish.former, series=wish.series)
        )

    def _keep_fonds(self, profile: FondsProfile) -> None:
        catalogue, by = self.desk.catalogue, self._by

        def act() -> None:
            keep_profile(catalogue, profile_to_toml(profile), by=by)
            catalogue.change_settings({"fonds_code": profile.fonds_code}, by=by)

        self._keep(act)

    def _keep(self, act: Callable[[], None]) -> None:
        def done(_nothing: None) -> None:
            self.desk.changed.emit(SETTINGS_CHANGED)
            self.desk.told.emit(tr("已保存。"), "")

        self.write(lambda _progress: act(), done)

    def _back_up(self) -> None:
        folder = self.desk.catalogue.folder

        def work(_progress: Progress) -> str:
            return back_up_file(folder, label="manual").name

        def done(name: str) -> None:
            self.desk.told.emit(tr("已备份并检查：{name}", name=name), "")
            self.refresh()

        self.write(work, done, title=tr("备份"))

    def _check(self) -> None:
        catalogue = self.desk.catalogue
        self.write(
            lambda _progress: integrity.all_problems(catalogue), self.backup.show_check, title=tr("检查目录")
        )

    def _check_sources(self) -> None:
        catalogue, by = self.desk.catalogue, self._by
        self.write(
            lambda progress: check_sources(catalogue, progress, by=by),
            self.backup.show_sources,
            title=tr("核对原件"),
        )

    def _ask_restore(self, backup: Path) -> None:
        """Compare first; the catalogue itself is closed and put back by the start screen."""
        database = self.desk.catalogue.folder / DATABASE_NAME

        def show(found: tuple[Extent, Extent]) -> None:
            dialog = RestoreDialog(backup, describe_restore(*found), self)
            dialog.wanted.connect(lambda: self._restore(backup))
            dialog.open()

        self.read(lambda _progress: (extent(database), extent(backup)), show)

    def _restore(self, backup: Path) -> None:
        try:
            self.desk.restore_wanted.emit(backup, self.desk.require_person())
        except AppError as error:
            self.desk.failed.emit(error)


def describe_restore(now: Extent, then: Extent) -> list[str]:
    """What would be gone and what would come back."""
    lines = [
        tr("公文：现在 {now} 件，备份里 {then} 件", now=f"{now.documents:,}", then=f"{then.documents:,}"),
        tr("已审定：现在 {now} 件，备份里 {then} 件", now=f"{now.decided:,}", then=f"{then.decided:,}"),
        tr("最后一次改动：现在 {now}，备份里 {then}", now=_minute(now.last_at), then=_minute(then.last_at)),
    ]
    later = now.audit_entries - then.audit_entries
    if later > 0:
        lines.append(tr("备份之后的 {count} 条留痕所记的改动，恢复后都没有了。", count=f"{later:,}"))
    return lines


def _minute(at: str) -> str:
    return at[:16].replace("T", " ")
