"""Builds documents of the fictional 临湖县 from the tables in ``cases``."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.classify.personal_information import find_in
from app.classify.personal_information.numbers import has_luhn_check, has_resident_check
from app.classify.rules import shipped_rules
from app.classify.suggest import Case, suggest
from app.domain.disclosure import Suggestion
from app.domain.document import Applicability, DocumentRole
from app.domain.source import Extraction, FileFormat
from app.inventory.recognise import recognise

FOLDER = Path(__file__).parent / "cases"


def resident_id(first_17: str) -> str:
    """An invented identity number with its check digit."""
    return next(first_17 + last for last in "0123456789x" if has_resident_check(first_17 + last)).upper()


def bank_card(first: str) -> str:
    """An invented card number with its check digit."""
    return next(first + last for last in "0123456789" if has_luhn_check(first + last))


NUMBERS = {
    "{id1}": resident_id("33019919620304123"),
    "{id2}": resident_id("33019919710815456"),
    "{id3}": resident_id("33019919550101789"),
    "{child}": resident_id("33019920120901123"),
    "{card}": bank_card("622202000000012345"),
}


@dataclass(frozen=True)
class LabelledCase:
    """One invented document and what a trained reviewer proposes for it."""

    name: str
    text: str
    attribute: str
    basis: str | None
    redact: bool | None
    role: str
    applicability: str
    file_name: str
    expects: str

    def suggestion(self) -> Suggestion:
        extraction = Extraction(FileFormat.TXT, None, self.text)
        recognition = recognise(extraction, self.file_name)
        return suggest(
            Case(
                extraction,
                recognition,
                find_in(extraction, year=2020),
                shipped_rules(),
                DocumentRole(self.role),
                Applicability(self.applicability),
                file_name=self.file_name,
            )
        )


@lru_cache(maxsize=1)
def labelled_cases() -> tuple[LabelledCase, ...]:
    """Every case of every table."""
    return tuple(
        _case(path.stem, index, group, title)
        for path in sorted(FOLDER.glob("*.toml"))
        for index, group in enumerate(tomllib.loads(path.read_text("utf-8"))["group"])
        if not group.get("skip")
        for title in group["titles"]
    )


def _case(stem: str, index: int, group: dict, title: str) -> LabelledCase:
    return LabelledCase(
        f"{stem}-{index}-{title}",
        _text(group, title),
        group["attribute"],
        group.get("basis"),
        group.get("redact"),
        group.get("role", "own"),
        group.get("applicability", "ours"),
        group.get("file_name", ""),
        group.get("expects", ""),
    )


def _text(group: dict, title: str) -> str:
    body = group.get("body", "现将有关事项通知如下，请结合实际认真落实。\n一、提高认识。\n二、明确责任。")
    for name, number in NUMBERS.items():
        body = body.replace(name, number)
    maker = next(
        (name for name in ("江南市人民政府", "中共临湖县委", "临湖县人民政府") if title.startswith(name)),
        "临湖县人民政府",
    )
    number = group.get("number", "临政发〔2020〕21号")
    lines = [
        *([group["head"]] if "head" in group else []),
        *([f"{maker}文件", "", number, ""] if number else []),
        title,
        "",
        *(["各镇人民政府、街道办事处，县政府直属各单位："] if number else []),
        body,
        "",
        maker,
        group.get("date", "2020年3月7日"),
        *([f"（{group['mark']}）"] if "mark" in group else []),
        *([group["tail"]] if "tail" in group else []),
    ]
    return "\n".join(lines) + "\n"
