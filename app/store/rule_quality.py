"""How often people corrected what each rule of recognition found, so that weak rules show."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.domain.document import ElementName
from app.store.documents import FROM_REGISTER
from app.store.tables.holdings import correction, element


@dataclass(frozen=True, slots=True)
class RuleQuality:
    """``rule`` gave a value to ``found`` files; people put another in its place in ``corrected`` documents.

    An empty ``rule`` stands for elements that no rule had found.
    """

    name: ElementName
    rule: str
    found: int
    corrected: int


def rule_quality(connection: Connection) -> list[RuleQuality]:
    """Every rule whose values were corrected or missed, the most corrected first."""
    corrected = Counter(
        {
            (row.name, row.rule or ""): row.times
            for row in connection.execute(
                select(
                    correction.c.name, correction.c.corrected_rule.label("rule"), func.count().label("times")
                )
                .where(
                    correction.c.is_current == 1,
                    func.coalesce(correction.c.corrected_rule, "") != FROM_REGISTER,
                )
                .group_by(correction.c.name, correction.c.corrected_rule)
            )
        }
    )
    rules = {rule for _, rule in corrected}
    counted = select(element.c.name, element.c.rule, func.count().label("times")).where(
        element.c.rule.in_(rules)
    )
    found = {
        (row.name, row.rule): row.times
        for row in connection.execute(counted.group_by(element.c.name, element.c.rule))
    }
    return [
        RuleQuality(ElementName(name), rule, found.get((name, rule), 0), times)
        for (name, rule), times in sorted(corrected.items(), key=lambda one: (-one[1], one[0]))
    ]
