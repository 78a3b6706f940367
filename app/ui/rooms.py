"""The rooms that exist, in the order of the rail."""

from app.ui.desk import RoomName
from app.ui.documents.screen import DocumentsScreen
from app.ui.ingest.screen import IngestScreen
from app.ui.language import tr
from app.ui.main_window import RoomPlan
from app.ui.review.screen import ReviewScreen


def plans() -> tuple[RoomPlan, ...]:
    """Every room with its word and icon."""
    return (
        RoomPlan(RoomName.INGEST, tr("采集"), "ingest", IngestScreen),
        RoomPlan(RoomName.DOCUMENTS, tr("公文"), "documents", DocumentsScreen),
        RoomPlan(RoomName.REVIEW, tr("复审"), "review", ReviewScreen),
    )
