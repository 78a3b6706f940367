"""What a file's name tells where the text says nothing: number, title and the body the title begins with.

People name files 临政发〔2006〕1号 某某关于…的通知_扫描件.tif. Such values are hints, never printed ones.
"""

import re
from dataclasses import dataclass

from app.domain.document import Element, Origin
from app.inventory.recognise.elements import derived_element, without_blanks
from app.inventory.recognise.grammar import GENRES
from app.text.document_number import find_numbers
from app.text.folding import fold

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_LEADING_INDEX = re.compile(r"^[〔(（]?\d{1,3}[)）〕]?(?:[.、_\-]|\s)\s*(?=\D)")
_YEARLY = re.compile(r"(?:(?:19|20)\d\d年)?第\s?\d{1,4}\s?号|〔(?:19|20)\d\d〕\s?\d{1,4}\s?号")
_BETWEEN = " \t\u3000_-—.,、"
_SPACE = r"\s_\-—."
_CARRIER = re.compile(
    rf"(?<![{_SPACE}])[{_SPACE}]*+"
    r"(?:〔\s*(?:{words}|\d{{1,2}})\s*〕|{words}|(?<=[{space}])(?:v?\d{{1,2}}|\d{{8}}))$".format(
        space=_SPACE,
        words="已?盖章(?:版|件|扫描件)?|扫描(?:件|版)?|最终(?:版|稿)?|终稿|定稿|正式(?:版|稿|件)?|印发(?:版|稿)|红头(?:版|文件)?|副本|复印件|复件|存档(?:版|件)?|归档(?:版|件)?"
        "|打印(?:版|稿)?|网页(?:版)?|公开(?:版)|电子版|原件|正本|复制|copy|final",
    )
)
"""What a name says about the carrier or the state of the file, not about the document."""
_MOST_CARRIERS = 4
_LEAST_TITLE = 6
_GENRE = re.compile(rf"(?:{GENRES})")


@dataclass(frozen=True, slots=True)
class NamedInFile:
    """Number and title as the file's name has them; empty where it has none."""

    number: str
    title: str


def named_in_file(file_name: str) -> NamedInFile:
    """The parts of a file's name without ending, folder, running index and words about the carrier."""
    stem = _ENDING.sub("", file_name.replace("\\", "/").rsplit("/", 1)[-1]).strip()
    stem = stem[: len(_without_carrier(fold(stem)))]
    stem = stem[_index_end(fold(stem)) :]
    end, number = _number(stem)
    title = without_blanks(stem[end:].strip(_BETWEEN))
    return NamedInFile(number, title)


def number_of_file(file_name: str) -> Element | None:
    """The number in front of the title, as a hint."""
    number = named_in_file(file_name).number
    return derived_element(number, "number-from-file-name", 0.5, origin=Origin.FILE_NAME) if number else None


def title_of_file(file_name: str) -> Element | None:
    """The title, if it is long enough and has a word for a kind of document."""
    title = named_in_file(file_name).title
    if len(title) < _LEAST_TITLE or not _GENRE.search(title):
        return None
    return derived_element(title, "title-from-file-name", 0.4, origin=Origin.FILE_NAME)


def _without_carrier(folded: str) -> str:
    for _ in range(_MOST_CARRIERS):
        shorter = _CARRIER.sub("", folded)
        if shorter == folded or not shorter:
            break
        folded = shorter
    return folded


def _index_end(folded: str) -> int:
    index = _LEADING_INDEX.match(folded)
    return index.end() if index is not None else 0


def _number(stem: str) -> tuple[int, str]:
    """Where the number at the start ends, and its canonical form."""
    found = next(find_numbers(stem), None)
    if found is not None and found.start <= 1 and found.series not in {"公告", "通告", "令"}:
        return found.end, found.canonical
    yearly = _YEARLY.match(fold(stem))
    return (yearly.end(), without_blanks(stem[: yearly.end()])) if yearly is not None else (0, "")
