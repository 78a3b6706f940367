"""The names of the query language: fields in Chinese and English, and the values some of them take."""

from app.domain.disclosure import DisclosureAttribute
from app.domain.query import Field
from app.domain.review import ReviewState
from app.domain.source import ON_PAPER, FileFormat
from app.text.folding import fold

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
    Field.STATE: ("状态", "审核状态", "state"),
    Field.FORMAT: ("格式", "format"),
    Field.FOLDER: ("文件夹", "目录", "folder"),
}
"""Each field's names; the first one is used when a query is explained."""

_FIELDS_BY_NAME = {fold(name): field for field, names in FIELD_NAMES.items() for name in names}

_ATTRIBUTES = {
    "主动公开": DisclosureAttribute.PROACTIVE,
    "公开": DisclosureAttribute.PROACTIVE,
    "依申请公开": DisclosureAttribute.ON_REQUEST,
    "依申请": DisclosureAttribute.ON_REQUEST,
    "不予公开": DisclosureAttribute.WITHHELD,
    "不公开": DisclosureAttribute.WITHHELD,
    "未定": DisclosureAttribute.UNDETERMINED,
    "待定": DisclosureAttribute.UNDETERMINED,
}
_STATES = {
    "未审": ReviewState.OPEN,
    "未审核": ReviewState.OPEN,
    "存疑": ReviewState.FLAGGED,
    "已提出": ReviewState.PROPOSED,
    "待复核": ReviewState.PROPOSED,
    "退回": ReviewState.RETURNED,
    "已退回": ReviewState.RETURNED,
    "已认定": ReviewState.APPROVED,
    "已批准": ReviewState.APPROVED,
}
VALUES: dict[Field, dict[str, str]] = {
    Field.ATTRIBUTE: {**_ATTRIBUTES, **{item.value: item for item in DisclosureAttribute}},
    Field.SUGGESTION: {**_ATTRIBUTES, **{item.value: item for item in DisclosureAttribute}},
    Field.STATE: {**_STATES, **{item.value: item for item in ReviewState}},
    Field.FORMAT: {"纸质": ON_PAPER, ON_PAPER: ON_PAPER, **{item.value: item for item in FileFormat}},
}
"""What may stand behind a field that takes one of a few values."""


def field_named(name: str) -> Field | None:
    """The field that a person means, in traditional characters or capital letters too."""
    return _FIELDS_BY_NAME.get(fold(name))


def value_name(field: Field, value: str) -> str:
    """The Chinese name of a value, or the value itself."""
    names = VALUES.get(field, {})
    return next((name for name, meant in names.items() if meant == value), value)
