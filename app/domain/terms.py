"""Enum values and the standard's Chinese terms; used in catalogues and forms, never translated."""

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability, DocumentRole, ElementName, MemberRole, ReferenceKind
from app.domain.grouping import RelationKind
from app.domain.people import PersonRole
from app.domain.registers import RegisterField
from app.domain.review import ReviewState
from app.domain.source import FailureKind, FileStatus
from app.domain.transfer_state import TransferState

ATTRIBUTE_TERMS = {
    DisclosureAttribute.PROACTIVE: "主动公开",
    DisclosureAttribute.ON_REQUEST: "依申请公开",
    DisclosureAttribute.WITHHELD: "不予公开",
    DisclosureAttribute.UNDETERMINED: "未认定",
}
"""条例 711 art. 13; 未认定 is ours for a document that bears no attribute."""

ELEMENT_TERMS = {
    ElementName.TITLE: "标题",
    ElementName.DOCUMENT_NUMBER: "发文字号",
    ElementName.ISSUING_BODY: "发文机关",
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
    ElementName.ISSUING_BODY_FULL: "发文机关全称",
}
"""GB/T 9704-2012, clause 7."""

REVIEW_STATE_TERMS = {
    ReviewState.OPEN: "未审",
    ReviewState.FLAGGED: "存疑",
    ReviewState.PROPOSED: "待审定",
    ReviewState.RETURNED: "已退回",
    ReviewState.APPROVED: "已审定",
}

APPLICABILITY_TERMS = {
    Applicability.OURS: "本机关认定",
    Applicability.OTHER_MAKER: "转告制作机关",
    Applicability.PARTY: "党务信息",
    Applicability.NOT_INFORMATION: "非政府信息",
}

PERSON_ROLE_TERMS = {
    PersonRole.REVIEWER: "初审",
    PersonRole.SECRECY_REVIEWER: "保密审查",
    PersonRole.APPROVER: "审定",
    PersonRole.ADMINISTRATOR: "管理",
    PersonRole.AUDITOR: "查账",
}

TRANSFER_STATE_TERMS = {
    TransferState.PREPARED: "已打包，未移交",
    TransferState.HANDED_OVER: "已移交，待回执",
    TransferState.ACCEPTED: "已接收",
    TransferState.RETURNED: "已退回",
}

ROLE_TERMS = {
    DocumentRole.OWN: "本机关制发",
    DocumentRole.INCOMING: "本机关获取",
    DocumentRole.FORWARDED: "转发",
}

MEMBER_ROLE_TERMS = {
    MemberRole.MASTER: "正本",
    MemberRole.DRAFT: "稿本",
    MemberRole.SCAN: "扫描件",
    MemberRole.WEB: "网页",
    MemberRole.COPY: "副本",
    MemberRole.ANNEX: "附件",
}

RELATION_TERMS = {
    RelationKind.REPLY_TO: "来文与答复",
    RelationKind.FORWARDS: "转发",
    RelationKind.SERIES: "同一系列",
    RelationKind.NEAR_DUPLICATE: "文字几乎相同",
    RelationKind.SAME_TEXT: "文字相同",
    RelationKind.BOTH_DECIDED: "疑为同一件，已分别认定",
}

REFERENCE_TERMS = {
    ReferenceKind.BASIS: "依据",
    ReferenceKind.FORWARDED: "转发",
    ReferenceKind.REPEALED: "废止",
    ReferenceKind.REPLY_TO: "答复",
    ReferenceKind.CITED: "引用",
}

STATUS_TERMS = {
    FileStatus.OK: "读出",
    FileStatus.FAILED: "读不出",
    FileStatus.SKIPPED: "跳过",
    FileStatus.QUARANTINED: "涉密隔离",
    FileStatus.NEEDS_OCR: "待文字识别",
}

FAILURE_TERMS = {
    FailureKind.ENCRYPTED: "需要密码",
    FailureKind.DAMAGED: "文件损坏",
    FailureKind.UNSUPPORTED: "格式不支持",
    FailureKind.TIMED_OUT: "读取超时",
    FailureKind.OUT_OF_MEMORY: "内存不足",
    FailureKind.CRASHED: "读取时中止",
    FailureKind.TOO_LARGE: "文件过大",
    FailureKind.VANISHED: "文件不见了",
    FailureKind.BLOCKED: "被占用或无权限",
    FailureKind.NAME: "文件名有问题",
}

REGISTER_FIELD_TERMS = {
    RegisterField.DOCUMENT_NUMBER: "文号",
    RegisterField.TITLE: "题名",
    RegisterField.ISSUING_BODY: "责任者",
    RegisterField.DATED_ON: "日期",
    RegisterField.MAIN_RECIPIENTS: "主送",
    RegisterField.SIGNATORY: "签发人",
    RegisterField.ARCHIVAL_CODE: "档号",
    RegisterField.ITEM_NUMBER: "件号",
    RegisterField.PAGE_COUNT: "页数",
    RegisterField.RETENTION: "保管期限",
    RegisterField.CLASSIFICATION: "密级",
    RegisterField.ATTRIBUTE: "公开属性",
    RegisterField.REMARKS: "备注",
}
"""Columns of registers and archive catalogues (DA/T 22-2015)."""

STATEMENT_TERMS = {
    "third_party": "第三方意见",
    "public_interest": "公共利益说明",
    "changed_circumstances": "情势变化",
    "head_approval": "单位负责人批准",
    "takedown": "下线安排",
    "secrecy_review": "提请保密审查",
}
"""Statements that some changes of an attribute need (条例 711, art. 15, 17, 18, 32)."""

ACTION_TERMS = {
    "catalogue.create": "新建目录",
    "catalogue.load": "从导出件装入",
    "catalogue.repair": "修复目录",
    "catalogue.restore": "从备份恢复",
    "settings.change": "更改设置",
    "root.add": "登记来源文件夹",
    "root.relocate": "来源文件夹换位置",
    "ingest.start": "开始采集",
    "ingest.files": "采集文件",
    "ingest.vanished": "标记不见的文件",
    "ingest.done": "采集完成",
    "ingest.cancelled": "采集中止",
    "document.file_changed": "文件有变化，重新打开审查",
    "document.correct": "更正要素",
    "document.group": "并为一件",
    "document.merge": "手工并件",
    "document.split": "手工拆件",
    "group.items": "自动并件",
    "group.relations": "登记公文关系",
    "group.sketch": "计算相似度",
    "classify": "给出建议",
    "index.complete": "补全索引",
    "index.merge": "整理索引",
    "index.rebuild": "重建索引",
    "index.rebuilt": "索引重建完成",
    "ocr.file": "文字识别",
    "ocr.pages": "文字识别（分页）",
    "ocr.quarantine": "识别后隔离",
    "ocr.reopen": "重新识别",
    "ocr.start": "开始文字识别",
    "ocr.done": "文字识别完成",
    "ocr.cancelled": "文字识别中止",
    "register.map": "指明登记簿各列",
    "register.import": "读入登记簿",
    "register.rematch": "纸质件找到电子文件",
    "ingest.interrupted": "采集中断",
    "gap.explain": "说明缺号原因",
    "quarantine.release": "解除隔离",
    "purge": "清除内容",
    "purge.cleansed": "清除完成",
    "purge.set_aside": "销毁旧目录",
    "people.add": "添加人员",
    "people.roles": "更改角色",
    "people.pin": "设置口令",
    "people.pin_given": "给一次性口令",
    "people.active": "停用或启用人员",
    "people.prove": "验证口令",
    "review.propose": "提出建议",
    "review.secrecy": "保密审查",
    "review.approve": "审定",
    "review.return": "退回",
    "review.withdraw": "撤回",
    "review.flagged": "标记存疑",
    "review.open": "取消存疑",
    "review.revert": "撤销批量操作",
    "review.group": "成组认定",
    "review.export": "批次导出办理",
    "review.import": "导入办理结果",
    "package.open": "打开外来批次",
    "sample.draw": "抽样",
    "sample.read": "抽样复看",
    "round.create": "建立复审轮次",
    "round.batches": "分批",
    "round.redefine": "更改轮次范围",
    "round.signatures": "更改签署人数",
    "batch.assign": "分派批次",
    "batch.check_out": "领取批次",
    "batch.check_in": "交回批次",
    "batch.reopen": "重开批次",
    "search.save": "保存检索",
    "search.forget": "删除检索",
    "search.look": "查看检索",
    "search.log": "检索留证",
    "fixity.check": "核对来源文件",
    "transfer.describe": "写明归档信息",
    "transfer.number": "编档号",
    "transfer.import_numbers": "导入档号",
    "transfer.build": "生成移交包",
    "transfer.state": "更改移交状态",
}
"""What the audit trail records, in words for a person."""
