"""Files that a person names for a report: listings, registers, sheets of figures."""

from pathlib import Path

from app.domain.source import Extraction
from app.errors import AppError
from app.formats.extract import extract
from app.formats.opening import open_for_reading
from app.formats.reader import UnreadableError


def read_given(path: Path) -> Extraction:
    """What is read from a file.

    Raises:
        AppError: it is not there, may not be read, or is of no kind that can be.
    """
    try:
        with open_for_reading(str(path)) as stream:
            return extract(stream, path.name)
    except UnreadableError as error:
        raise AppError(f"“{path.name}”读不出：{error.failure.message}") from error
    except FileNotFoundError as error:
        raise AppError(f"找不到文件“{path}”。", "请检查路径是否写对。") from error
    except OSError as error:
        raise AppError(
            f"不能读取“{path}”。", "请确认它是文件、没有被别的程序独占，并且有读取权限。"
        ) from error
