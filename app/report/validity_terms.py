"""有效性: the standing of a normative document and what is proposed for it."""

from enum import StrEnum


class ValidityStatus(StrEnum):
    """有效性; the values are names used in exports."""

    IN_FORCE = "in_force"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    REPEALED = "repealed"
    AMENDED = "amended"
    UNCLEAR = "unclear"


STATUS_TERMS = {
    ValidityStatus.IN_FORCE: "有效",
    ValidityStatus.EXPIRING: "即将到期",
    ValidityStatus.EXPIRED: "到期失效",
    ValidityStatus.REPEALED: "废止",
    ValidityStatus.AMENDED: "修改",
    ValidityStatus.UNCLEAR: "待定",
}
PROPOSALS = {
    ValidityStatus.IN_FORCE: "继续有效",
    ValidityStatus.EXPIRING: "评估后延续、修改或废止",
    ValidityStatus.EXPIRED: "宣布失效",
    ValidityStatus.REPEALED: "列入废止目录",
    ValidityStatus.AMENDED: "以修改后文本为准",
    ValidityStatus.UNCLEAR: "由制定机关认定",
}
SAYS_REPEALED = ("废止", "已废止", "失效", "已失效", "作废", "宣布失效", "被替代")
"""What a printed 有效性 says when it is over."""
