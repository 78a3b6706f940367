"""What leaves an office and comes back: workbooks that people fill in, and packages read on another PC."""

import json
import random
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from itertools import count
from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

from openpyxl import load_workbook

from app.domain.review import Decision
from app.domain.terms import ATTRIBUTE_TERMS
from app.review.exchange.package import BACK_KIND, CONTENT_NAME, export_package, merge_decisions
from app.review.exchange.workbook_in import import_workbook
from app.review.exchange.workbook_out import export_workbook
from app.store import reviews
from app.store.catalogue import Catalogue

FRESH = 0.6
"""How often what comes back went out just now."""

KEPT = 4
"""How many of each kind are about at once; old ones come back late and meet a changed catalogue."""


class Post:
    """Exports of random batches, filled in and taken in again at random, some of them twice."""

    def __init__(
        self,
        catalogue: Catalogue,
        chance: random.Random,
        names: Sequence[str],
        decision: Callable[[], Decision],
    ) -> None:
        self._catalogue = catalogue
        self._chance = chance
        self._names = names
        self._decision = decision
        self._folder = catalogue.folder / "post"
        self._folder.mkdir()
        self._number = count()
        self._sheets: list[Path] = []
        self._packages: list[Path] = []
        self._answers: list[Path] = []
        self.known: dict[Path, set[str]] = {}

    def send_sheet(self) -> None:
        """A batch goes out as a workbook."""
        path = self._new("xlsx")
        export_workbook(self._catalogue, self._batch(), path, by=self._who())
        _keep(self._sheets, path)

    def sheet_comes_back(self) -> None:
        """A workbook that went out comes back with some rows filled in."""
        if not self._sheets or self._chance.random() < FRESH:
            self.send_sheet()
        path = self._new("xlsx")
        shutil.copyfile(self._sheets[-1 if self._chance.random() < FRESH else 0], path)
        book = load_workbook(path)
        page = book["复审"]
        for row in range(2, page.max_row + 1):
            if self._chance.random() < 0.6:
                decision = self._decision()
                page[f"H{row}"] = ATTRIBUTE_TERMS[decision.attribute]
                page[f"I{row}"] = "、".join(decision.basis)
                page[f"J{row}"] = decision.reason
                page[f"K{row}"] = next(iter(decision.attachments.values()), "")
        book.save(path)
        try:
            import_workbook(self._catalogue, path, by=self._who())
        finally:
            path.unlink()

    def send_package(self) -> None:
        """A batch goes out to another PC."""
        path = self._new("zip")
        export_package(self._catalogue, self._batch(), path, by=self._who())
        _keep(self._packages, path)

    def package_comes_back(self) -> None:
        """Decisions made on another PC come back: new ones, or the same package once more."""
        if self._answers and self._chance.random() > FRESH:
            path = self._chance.choice(self._answers)
        else:
            self.send_package()
            path = self._answer(self._chance.choice(self._packages[-2:]))
            _keep(self._answers, path)
        before = self.known.get(path, set())
        done = merge_decisions(self._catalogue, path, by=self._who())
        assert done.already >= len(before), "what was taken in once is known"
        uuids = {each["uuid"] for each in _read(path)["decisions"]}
        conflicts = len(done.conflicts)
        assert done.proposed + done.already + conflicts == len(uuids)
        self.known[path] = uuids if not conflicts else before

    def _answer(self, package: Path) -> Path:
        record = _read(package)
        picked = [uuid for uuid in record["shown"] if self._chance.random() < 0.6]
        back = {
            **{key: record[key] for key in ("edition", "head", "batch", "round", "shown")},
            "kind": BACK_KIND,
            "catalogue": str(uuid4()),
            "home": record["catalogue"],
            "uuid": str(uuid4()),
            "package": record["uuid"],
            "decisions": [self._made(uuid) for uuid in picked],
        }
        path = self._new("zip")
        with ZipFile(path, "w") as archive:
            archive.writestr(CONTENT_NAME, json.dumps(back))
        return path

    def _made(self, document: str) -> dict[str, object]:
        decision = self._decision()
        return {
            "uuid": str(uuid4()),
            "document": document,
            "by": self._who(),
            "at": "2025-03-07T09:00:00",
            "seconds": None,
            "decision": {**asdict(decision), "attachments": dict(decision.attachments)},
        }

    def _batch(self) -> str:
        with self._catalogue.read() as connection:
            known = reviews.batches(connection)
        return self._chance.choice([one for one in known if one.left] or known).uuid

    def _who(self) -> str:
        return self._chance.choice(self._names)

    def _new(self, ending: str) -> Path:
        return self._folder / f"{next(self._number)}.{ending}"


def _read(path: Path) -> dict:
    with ZipFile(path) as archive:
        return json.loads(archive.read(CONTENT_NAME))


def _keep(about: list[Path], path: Path) -> None:
    about.append(path)
    for old in _too_many(about):
        old.unlink()
        about.remove(old)


def _too_many(about: Sequence[Path]) -> Iterable[Path]:
    return tuple(about[:-KEPT])
