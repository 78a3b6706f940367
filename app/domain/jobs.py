"""Acts on many documents at once."""

from enum import StrEnum


class JobKind(StrEnum):
    """What was done to many documents at once."""

    ACCEPT = "accept"
    GROUP = "group"
    APPROVE = "approve"
    IMPORT_WORKBOOK = "import_workbook"
    IMPORT_PACKAGE = "import_package"
    REVERT = "revert"


JOB_TERMS = {
    JobKind.ACCEPT: "采纳建议",
    JobKind.GROUP: "成组认定",
    JobKind.APPROVE: "批量审定",
    JobKind.IMPORT_WORKBOOK: "导入表格",
    JobKind.IMPORT_PACKAGE: "导入审查包",
    JobKind.REVERT: "撤销",
}
