"""Presets: a whole decision under a digit key."""

import tomllib
from dataclasses import dataclass

from app.domain.disclosure import DisclosureAttribute
from app.domain.transitions import Decision

KEYS = range(1, 10)


@dataclass(frozen=True, slots=True)
class Preset:
    """What the digit ``key`` (1 to 9) decides; ``title`` is shown on the key card."""

    key: int
    title: str
    decision: Decision


def parse_presets(text: str) -> tuple[Preset, ...]:
    """The presets that a TOML text describes, by key.

    Raises:
        ValueError: not TOML, a key outside 1 to 9 or used twice (also ``KeyError`` for a missing one).
    """
    found = tuple(
        Preset(
            key=int(entry["key"]),
            title=str(entry["title"]),
            decision=Decision(
                DisclosureAttribute(entry["attribute"]),
                tuple(str(code) for code in entry.get("basis", ())),
                str(entry.get("reason", "")),
            ),
        )
        for entry in tomllib.loads(text)["preset"]
    )
    keys = [preset.key for preset in found]
    if len(keys) != len(set(keys)) or any(key not in KEYS for key in keys):
        raise ValueError(keys)
    return tuple(sorted(found, key=lambda preset: preset.key))
