"""The rooms that exist, in the order of the rail."""

from app.ui.desk import RoomName
from app.ui.documents.screen import DocumentsScreen
from app.ui.language import tr
from app.ui.main_window import RoomPlan


def plans() -> tuple[RoomPlan, ...]:
    """Every room with its word and icon."""
    return (RoomPlan(RoomName.DOCUMENTS, tr("公文"), "documents", DocumentsScreen),)
