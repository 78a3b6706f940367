"""Text recognition of what has none: page by page, in worker processes, resumable."""

from app.inventory.ocr_run.run import RecognitionSummary, recognise_scans, require_engine
from app.store.ocr_pages import ScanOrder

__all__ = ["RecognitionSummary", "ScanOrder", "recognise_scans", "require_engine"]
