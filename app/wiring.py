"""Puts the parts together: the only place that knows them all.

Rules and worker processes are loaded when they are asked for: most commands only read the catalogue.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app import logs
from app.paths import resources
from app.store.catalogue import Catalogue, open_catalogue

if TYPE_CHECKING:
    from app.classify.rules import RuleSet
    from app.formats.pool import WorkerPool

OWN_RULES = "rules"
"""A folder of this name inside a catalogue holds the customer's own rules."""


@dataclass
class Session:
    """An open catalogue with everything that use cases need beside it."""

    catalogue: Catalogue

    @property
    def rule_folders(self) -> list[Path]:
        """Our rules, then the customer's own, which override ours by id."""
        own = self.catalogue.folder / OWN_RULES
        return [resources() / "rules", *([own] if own.is_dir() else [])]

    @cached_property
    def rules(self) -> "RuleSet":
        """The rules in force."""
        from app.classify.rules import load_rules

        return load_rules(self.rule_folders)

    @contextmanager
    def pool(self, workers: int) -> "Iterator[WorkerPool]":
        """Worker processes for reading files."""
        from app.formats.pool import WorkerPool

        with WorkerPool(workers) as pool:
            yield pool

    def close(self) -> None:
        """Release the catalogue."""
        self.catalogue.close()


@contextmanager
def open_session(folder: Path) -> Iterator[Session]:
    """Open a catalogue for the length of the block.

    Raises:
        AppError: there is none, it is damaged, foreign, or made by a newer version.
    """
    session = Session(open_catalogue(folder))
    try:
        logs.log_into(folder / "logs")
        yield session
    finally:
        session.close()
