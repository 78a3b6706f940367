"""The kinds of findings with their Chinese terms, and what each kind means for disclosure."""

from collections.abc import Mapping
from types import MappingProxyType

TERMS: Mapping[str, str] = MappingProxyType(
    {
        "resident_id": "身份证号",
        "suspected_resident_id": "疑似身份证号",
        "masked_resident_id": "已打码的身份证号",
        "passport": "护照号",
        "travel_permit": "往来港澳台证件号",
        "officer_card": "军官证士兵证号",
        "mobile_phone": "手机号码",
        "masked_mobile_phone": "已打码的手机号码",
        "landline_phone": "固定电话",
        "masked_landline_phone": "已打码的固定电话",
        "email": "电子邮箱",
        "bank_card": "银行卡号",
        "bank_account": "银行账号",
        "masked_bank_card": "已打码的银行卡号",
        "vehicle_plate": "车牌号",
        "masked_vehicle_plate": "已打码的车牌号",
        "social_security_number": "社保医保号",
        "property_certificate": "不动产权证号",
        "student_number": "学籍号",
        "medical_record_number": "病历住院号",
        "credential": "账号口令",
        "host_address": "网络地址",
        "person_name": "自然人姓名",
        "address": "家庭住址",
        "roster": "人员名单",
        "minor": "未成年人信息",
        "medical": "医疗健康信息",
        "whistle_blower": "举报信访人信息",
        "relief_recipient": "救助补贴对象信息",
        "process_draft": "过程稿",
        "case_file": "行政执法案卷",
        "internal_mark": "内部或工作秘密标注",
        "commercial_secret": "商业秘密",
        "third_party_consultation": "第三方意见征询",
        "security_plan": "安全保卫信息",
        "personnel_matter": "人事管理信息",
        "mark_conflict": "公开属性标注不一致",
    }
)
"""Every kind that is found, by its identifier in exports."""

UNMASKED_IDENTITY = frozenset(
    {"resident_id", "suspected_resident_id", "passport", "travel_permit", "officer_card"}
)
ACCOUNTS = frozenset({"bank_card", "bank_account", "credential", "social_security_number"})
SUBJECTS = frozenset({"minor", "medical", "whistle_blower"})

NEVER_PROACTIVE = (
    UNMASKED_IDENTITY | ACCOUNTS | SUBJECTS | {"roster", "case_file", "process_draft", "security_plan"}
)
"""Kinds with which no text is proposed for 主动公开 as it stands, whatever marks and rules say."""

TO_REDACT = (
    UNMASKED_IDENTITY
    | ACCOUNTS
    | SUBJECTS
    | {
        "roster",
        "mobile_phone",
        "address",
        "vehicle_plate",
        "property_certificate",
        "student_number",
        "medical_record_number",
        "relief_recipient",
    }
)
"""Kinds that are taken out when the rest is published (区分处理, 条例 711 art. 37)."""


def term(kind: str) -> str:
    """The Chinese term of a kind."""
    return TERMS.get(kind, kind)
