"""One file looked at from end to end without a catalogue: the record that ``inspect`` prints.

Gate, read, gate again, recognise, find, suggest. A quarantined file's record has no elements, no
text and no hash.
"""

from dataclasses import dataclass
from datetime import date

from app.classify.findings import findings_of
from app.classify.records import elements_record, findings_record, suggestion_record
from app.classify.rules import RuleSet, shipped_rules
from app.classify.suggest import Case, suggest
from app.domain.disclosure import Finding, Suggestion
from app.domain.document import Applicability, Recognition
from app.domain.source import Extraction, Failure, FileStatus
from app.inventory.process import Processed, process_file
from app.inventory.recognise import Office, role_and_applicability
from app.inventory.scan import Found
from app.inventory.scanned import process_scan
from app.paths import CONTAINER_MARK


@dataclass(frozen=True, slots=True)
class InspectRecord:
    """What was learned of one file; :meth:`as_dict` gives the contract's shape."""

    path: str
    size: int | None
    status: FileStatus
    sha256: str | None = None
    failure: Failure | None = None
    extraction: Extraction | None = None
    recognition: Recognition | None = None
    findings: tuple[Finding, ...] = ()
    suggestion: Suggestion | None = None

    def as_dict(self, *, with_text: bool = False) -> dict[str, object]:
        """The record as ``dishu inspect --json`` prints it."""
        extraction, recognition = self.extraction, self.recognition
        record: dict[str, object] = {
            "path": self.path,
            "size": self.size,
            "sha256": self.sha256,
            "format": extraction.format if extraction else None,
            "puid": extraction.puid if extraction else None,
            "status": self.status,
            "failure": {"kind": self.failure.kind, "message": self.failure.message} if self.failure else None,
            "text_length": len(extraction.text) if extraction else None,
            "page_count": extraction.page_count if extraction else None,
            "script": recognition.script if recognition else None,
            "elements": elements_record(recognition.elements) if recognition else None,
            "findings": findings_record(self.findings),
            "suggestion": suggestion_record(self.suggestion),
        }
        if with_text and extraction is not None:
            record["text"] = extraction.text
        return record


def inspect_found(found: Found) -> list[InspectRecord]:
    """The records of a file and, if it is a container, of everything inside it.

    Folders in the file's path count for the secrecy gate. Safe to call in a worker process: takes
    and returns plain values.
    """
    rules = shipped_rules()
    return [_record(one, found.path, rules) for one in process_file(found)]


def inspect_scan(scan: tuple[Found, InspectRecord]) -> InspectRecord:
    """The record of a file without text layer, read by character recognition; in a worker process."""
    found, plain = scan
    if plain.extraction is None:
        return plain
    return _record(process_scan(found, plain.extraction, plain.sha256), found.path, shipped_rules())


def _record(processed: Processed, display_path: str, rules: RuleSet) -> InspectRecord:
    path = f"{display_path}{CONTAINER_MARK}{processed.inner}" if processed.inner else display_path
    extraction, recognition = processed.extraction, processed.recognition
    if processed.status is FileStatus.QUARANTINED or extraction is None or recognition is None:
        return InspectRecord(path, processed.size, processed.status, failure=processed.failure)
    findings = findings_of(extraction, recognition)
    case = Case(
        extraction,
        recognition,
        findings,
        rules,
        applicability=_applicability(recognition),
        file_name=path.rsplit("/", 1)[-1],
        today=date.today(),
    )
    suggestion = suggest(case) if extraction.text.strip() else None
    return InspectRecord(
        path,
        processed.size,
        processed.status,
        processed.sha256,
        processed.failure,
        extraction,
        recognition,
        findings,
        suggestion,
    )


def _applicability(recognition: Recognition) -> Applicability:
    """Without an office's name only Party documents can be told from ours."""
    _, applicability = role_and_applicability(recognition, Office())
    return Applicability.PARTY if applicability is Applicability.PARTY else Applicability.OURS
