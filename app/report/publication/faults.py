"""What a check before publication found, with its place."""

import re
from dataclasses import asdict, dataclass
from enum import StrEnum

from app.classify.personal_information import find

_LONG_NUMBER = re.compile(r"\d{7,}")


class FaultKind(StrEnum):
    """What a fault is about; the values are names used in exports."""

    CLASSIFIED = "classified"
    PERSONAL = "personal"
    INTERNAL = "internal"
    COMMENT = "comment"
    TRACKED_CHANGE = "tracked_change"
    HIDDEN = "hidden"
    PROPERTY = "property"
    EMBEDDED = "embedded"
    COVERED_TEXT = "covered_text"
    WORDING = "wording"
    FORMAT = "format"
    MISSING = "missing"
    UNREADABLE = "unreadable"


FAULT_TERMS = {
    FaultKind.CLASSIFIED: "涉密标志",
    FaultKind.PERSONAL: "敏感信息",
    FaultKind.INTERNAL: "内部标志",
    FaultKind.COMMENT: "批注",
    FaultKind.TRACKED_CHANGE: "修订痕迹",
    FaultKind.HIDDEN: "隐藏内容",
    FaultKind.PROPERTY: "文档属性",
    FaultKind.EMBEDDED: "嵌入对象",
    FaultKind.COVERED_TEXT: "遮盖下的文字",
    FaultKind.WORDING: "错别字",
    FaultKind.FORMAT: "公文格式",
    FaultKind.MISSING: "要素缺失",
    FaultKind.UNREADABLE: "无法检查",
}


class Severity(StrEnum):
    """Whether publication must wait, or a person should merely look."""

    FAULT = "fault"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. ``code`` names the rule, ``shown`` is safe to display: masked where it is personal."""

    kind: FaultKind
    code: str
    message: str
    where: str = ""
    shown: str = ""
    severity: Severity = Severity.FAULT

    def as_dict(self) -> dict[str, str]:
        """The fault for JSON."""
        return {name: str(value) for name, value in asdict(self).items()}


def format_fault(code: str, message: str, where: str = "", shown: str = "") -> Fault:
    """A deviation from GB/T 9704-2012; personal data in ``shown`` is masked."""
    return Fault(FaultKind.FORMAT, code, message, where, safe(shown)[:30])


def safe(text: str) -> str:
    """A text for display: what was found in it is masked, and so is every longer number."""
    for finding in sorted(find(text), key=lambda one: one.start, reverse=True):
        text = text[: finding.start] + finding.shown + text[finding.end :]
    return _LONG_NUMBER.sub("****", text)
