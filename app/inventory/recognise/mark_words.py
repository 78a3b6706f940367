"""Disclosure marks as data: values, labels and tick boxes of ``resources/marks/disclosure.toml``."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.domain.disclosure import DisclosureAttribute
from app.errors import AppError
from app.inventory.recognise.page_text import bare
from app.paths import resources
from app.text.folding import fold
from app.text.toml import parsed_toml

_UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class MarkWords:
    """``values`` maps a folded word to its attribute (``UNDETERMINED``: known, but a person decides)."""

    values: dict[str, DisclosureAttribute]
    answers: dict[str, DisclosureAttribute]
    questions: frozenset[str]
    web_only: frozenset[str]
    distribution: tuple[str, ...]
    ticked: frozenset[str]
    open: frozenset[str]
    note: re.Pattern[str]
    labelled: re.Pattern[str]
    stamp: re.Pattern[str]


@lru_cache(maxsize=1)
def mark_words() -> MarkWords:
    """The words of the resource file; raises :class:`AppError` when the file cannot be understood."""
    return read_mark_words(resources() / "marks" / "disclosure.toml")


def read_mark_words(path: Path) -> MarkWords:
    """The words of one file, ready for matching on folded text."""
    try:
        data = parsed_toml(path.read_text("utf-8"))
        return _build(data)
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        message = f"公开属性标注词表无法读取：{path.name}。"
        raise AppError(message, "请恢复程序自带的文件，或改正其中的格式错误。") from error


def attribute_of_mark(mark: str) -> DisclosureAttribute | None:
    """The attribute a printed mark stands for; ``UNDETERMINED`` for known marks that a person must
    decide (内部公开, coded values), ``None`` for what is no mark, such as a scope of distribution.
    """
    words = mark_words()
    text = bare(fold(mark)).strip("〔〕,.。:")
    ticked = ticked_value(text, words)
    if ticked is not None:
        return words.values.get(ticked, DisclosureAttribute.UNDETERMINED)
    if any(word in text for word in words.distribution):
        return None
    if text in words.values:
        return words.values[text]
    note = words.note.fullmatch(text)
    if note is not None:
        return words.values[note["value"]]
    found = words.labelled.fullmatch(text)
    return labelled_attribute(found, words) if found is not None else None


def labelled_attribute(found: re.Match[str], words: MarkWords) -> DisclosureAttribute | None:
    """The attribute of a ``label: value`` match; 是 and 否 count behind a question only."""
    value = found["value"]
    if value in words.answers:
        return words.answers[value] if found["label"] in words.questions else None
    return words.values.get(value)


def ticked_value(text: str, words: MarkWords) -> str | None:
    """The option ticked in a row of boxes such as ``☑主动公开□依申请公开``; ``None`` without boxes.

    Whether boxes stand in front of or behind their options is read from what comes first.
    """
    options = list(words.stamp.finditer(text))
    boxes = words.ticked | words.open
    if len(options) < 2 or not any(character in boxes for character in text):
        return None
    first_box = min(position for position, character in enumerate(text) if character in boxes)
    in_front = first_box < options[0].start()
    chosen = [option[0] for option in options if _box_at(text, option, in_front) in words.ticked]
    return chosen[0] if len(chosen) == 1 else None


def _box_at(text: str, option: re.Match[str], in_front: bool) -> str:
    position = option.start() - 1 if in_front else option.end()
    step = -1 if in_front else 1
    while 0 <= position < len(text) and text[position] in "〔〕 :.":
        position += step
    return text[position] if 0 <= position < len(text) else ""


def _build(data: dict[str, dict[str, list[str] | str]]) -> MarkWords:
    values = _attributes(data["values"])
    answers = _attributes(data["answers"])
    labels = [fold(name) for name in data["labels"]["names"]]
    openings = [fold(opening) for opening in data["notes"]["openings"]]
    worded = [value for value in values if not value.isdigit()]
    note = rf"(?:{_either(openings)})(?:为|属|系)?(?P<value>{_either(worded)})"
    labelled = rf"(?P<label>{_either(labels)}):?(?P<value>{_either([*values, *answers])})"
    return MarkWords(
        values=values,
        answers=answers,
        questions=frozenset(map(fold, data["labels"]["questions"])),
        web_only=frozenset(map(fold, data["labels"]["web_only"])),
        distribution=tuple(map(fold, data["notes"]["distribution"])),
        ticked=frozenset(_box_characters(data["boxes"]["ticked"])),
        open=frozenset(_box_characters(data["boxes"]["open"])),
        note=re.compile(note),
        labelled=re.compile(labelled),
        stamp=re.compile(_either([value for value in worded if len(value) > 2])),
    )


def _attributes(groups: dict[str, list[str] | str]) -> dict[str, DisclosureAttribute]:
    return {
        fold(value): DisclosureAttribute.UNDETERMINED if name == _UNDECIDED else DisclosureAttribute(name)
        for name, members in groups.items()
        for value in members
    }


def _box_characters(characters: list[str] | str) -> set[str]:
    joined = "".join(characters)
    return {*fold(joined), *joined}


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
