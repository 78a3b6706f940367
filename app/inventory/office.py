"""The names our office has borne, with their periods; predecessors included."""

import json
import re
from typing import NamedTuple

from app.store.catalogue import Catalogue

SETTING = "office_names"
_SERVES = re.compile("(.+(?:人民政府|管理委员会))办公[室厅]")


class OfficeName(NamedTuple):
    """A name and its period as ISO dates; ``None`` leaves an end open."""

    name: str
    valid_from: str | None = None
    valid_to: str | None = None


def office_names(catalogue: Catalogue) -> tuple[OfficeName, ...]:
    """The names kept in the catalogue's settings, the present one first.

    The office of a government also keeps and decides what is issued in the government's own name,
    so that the government counts as ours as well (条例 711, art. 4 and 10).
    """
    settings = catalogue.settings()
    others = json.loads(settings.get(SETTING, "[]"))
    names = (OfficeName(settings["office"]), *(OfficeName(**other) for other in others))
    governments = (
        name._replace(name=served[1]) for name in names if (served := _SERVES.fullmatch(name.name))
    )
    return (*names, *governments)


def set_former_names(catalogue: Catalogue, names: tuple[OfficeName, ...], *, by: str) -> None:
    """Replace the former names and predecessors of the office."""
    packed = json.dumps(
        [{"name": n.name, "valid_from": n.valid_from, "valid_to": n.valid_to} for n in names],
        ensure_ascii=False,
    )
    catalogue.change_settings({SETTING: packed}, by=by)
