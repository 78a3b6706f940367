"""Reading the data files that a customer can read and replace: TOML with clear errors."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import AppError
from app.text.toml import parsed_toml

_ADVICE = "请按提示修改该文件，或恢复程序自带的文件。"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a data file: ``entry`` is the id of the rule or code, ``key`` the field."""

    file: str
    entry: str
    key: str
    message: str

    def __str__(self) -> str:
        where = "，".join(part for part in (self.file, self.entry, self.key) if part)
        return f"{where}：{self.message}"


class DataFileError(AppError):
    """One or more data files cannot be used; ``problems`` lists every fault."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        listed = "\n".join(str(problem) for problem in problems)
        super().__init__(f"数据文件有 {len(problems)} 处错误：\n{listed}", _ADVICE)
        self.problems = tuple(problems)


Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class DataFile:
    """One TOML file, parsed."""

    name: str
    data: Mapping[str, object]

    def entries(self, key: str) -> list[Entry]:
        """The tables of an array of tables; absent means none."""
        found = self.data.get(key, [])
        if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
            raise DataFileError([Problem(self.name, "", key, f"应写成 [[{key}]] 形式的若干条目")])
        return found


def read_folder(folder: Path) -> Iterator[DataFile]:
    """Every ``.toml`` file of a folder, by name.

    Raises:
        DataFileError: when the folder or a file cannot be read or is not TOML.
    """
    if not folder.is_dir():
        raise DataFileError([Problem(folder.name, "", "", "文件夹不存在")])
    for path in sorted(folder.glob("*.toml")):
        yield DataFile(path.name, _parse(path))


def _parse(path: Path) -> Mapping[str, object]:
    try:
        return parsed_toml(path.read_text("utf-8"))
    except OSError as fault:
        raise DataFileError([Problem(path.name, "", "", "无法读取")]) from fault
    except UnicodeDecodeError as fault:
        raise DataFileError([Problem(path.name, "", "", "不是 UTF-8 编码的文本")]) from fault
    except tomllib.TOMLDecodeError as fault:
        raise DataFileError([Problem(path.name, "", "", f"TOML 格式错误：{fault}")]) from fault
