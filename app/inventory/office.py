"""The names our office has borne, with their periods; predecessors included."""

import json
from typing import NamedTuple

from app.store.catalogue import Catalogue

SETTING = "office_names"


class OfficeName(NamedTuple):
    """A name and its period as ISO dates; ``None`` leaves an end open."""

    name: str
    valid_from: str | None = None
    valid_to: str | None = None


def office_names(catalogue: Catalogue) -> tuple[OfficeName, ...]:
    """The names kept in the catalogue's settings, the present one first."""
    settings = catalogue.settings()
    present = OfficeName(settings["office"])
    others = json.loads(settings.get(SETTING, "[]"))
    return (present, *(OfficeName(**other) for other in others))


def set_former_names(catalogue: Catalogue, names: tuple[OfficeName, ...], *, by: str) -> None:
    """Replace the former names and predecessors of the office."""
    packed = json.dumps(
        [{"name": n.name, "valid_from": n.valid_from, "valid_to": n.valid_to} for n in names],
        ensure_ascii=False,
    )
    catalogue.change_settings({SETTING: packed}, by=by)
