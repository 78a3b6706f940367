"""The rooms that exist, in the order of the rail; each is imported when it is first entered."""

import importlib
import logging
from collections.abc import Iterable, Sequence
from itertools import chain

from PySide6.QtCore import QObject, QTimer

from app.progress import Progress
from app.ui.desk import Desk, RoomName
from app.ui.language import tr
from app.ui.main_window import RoomPlan
from app.ui.room import Room
from app.ui.turns import Act, in_turns

_log = logging.getLogger(__name__)


def plans() -> tuple[RoomPlan, ...]:
    """Every room with its word and icon."""
    return (
        RoomPlan(RoomName.OVERVIEW, tr("概览"), "overview", _overview),
        RoomPlan(RoomName.INGEST, tr("采集"), "ingest", _ingest),
        RoomPlan(RoomName.DOCUMENTS, tr("公文"), "documents", _documents),
        RoomPlan(RoomName.REVIEW, tr("复审"), "review", _review),
        RoomPlan(RoomName.TRANSFER, tr("移交"), "transfer", _transfer),
        RoomPlan(RoomName.REGISTERS, tr("清单"), "registers", _registers),
        RoomPlan(RoomName.AUDIT, tr("审计"), "audit", _audit),
        RoomPlan(RoomName.SETTINGS, tr("设置"), "settings", _settings),
    )


LATER = (
    "app.search.language",
    *(f"app.ui.{room}.screen" for room in ("review", "documents", "overview", "ingest", "transfer")),
    *(f"app.ui.review.{leaf}" for leaf in ("rounds_work", "samples_work", "disagreements")),
    *(f"app.ui.{room}.screen" for room in ("registers", "audit", "settings")),
    "app.inventory.grouping.by_person",
    "app.review.papers.forms",
    "app.formats.pool",
    "app.formats.render",
)
"""What the first room does without: the other rooms, in the order in which they are likely to be entered,
their leaves, and the use cases that only what a person orders needs.
"""


MILLISECONDS_BETWEEN = 20


def warm_up(
    desk: Desk, names: Sequence[str] = LATER, then: Iterable[Act] = (), window: QObject | None = None
) -> None:
    """Import all that on a reader thread while the user looks at the first room, one after the other with
    a moment between them for what he asks for; then do the rest in turns of the window's thread, as long as
    there is the window: its desk outlives it.
    """
    if not names:
        in_turns(window or desk, chain(then, (_tell_loaded,)), MILLISECONDS_BETWEEN)
        return

    def load(_progress: Progress) -> None:
        importlib.import_module(names[0])

    def go_on(_nothing: None) -> None:
        QTimer.singleShot(MILLISECONDS_BETWEEN, desk, lambda: warm_up(desk, names[1:], then, window))

    desk.runner.read(load, desk, go_on)


def _tell_loaded() -> None:
    _log.info("all rooms are loaded")  # which the trial of a build waits for


def _overview(desk: Desk) -> Room:
    from app.ui.overview.screen import OverviewScreen

    return OverviewScreen(desk)


def _ingest(desk: Desk) -> Room:
    from app.ui.ingest.screen import IngestScreen

    return IngestScreen(desk)


def _documents(desk: Desk) -> Room:
    from app.ui.documents.screen import DocumentsScreen

    return DocumentsScreen(desk)


def _review(desk: Desk) -> Room:
    from app.ui.review.screen import ReviewScreen

    return ReviewScreen(desk)


def _transfer(desk: Desk) -> Room:
    from app.ui.transfer.screen import TransferScreen

    return TransferScreen(desk)


def _registers(desk: Desk) -> Room:
    from app.ui.registers.screen import RegistersScreen

    return RegistersScreen(desk)


def _audit(desk: Desk) -> Room:
    from app.ui.audit.screen import AuditScreen

    return AuditScreen(desk)


def _settings(desk: Desk) -> Room:
    from app.ui.settings.screen import SettingsScreen

    return SettingsScreen(desk)
