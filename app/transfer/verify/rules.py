"""The checks of DA/T 70-2018 as data: codes, names, limits and vocabularies a receiver may replace."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.paths import resources

SCHEMAS = resources() / "schemas"
CHECKS = SCHEMAS / "da-t-70-checks.toml"


@dataclass(frozen=True, slots=True)
class CheckRules:
    """``names`` maps serials (``1-1``) to names; ``unsure`` are serials not confirmed by the text."""

    prefix: str
    names: Mapping[str, str]
    unsure: frozenset[str]
    lengths: Mapping[str, int]
    domains: Mapping[str, tuple[str, ...]]
    accepted_formats: frozenset[str]
    packed_formats: frozenset[str]


def load_rules(path: Path = CHECKS) -> CheckRules:
    """Read the rules."""
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return CheckRules(
        data["prefix"],
        {check["code"]: check["name"] for check in data["check"]},
        frozenset(check["code"] for check in data["check"] if check.get("unsure")),
        data["length"],
        {name: tuple(words) for name, words in data["domain"].items()},
        frozenset(data["format"]["accepted"]),
        frozenset(data["format"]["packed"]),
    )
