"""The words the window uses for the values of the domain: short Chinese of the office."""

from collections.abc import Mapping
from types import MappingProxyType

from app.domain.document import Applicability, DocumentRole, ElementName, MemberRole, Origin
from app.domain.people import PersonRole
from app.domain.review import Act, DeterminationState, ReviewState
from app.domain.source import FailureKind, FileStatus

ELEMENTS: Mapping[ElementName, str] = MappingProxyType(
    {
        ElementName.TITLE: "标题",
        ElementName.DOCUMENT_NUMBER: "发文字号",
        ElementName.ISSUING_BODY: "发文机关",
        ElementName.ISSUING_BODY_FULL: "机关全称",
        ElementName.MAIN_RECIPIENTS: "主送机关",
        ElementName.DATED_ON: "成文日期",
        ElementName.GENRE: "文种",
        ElementName.SIGNATORY: "签发人",
        ElementName.URGENCY: "紧急程度",
        ElementName.SECURITY_CLASSIFICATION: "密级",
        ElementName.COPY_NUMBER: "份号",
        ElementName.ANNOTATION: "附注",
        ElementName.DISCLOSURE_MARK: "公开标注",
        ElementName.SUBJECT_WORDS: "主题词",
        ElementName.ANNEX_NOTE: "附件说明",
        ElementName.COPY_RECIPIENTS: "抄送机关",
        ElementName.PRINTING_BODY: "印发机关",
        ElementName.PRINTED_ON: "印发日期",
        ElementName.UNIFIED_NUMBER: "统一编号",
    }
)
"""The elements in the order of the panel (GB/T 9704-2012, clause 7)."""

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

FAILURES: Mapping[FailureKind, str] = MappingProxyType(
    {
        FailureKind.ENCRYPTED: "有密码",
        FailureKind.DAMAGED: "已损坏",
        FailureKind.UNSUPPORTED: "格式不支持",
        FailureKind.TIMED_OUT: "读取超时",
        FailureKind.OUT_OF_MEMORY: "占用内存过大",
        FailureKind.CRASHED: "读取时中断",
        FailureKind.TOO_LARGE: "文件过大",
        FailureKind.VANISHED: "文件不见了",
        FailureKind.BLOCKED: "打不开（被占用或无权限）",
        FailureKind.NAME: "文件名有问题",
    }
)

STATUSES: Mapping[FileStatus, str] = MappingProxyType(
    {
        FileStatus.OK: "已读",
        FileStatus.FAILED: "读不出",
        FileStatus.SKIPPED: "不是公文，跳过",
        FileStatus.QUARANTINED: "疑似涉密，已隔离",
        FileStatus.NEEDS_OCR: "只有图像，待文字识别",
    }
)

REVIEW_STATES: Mapping[ReviewState, str] = MappingProxyType(
    {
        ReviewState.OPEN: "待初审",
        ReviewState.FLAGGED: "存疑",
        ReviewState.PROPOSED: "待复核",
        ReviewState.RETURNED: "已退回",
        ReviewState.APPROVED: "已认定",
    }
)

DETERMINATION_STATES: Mapping[DeterminationState, str] = MappingProxyType(
    {
        DeterminationState.PROPOSED: "已初审，待复核",
        DeterminationState.SECRECY_REVIEWED: "已保密审查，待复核",
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
        Act.APPROVE: "复核",
        Act.RETURN: "退回",
        Act.WITHDRAW: "撤回",
    }
)

PERSON_ROLES: Mapping[PersonRole, str] = MappingProxyType(
    {
        PersonRole.REVIEWER: "初审",
        PersonRole.SECRECY_REVIEWER: "保密审查",
        PersonRole.APPROVER: "复核",
        PersonRole.ADMINISTRATOR: "管理",
        PersonRole.AUDITOR: "查账",
    }
)

DOCUMENT_ROLES: Mapping[DocumentRole, str] = MappingProxyType(
    {DocumentRole.OWN: "本机关", DocumentRole.INCOMING: "来文", DocumentRole.FORWARDED: "转发"}
)

APPLICABILITIES: Mapping[Applicability, str] = MappingProxyType(
    {
        Applicability.OURS: "由本机关认定",
        Applicability.OTHER_MAKER: "由制作机关认定",
        Applicability.PARTY: "党组织文件，另按党务公开办理",
        Applicability.NOT_INFORMATION: "不属于政府信息",
    }
)

MEMBER_ROLES: Mapping[MemberRole, str] = MappingProxyType(
    {
        MemberRole.MASTER: "正本",
        MemberRole.DRAFT: "稿本",
        MemberRole.SCAN: "扫描件",
        MemberRole.WEB: "网页",
        MemberRole.COPY: "副本",
        MemberRole.ANNEX: "附件",
    }
)

FINDINGS: Mapping[str, str] = MappingProxyType(
    {
        "resident_id": "身份证号",
        "mobile_phone": "手机号",
        "landline_phone": "固定电话",
        "bank_card": "银行卡号",
        "email": "电子邮箱",
        "passport": "护照号",
        "vehicle_plate": "车牌号",
        "person_name": "姓名",
        "address": "住址",
        "credential": "证件号码",
        "roster": "人员名单",
        "minor": "未成年人",
        "medical": "健康信息",
        "whistle_blower": "举报人信息",
        "process_draft": "过程稿",
        "case_file": "执法案卷",
        "internal_mark": "内部标记",
        "commercial_secret": "商业秘密",
        "third_party_consultation": "需征求第三方意见",
        "mark_conflict": "标注前后不一",
        "security_plan": "安全预案",
        "personnel_matter": "人事事项",
    }
)


def finding(kind: str) -> str:
    """The word for a kind of sensitive place; kinds masked in print say so."""
    plain = kind.removeprefix("masked_")
    found = FINDINGS.get(plain, plain)
    return f"{found}（已遮盖）" if plain != kind else found


def size(count: int | None) -> str:
    """A number of bytes for people."""
    if count is None:
        return ""
    amount = float(count)
    for unit in ("字节", "KB", "MB"):
        if amount < 1024:
            return f"{amount:.0f} {unit}" if unit == "字节" else f"{amount:.1f} {unit}"
        amount /= 1024
    return f"{amount:.1f} GB"


def duration(seconds: float) -> str:
    """A time span for people: 约 3 分钟."""
    if seconds < 60:
        return f"{max(1, round(seconds))} 秒"
    minutes = seconds / 60
    return f"约 {round(minutes)} 分钟" if minutes < 90 else f"约 {minutes / 60:.1f} 小时"
