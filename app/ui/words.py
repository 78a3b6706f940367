"""The words the window uses for the values of the domain: short Chinese of the office."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from app.classify import finding_kinds
from app.domain.document import MemberRole, Origin
from app.domain.grouping import RelationKind
from app.domain.review import Act, DeterminationState
from app.domain.terms import MEMBER_ROLE_TERMS, RELATION_TERMS
from app.ui.language import tr

LEAST_SUBJECT = 4
"""Characters; what is left of a title without its body has to tell something."""
ORIGINS: Mapping[Origin, str] = MappingProxyType(
    {
        Origin.PRINTED: "文中原样",
        Origin.DERIVED: "由上下文推出",
        Origin.FILE_NAME: "取自文件名",
        Origin.PROPERTIES: "取自文件属性",
        Origin.REGISTER: "取自登记簿",
        Origin.PERSON: "人工改定",
    }
)


DETERMINATION_STATES: Mapping[DeterminationState, str] = MappingProxyType(
    {
        DeterminationState.PROPOSED: "已初审，待审定",
        DeterminationState.SECRECY_REVIEWED: "已保密审查，待审定",
        DeterminationState.APPROVED: "已认定",
        DeterminationState.RETURNED: "已退回",
        DeterminationState.WITHDRAWN: "已撤回",
        DeterminationState.SUPERSEDED: "已被新的认定替代",
    }
)

ACTS: Mapping[Act, str] = MappingProxyType(
    {
        Act.PROPOSE: "初审",
        Act.SECRECY_REVIEW: "保密审查",
        Act.APPROVE: "审定",
        Act.RETURN: "退回",
        Act.WITHDRAW: "撤回",
    }
)

MEMBER_ROLES: Mapping[MemberRole, str] = MappingProxyType(MEMBER_ROLE_TERMS)
RELATIONS: Mapping[RelationKind, str] = MappingProxyType(RELATION_TERMS)


def finding(kind: str) -> str:
    """The word for a kind of sensitive place."""
    return finding_kinds.TERMS.get(kind, kind)


def subject(title: str, issuing_body: str) -> str:
    """A title without the body it begins with, as people name a document among others of the same body.

    ``issuing_body``: the bodies as printed, one or several; a title that is hardly longer stays whole.
    """
    rest = title
    for body in re.split("[；、;, ]", issuing_body):
        rest = rest.removeprefix(body)
    return rest if len(rest) >= LEAST_SUBJECT else title


def size(count: int | None) -> str:
    """A number of bytes for people."""
    if count is None:
        return ""
    amount = float(count)
    if amount < 1024:
        return tr("{count} 字节", count=count)
    for unit in ("KB", "MB"):
        amount /= 1024
        if amount < 1024:
            return f"{amount:.1f} {unit}"
    return f"{amount / 1024:.1f} GB"


def duration(seconds: float) -> str:
    """A time span for people: 约 3 分钟."""
    if seconds < 60:
        return tr("{count} 秒", count=max(1, round(seconds)))
    minutes = seconds / 60
    if minutes < 90:
        return tr("约 {count} 分钟", count=round(minutes))
    return tr("约 {count} 小时", count=f"{minutes / 60:.1f}")
