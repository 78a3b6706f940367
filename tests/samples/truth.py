"""What is known about the files of the sample archive."""

import json
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.samples.paper import Form, Paper

Value = str | list[str] | None

COMPLETE_KINDS = frozenset({"resident_id", "mobile_phone", "landline_phone", "bank_card", "email"})
"""Kinds of findings of which the truth names every single one."""


@dataclass(frozen=True)
class ExpectedFile:
    """What a careful reader must find in one file.

    ``path`` is relative to the archive, a file in a container is ``outer.zip!/inner``. ``elements`` has
    every name that was looked for, ``None`` where the document has none; it is empty for a file that is
    no official document, and of a classified one it has what must stand nowhere in a catalogue. ``derivable`` has what is not printed as such but follows from
    what is: the body a seal stands for, the day of a meeting. ``findings`` are (kind, value) in the order
    of the text; of the `COMPLETE_KINDS` these are all there are, of other kinds a reader may find more.
    ``suggestion`` is ``None`` where two careful people may differ. ``item`` is the same for all files of
    one archival unit (件); ``role`` is the file's part in it.
    """

    path: str
    format: str
    status: str = "ok"
    failure: str | None = None
    elements: dict[str, Value] = field(default_factory=dict)
    derivable: dict[str, Value] = field(default_factory=dict)
    findings: tuple[tuple[str, str], ...] = ()
    suggestion: dict[str, object] | None = None
    item: str | None = None
    role: str | None = None
    document_role: str | None = None
    era: str | None = None
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gap:
    """Numbers that are missing in one year's series of one body."""

    body: str
    series: str
    year: int
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Truth:
    """The whole archive; ``left_out`` names files that could not be written here and why."""

    files: tuple[ExpectedFile, ...]
    gaps: tuple[Gap, ...]
    duplicate_numbers: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()

    @cached_property
    def by_path(self) -> dict[str, ExpectedFile]:
        """The files by path."""
        return {file.path: file for file in self.files}

    def with_status(self, status: str) -> tuple[ExpectedFile, ...]:
        """The files that must end in ``status``."""
        return tuple(file for file in self.files if file.status == status)

    @property
    def items(self) -> frozenset[str]:
        """The keys of all archival units."""
        return frozenset(file.item for file in self.files if file.item)

    def write(self, folder: Path) -> None:
        """Write the truth beside the archive in ``folder``."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        truth_path(folder).write_text(text, encoding="utf-8", newline="\n")

    @classmethod
    def read(cls, folder: Path) -> "Truth":
        """Read the truth beside the archive in ``folder``."""
        data = json.loads(truth_path(folder).read_text(encoding="utf-8"))
        return cls(
            files=tuple(_file(file) for file in data["files"]),
            gaps=tuple(Gap(**{**gap, "numbers": tuple(gap["numbers"])}) for gap in data["gaps"]),
            duplicate_numbers=tuple(data["duplicate_numbers"]),
            left_out=tuple((path, reason) for path, reason in data["left_out"]),
        )


def _file(data: dict[str, Any]) -> ExpectedFile:
    findings = tuple((kind, value) for kind, value in data["findings"])
    return ExpectedFile(**{**data, "findings": findings, "labels": tuple(data["labels"])})


def truth_path(folder: Path) -> Path:
    """Where the truth about the archive in ``folder`` is written."""
    return folder.with_name(f"{folder.name}.truth.json")


def elements_of(paper: Paper) -> dict[str, Value]:
    """The printed elements under the names of the program's contract."""
    is_minutes = paper.form is Form.MINUTES
    note = paper.mark if paper.mark and not paper.mark_in_imprint else None
    return {
        "title": paper.title,
        "document_number": _number(paper),
        "issuing_body": list(paper.signature) or None,
        "main_recipients": paper.recipients,
        "dated_on": None if is_minutes else paper.dated_on.isoformat(),
        "genre": paper.genre,
        "signatory": paper.signatory,
        "urgency": paper.urgency,
        "security_classification": paper.classification,
        "copy_number": paper.copy_number,
        "annotation": paper.annotation or note,
        "disclosure_mark": paper.mark,
        "subject_words": paper.subject_words,
        "annex_note": "\n".join(paper.annex_note) or None,
        "copy_recipients": paper.copy_recipients,
        "printing_body": paper.printing_body,
        "printed_on": paper.printed_on.isoformat() if paper.printed_on else None,
        "unified_number": paper.unified_number,
    }


def _number(paper: Paper) -> str | None:
    """An order is numbered through the years and named with its body: ……令第3号."""
    return f"{paper.head}{paper.number}" if paper.form is Form.ORDER else paper.number


def derivable_of(paper: Paper) -> dict[str, Value]:
    """What follows from the page without standing there as that element."""
    values: dict[str, Value] = {}
    if not paper.signature and paper.bodies:
        values["issuing_body"] = list(paper.bodies)
    if paper.form is Form.MINUTES:
        values["dated_on"] = paper.dated_on.isoformat()
    return values


def suggestion_of(paper: Paper) -> dict[str, object] | None:
    """The proposal a careful archivist would make, if it is beyond dispute."""
    if paper.judgement is None:
        return None
    return {
        "attribute": paper.judgement.attribute,
        "applicability": paper.applicability,
        "redact": paper.judgement.redact,
        "basis": list(paper.judgement.basis),
    }
