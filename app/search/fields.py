"""The names of the query language: fields in Chinese and English, and the values some of them take."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.query import Field
from app.domain.review import ReviewState
from app.domain.source import ON_PAPER, FileFormat
from app.domain.terms import APPLICABILITY_TERMS, ATTRIBUTE_TERMS, REVIEW_STATE_TERMS
from app.text.folding import fold

_Value = TypeVar("_Value", bound=StrEnum)

FIELD_NAMES: dict[Field, tuple[str, ...]] = {
    Field.TITLE: ("标题", "题名", "title"),
    Field.NUMBER: ("文号", "发文字号", "number"),
    Field.TEXT: ("正文", "全文", "text"),
    Field.BODY: ("发文机关", "机关", "责任者", "body", "issuer"),
    Field.YEAR: ("年", "年份", "年度", "year"),
    Field.DATE: ("日期", "成文日期", "date"),
    Field.ATTRIBUTE: ("属性", "公开属性", "attribute"),
    Field.SUGGESTION: ("建议", "建议属性", "suggestion"),
    Field.GENRE: ("文种", "genre"),
    Field.STATE: ("状态", "办理情况", "审核状态", "state"),
    Field.APPLICABILITY: ("归属", "applicability"),
    Field.FORMAT: ("格式", "format"),
    Field.FOLDER: ("文件夹", "目录", "folder"),
}
"""Each field's names; the first one is used when a query is explained."""

_FIELDS_BY_NAME = {fold(name): field for field, names in FIELD_NAMES.items() for name in names}


def _named(terms: Mapping[_Value, str], synonyms: Mapping[str, _Value]) -> dict[str, str]:
    """The program's own words first, then what people also say, then the codes."""
    return {
        **{term: value for value, term in terms.items()},
        **synonyms,
        **{value.value: value for value in terms},
    }


_ATTRIBUTES = _named(
    ATTRIBUTE_TERMS,
    {
        "公开": DisclosureAttribute.PROACTIVE,
        "依申请": DisclosureAttribute.ON_REQUEST,
        "不公开": DisclosureAttribute.WITHHELD,
        "未定": DisclosureAttribute.UNDETERMINED,
        "待定": DisclosureAttribute.UNDETERMINED,
    },
)
_STATES = _named(
    REVIEW_STATE_TERMS,
    {
        "未审核": ReviewState.OPEN,
        "已提出": ReviewState.PROPOSED,
        "待复核": ReviewState.PROPOSED,
        "退回": ReviewState.RETURNED,
        "已认定": ReviewState.APPROVED,
        "已批准": ReviewState.APPROVED,
    },
)
_APPLICABILITIES = _named(
    APPLICABILITY_TERMS, {"本机关": Applicability.OURS, "其他机关": Applicability.OTHER_MAKER}
)
VALUES: dict[Field, dict[str, str]] = {
    Field.ATTRIBUTE: _ATTRIBUTES,
    Field.SUGGESTION: _ATTRIBUTES,
    Field.STATE: _STATES,
    Field.APPLICABILITY: _APPLICABILITIES,
    Field.FORMAT: {"纸质": ON_PAPER, ON_PAPER: ON_PAPER, **{item.value: item for item in FileFormat}},
}
"""What may stand behind a field that takes one of a few values."""

NOT_OURS = f"非 归属:{APPLICABILITY_TERMS[Applicability.OURS]}"
"""The query for what the office holds and does not decide."""


def field_named(name: str) -> Field | None:
    """The field that a person means, in traditional characters or capital letters too."""
    return _FIELDS_BY_NAME.get(fold(name))


def value_name(field: Field, value: str) -> str:
    """The Chinese name of a value, or the value itself."""
    names = VALUES.get(field, {})
    return next((name for name, meant in names.items() if meant == value), value)
