"""Report templates as data: every TOML file below ``resources/`` that a report reads."""

from pathlib import Path
from typing import Any

from app.errors import AppError
from app.paths import resources
from app.text.toml import parsed_toml


def load_data(folder: str, name: str) -> dict[str, Any]:
    """The content of ``resources/<folder>/<name>.toml``.

    Raises:
        AppError: the file is missing or no valid TOML.
    """
    return read_data(resources() / folder / f"{name}.toml")


def read_data(path: Path) -> dict[str, Any]:
    """The content of a TOML file.

    Raises:
        AppError: the file is missing or no valid TOML.
    """
    try:
        return parsed_toml(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise faulty(path.name, error) from error


def faulty(name: str, error: Exception) -> AppError:
    """What to say of a data file that cannot be used."""
    return AppError(f"数据文件“{name}”无法使用：{error}", "请恢复程序自带的文件，或改正其中的格式错误。")
