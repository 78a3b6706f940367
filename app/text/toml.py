"""TOML texts that people edit: rules, word lists, authority lists, templates, profiles."""

import tomllib
from typing import Any


def parsed_toml(text: str) -> dict[str, Any]:
    """What a text holds; a mark of byte order in front, as Notepad writes it, is none of it.

    Raises:
        TOMLDecodeError: it is no TOML, or its brackets are nested deeper than Python reads.
    """
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except RecursionError as error:
        raise tomllib.TOMLDecodeError("括号嵌套过深") from error
