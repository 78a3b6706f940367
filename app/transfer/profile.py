"""The fonds profile of a catalogue: kept as TOML in its settings, so that a person can edit it."""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from itertools import pairwise
from typing import Any

from app.domain.archival import (
    STANDARD_PERIODS,
    STANDARD_RETENTION_CODES,
    FondsProfile,
    NumberingPeriod,
    NumberingScheme,
    Office,
    PredecessorBody,
    RetentionPeriod,
)
from app.errors import AppError
from app.store.catalogue import Catalogue
from app.text.toml import parsed_toml
from app.transfer.templates import toml_value

SETTING = "fonds_profile"


def profile_of(catalogue: Catalogue) -> FondsProfile:
    """The profile in force; without one, the office and fonds code the catalogue was made with.

    Raises:
        AppError: the stored profile is no valid TOML of a profile.
    """
    settings = catalogue.settings()
    if text := settings.get(SETTING, ""):
        return profile_from_toml(text)
    office = settings.get("office", "")
    return FondsProfile(settings.get("fonds_code", ""), office, transferring_unit=office)


def keep_profile(catalogue: Catalogue, text: str, *, by: str) -> FondsProfile:
    """Check a profile and keep it as the one in force.

    Raises:
        AppError: the text is no valid profile.
    """
    profile = profile_from_toml(text)
    catalogue.change_settings({SETTING: text}, by=by)
    return profile


def profile_from_toml(text: str) -> FondsProfile:
    """Build a profile from TOML.

    Raises:
        AppError: a key is unknown or a value is missing; names it.
    """
    try:
        return _profile(parsed_toml(text))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise AppError(f"全宗档案无法使用：{error}", "请对照说明改正后重试。") from error


def profile_to_toml(profile: FondsProfile) -> str:
    """The profile as a text that :func:`profile_from_toml` reads back as an equal profile."""
    head = ("fonds_code", "fonds_name", "transferring_unit", "archives_name", "archives_code")
    lines = [f"{key} = {toml_value(getattr(profile, key))}" for key in head]
    codes = {period.value: code for period, code in profile.retention_codes.items()}
    lines.append(f"retention_codes = {toml_value(codes)}")
    for name in ("offices", "periods", "predecessors"):
        for entry in getattr(profile, name):
            values = {key: value for key, value in asdict(entry).items() if value is not None}
            lines += ["", f"[[{name}]]", *(f"{key} = {toml_value(value)}" for key, value in values.items())]
    return "\n".join(lines) + "\n"


def _profile(data: dict[str, Any]) -> FondsProfile:
    offices = tuple(Office(**entry) for entry in data.pop("offices", []))
    periods = tuple(_period(entry) for entry in data.pop("periods", []))
    predecessors = tuple(PredecessorBody(**entry) for entry in data.pop("predecessors", []))
    codes = {RetentionPeriod(name): code for name, code in data.pop("retention_codes", {}).items()}
    profile = FondsProfile(
        offices=offices,
        periods=periods or STANDARD_PERIODS,
        predecessors=predecessors,
        retention_codes={**STANDARD_RETENTION_CODES, **codes},
        **data,
    )
    _require_no_overlap(profile)
    return profile


def _period(entry: Mapping[str, Any]) -> NumberingPeriod:
    values = {"last_year": None, **entry}
    return NumberingPeriod(**{**values, "scheme": NumberingScheme(values["scheme"])})


def _require_no_overlap(profile: FondsProfile) -> None:
    periods = sorted(profile.periods, key=lambda period: period.first_year)
    for earlier, later in pairwise(periods):
        if earlier.covers(later.first_year):
            raise ValueError(f"{later.first_year}年有两种档号规则")
