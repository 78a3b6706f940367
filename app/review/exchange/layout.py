"""The workbook of a batch: its columns, what a person fills in, and what the codes mean."""

import hashlib
from datetime import date
from enum import Enum
from functools import lru_cache

from app.classify.legal_basis import shipped_legal_basis
from app.domain.disclosure import DisclosureAttribute
from app.domain.terms import ATTRIBUTE_TERMS
from app.domain.transitions import BASIS_LETTERS
from app.formats.write.exchange_sheet import ExchangeColumn
from app.store.proposals import Standing

SHEET = "复审"
EDITION = "1"
KIND = "dishu-review-workbook"
DECIDABLE = {ATTRIBUTE_TERMS[attribute]: attribute for attribute in BASIS_LETTERS}
"""What can be chosen in the attribute column."""


class Place(Enum):
    """The columns in their order."""

    NUMBER = ExchangeColumn("序号", 6)
    TITLE = ExchangeColumn("题名", 40)
    DOCUMENT_NUMBER = ExchangeColumn("文号", 20)
    BODY = ExchangeColumn("发文机关", 20)
    DATE = ExchangeColumn("成文日期", 12)
    BEFORE = ExchangeColumn("原公开属性", 12)
    SUGGESTION = ExchangeColumn("程序建议", 24)
    ATTRIBUTE = ExchangeColumn("公开属性", 14, is_open=True, choices=tuple(DECIDABLE))
    BASIS = ExchangeColumn("依据代码", 14, is_open=True)
    REASON = ExchangeColumn("理由", 36, is_open=True)
    STATEMENT = ExchangeColumn("补充说明", 30, is_open=True)
    NEXT_REVIEW = ExchangeColumn("下次复审日期", 14, is_open=True)
    DOCUMENT = ExchangeColumn("公文编号", 38, is_hidden=True)
    SHOWN = ExchangeColumn("核对码", 20, is_hidden=True)

    @property
    def heading(self) -> str:
        """What stands in the first row."""
        return self.value.heading


PLACES = tuple(Place)
HEADINGS = tuple(place.heading for place in PLACES)
DESCRIBING = (Place.TITLE, Place.DOCUMENT_NUMBER, Place.BODY, Place.DATE, Place.BEFORE)
"""Locked columns that must come back as they went out."""

FILLED_IN = (Place.ATTRIBUTE, Place.BASIS, Place.REASON, Place.STATEMENT, Place.NEXT_REVIEW)
LONGEST = {Place.REASON: 1000, Place.STATEMENT: 1000, Place.BASIS: 200}
"""Characters at most; a form has no room for more."""

ADVICE = (
    "一、只填写浅黄色的栏：公开属性、依据代码、理由、补充说明、下次复审日期；其他栏已锁定，请勿改动。",
    "二、公开属性从下拉列表中选择；暂不认定的整行留空，导入时跳过。",
    "三、依据代码见“代码”表，多个代码用顿号或分号隔开，例如 A-19、A-20-1。",
    "四、不予公开必须有依据代码和理由；依申请公开必须有理由；维持原属性也要写理由。",
    "五、补充说明：原以第十六条不予公开的写情势变化；原以第十五条不予公开的写第三方意见；已公开改为不公开的写下线安排。",
    "六、请勿增删行列、合并单元格、填写公式、改表名；请仍存为 .xlsx。",
    "七、国家秘密不得填入本表，请按保密规定处理。",
)


@lru_cache(maxsize=1)
def codes() -> tuple[tuple[str, str], ...]:
    """Every basis code that can carry an attribute, with its article of today."""
    basis = shipped_legal_basis()
    found: list[tuple[str, str]] = []
    for code in basis.codes:
        article = basis.article(code, date.today())
        if article is not None and code[0] in BASIS_LETTERS.values() and article.attribute is not None:
            found.append((code, f"{ATTRIBUTE_TERMS[article.attribute]}　{article.title}　{article.citation}"))
    return tuple(found)


def row_of(number: int, standing: Standing) -> tuple[str, ...]:
    """The cells of one document; what a person fills in is empty."""
    row = standing.row
    cells = {
        Place.NUMBER: str(number),
        Place.TITLE: row.title,
        Place.DOCUMENT_NUMBER: row.document_number or "",
        Place.BODY: row.issuing_body,
        Place.DATE: row.dated_on or "",
        Place.BEFORE: ATTRIBUTE_TERMS[row.attribute],
        Place.SUGGESTION: _suggestion(standing),
        Place.DOCUMENT: row.uuid,
        Place.SHOWN: shown_code(standing),
    }
    return tuple(cells.get(place, "") for place in PLACES)


def shown_code(standing: Standing) -> str:
    """A short digest of what the row shows a document to be; another one means that it changed."""
    row = standing.row
    seen = f"{standing.contents}\n{standing.rule_edition}\n{row.attribute}\n{row.review_state}"
    return hashlib.sha256(seen.encode()).hexdigest()[:16]


def _suggestion(standing: Standing) -> str:
    suggested = standing.suggestion
    if suggested is None or suggested.attribute is DisclosureAttribute.UNDETERMINED:
        return "无明确建议"
    return f"{ATTRIBUTE_TERMS[suggested.attribute]}（{'、'.join(suggested.basis)}）"
