"""What one check found, before it has its code and name."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.transfer import Outcome, Place


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome of a check with its places; ``note`` tells a person what is left to do."""

    outcome: Outcome
    places: tuple[Place, ...] = ()
    warnings: tuple[Place, ...] = ()
    note: str = ""


def passed_unless(places: Iterable[Place], warnings: Iterable[Place] = ()) -> Found:
    """Failed when there are places, passed otherwise."""
    wrong = tuple(places)
    return Found(Outcome.FAILED if wrong else Outcome.PASSED, wrong, tuple(warnings))


def passed_unless_person(places: Iterable[Place], note: str) -> Found:
    """For a person when there are places, passed otherwise."""
    open_places = tuple(places)
    return Found(Outcome.FOR_PERSON, open_places, note=note) if open_places else Found(Outcome.PASSED)


def for_person(note: str) -> Found:
    """Nothing a program can decide."""
    return Found(Outcome.FOR_PERSON, note=note)


def not_applicable(note: str) -> Found:
    """The package has nothing this check looks at."""
    return Found(Outcome.NOT_APPLICABLE, note=note)
