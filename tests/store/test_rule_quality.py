"""Corrections counted by the rule whose value was wrong."""

from app.domain.document import ElementName
from app.inventory.correct import correct_element
from app.store.rule_quality import RuleQuality, rule_quality
from tests.catalogues import add_document


def test_corrections_are_counted_by_rule_and_a_document_counts_once(catalogue) -> None:
    first, second, _ = (add_document(catalogue) for _ in range(3))
    correct_element(catalogue, first, ElementName.TITLE, "关于甲的通知", by="王示例")
    correct_element(catalogue, first, ElementName.TITLE, "关于乙的通知", by="王示例")
    correct_element(catalogue, second, ElementName.TITLE, "关于丙的通知", by="王示例")
    correct_element(catalogue, second, ElementName.SIGNATORY, "张三", by="王示例")
    with catalogue.read() as connection:
        assert rule_quality(connection) == [
            RuleQuality(ElementName.TITLE, "test", 3, 2),
            RuleQuality(ElementName.SIGNATORY, "", 0, 1),
        ]


def test_nothing_is_listed_before_anybody_corrected(catalogue) -> None:
    add_document(catalogue)
    with catalogue.read() as connection:
        assert rule_quality(connection) == []
