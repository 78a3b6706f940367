"""The words for what an entry of the audit trail says: names of values, and values that are codes."""

from collections.abc import Mapping

from app.domain import terms
from app.domain.archival import RETENTION_TERMS
from app.domain.batching import BATCH_STATE_TERMS, GROUPING_TERMS
from app.domain.transfer import ACCESS_TERMS

NAMES: Mapping[str, str] = {
    "attribute": "公开属性",
    "attribute_in_force": "生效的公开属性",
    "basis": "依据",
    "reason": "理由",
    "note": "说明",
    "identity_proven": "身份经口令验证",
    "proved": "口令正确",
    "review_state": "办理情况",
    "rule_edition": "规则版本",
    "table_edition": "变更规则版本",
    "next_review_on": "下次复审",
    "redactions": "遮盖的位置",
    "name": "名称",
    "roles": "角色",
    "active": "在用",
    "office": "单位全称",
    "office_names": "曾用名和前身",
    "number_series": "发文字号代字",
    "fonds_code": "全宗号",
    "files": "文件数",
    "seen": "看到的文件",
    "ok": "读出",
    "quarantined": "隔离",
    "vanished": "不见了",
    "archival_code": "档号",
    "retention": "保管期限",
    "access_status": "开放意见",
    "state": "状态",
    "assignee": "办理人",
    "query": "检索式",
    "signatures": "签署人数",
    "grouping": "怎样排",
    "minutes": "每批分钟",
    "batches": "批数",
    "documents": "件数",
    "document": "公文",
    "decisions": "认定数",
    "size": "抽取件数",
    "population": "总件数",
    "seed": "随机种子",
    "job": "批量操作",
    "package": "审查包",
    "uuid": "编号",
    "head": "校验值",
    "audit_head": "校验值",
    "path": "路径",
    "rule": "规则",
    "manifests": "清单校验值",
    "backup": "备份",
    "backups": "备份",
    "set_aside": "留在一旁的旧目录",
    "set_aside_left": "打不开的旧目录",
    "pages": "页数",
    "rows": "行数",
    "columns": "各列",
    "purpose": "用途",
    "hit_count": "命中件数",
    "found": "找到",
    "returned": "退回",
    "relations": "关系数",
    "merged": "并入",
    "split": "拆出",
    "moved": "移动",
    "locations": "位置数",
    "texts": "文字数",
    "index_number": "索引号",
    "paper": "纸质件",
    "count": "数量",
    "created_at": "建立时间",
    **terms.STATEMENT_TERMS,
    **{element.value: term for element, term in terms.ELEMENT_TERMS.items()},
}
"""What is shown for the name of a value."""

VALUES: Mapping[str, str] = {
    "yes": "是",
    "no": "否",
    **{attribute.value: term for attribute, term in terms.ATTRIBUTE_TERMS.items()},
    **{state.value: term for state, term in terms.REVIEW_STATE_TERMS.items()},
    **{role.value: word for role, word in terms.PERSON_ROLE_TERMS.items()},
    **{state.value: term for state, term in terms.TRANSFER_STATE_TERMS.items()},
    **{grouping.value: term for grouping, term in GROUPING_TERMS.items()},
    **{period.value: term for period, term in RETENTION_TERMS.items()},
    **{status.value: term for status, term in ACCESS_TERMS.items()},
}
"""What is shown for a value."""

_OF_BATCHES: Mapping[str, str] = {state.value: term for state, term in BATCH_STATE_TERMS.items()}
PERSON_NAME = "姓名"


def name_of(action: str, name: str) -> str:
    """The word for the name of a value; a person's name is called otherwise than a round's."""
    if name == "name" and action.startswith("people."):
        return PERSON_NAME
    return NAMES.get(name, name)


def value_of(action: str, value: str) -> str:
    """The word for a value; of a batch ``open`` means that nobody has taken it."""
    if action.startswith("batch.") and value in _OF_BATCHES:
        return _OF_BATCHES[value]
    parts = value.split(",")
    return "、".join(VALUES[part] for part in parts) if all(part in VALUES for part in parts) else value
