"""Forms that go with a transfer: registration form, transfer list, catalogue covers, box note.

The registration form follows 档发〔2012〕7号 annex 1; signatures and the receiver's column stay empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.transfer import Outcome, TransferItem, VerificationReport
from app.formats.write.forms import Form, FormRow, SigningTable, write_cover, write_form, write_signing_table
from app.transfer.catalogue_rows import CatalogueRows, catalogue_rows
from app.transfer.catalogue_values import CatalogueContext
from app.transfer.templates import load_templates

_DIMENSIONS = (("准确性检验", "1"), ("完整性检验", "2"), ("可用性检验", "3"), ("安全性检验", "4"))
_SIGNATURE = "（签名）\n\n      年    月    日"
_SEAL = "（印章）\n\n      年    月    日"


@dataclass(frozen=True, slots=True)
class Registration:
    """What the registration form states. ``first_medium`` and ``last_medium`` are 载体起止顺序号."""

    name: str
    content: str
    item_count: int
    byte_count: int
    transferring_unit: str
    receiving_unit: str
    volume_count: int = 0
    first_medium: str = ""
    last_medium: str = ""
    medium: str = "在线"
    manifest_sha256: str = ""


def registration_form(stated: Registration, report: VerificationReport | None) -> Form:
    """电子档案移交与接收登记表; the results of our own verification are proposed in the sender's column."""
    rows = [
        FormRow(("交接工作名称", stated.name)),
        FormRow(("内容描述", stated.content)),
        FormRow(("移交电子档案数量", f"文件 {stated.item_count} 件，案卷 {stated.volume_count} 卷")),
        FormRow(("移交数据量", f"{gigabytes(stated.byte_count)} GB")),
        FormRow(
            ("载体起止顺序号", " — ".join(part for part in (stated.first_medium, stated.last_medium) if part))
        ),
        FormRow(("移交载体类型、规格", stated.medium)),
        FormRow(("摘要清单的 SHA-256", stated.manifest_sha256)),
        FormRow(
            ("检验内容", f"移交单位：{stated.transferring_unit}", f"接收单位：{stated.receiving_unit}"),
            is_head=True,
        ),
        *(FormRow((name, dimension_result(report, serial), "")) for name, serial in _DIMENSIONS),
        FormRow(("载体外观检验", "", "")),
        FormRow(("填表人", _SIGNATURE, _SIGNATURE)),
        FormRow(("审核人", _SIGNATURE, _SIGNATURE)),
        FormRow(("单位", _SEAL, _SEAL)),
    ]
    return Form("电子档案移交与接收登记表", rows, 3)


def write_registration_form(path: Path, stated: Registration, report: VerificationReport | None) -> None:
    """The registration form as a Word document."""
    write_form(path, registration_form(stated, report))


def gigabytes(byte_count: int) -> str:
    """Bytes as GB (10⁹) with three decimals, as the form asks; never 0.000 for something."""
    return f"{max(byte_count / 1e9, 0.001 if byte_count else 0):.3f}"


def dimension_result(report: VerificationReport | None, serial: str) -> str:
    """The outcome of one of the four properties; what a person must judge is said, not assumed."""
    if report is None:
        return ""
    checks = [check for check in report.checks if check.code.split("-")[1] == serial]
    failed = [check.code for check in checks if check.outcome is Outcome.FAILED]
    open_count = sum(check.outcome is Outcome.FOR_PERSON for check in checks)
    if failed:
        return f"不通过：{'、'.join(failed)}"
    return f"机检通过，{open_count} 项需人工判断" if open_count else "机检通过"


def signing_table(rows: CatalogueRows, heading: str = "", caption: str = "") -> SigningTable:
    """A catalogue to print and sign."""
    template = rows.template
    widths = [column.width for column in template.columns]
    return SigningTable(heading or template.name, template.headers, rows.rows, widths, caption)


def transfer_list(items: Sequence[TransferItem], context: CatalogueContext, caption: str) -> SigningTable:
    """移交清单: the catalogue of what is handed over, to be signed by both sides."""
    rows = catalogue_rows(load_templates()["dat22-2015"], items, context)
    return replace(signing_table(rows, "档案移交清单", caption), signers=("移交人", "接收人", "监交人"))


def write_transfer_list(
    path: Path, items: Sequence[TransferItem], context: CatalogueContext, caption: str
) -> None:
    """移交清单 as a Word document."""
    write_signing_table(path, transfer_list(items, context, caption))


def write_catalogue_cover(path: Path, items: Sequence[TransferItem]) -> None:
    """归档文件目录封面: fonds, years, retention periods, offices and the range of codes."""
    years = sorted({item.year for item in items})
    retentions = dict.fromkeys(item.retention.term for item in items)
    offices = dict.fromkeys(item.office_name or item.office for item in items if item.office)
    lines = [
        ("全宗号", "、".join(dict.fromkeys(item.fonds_code for item in items))),
        ("全宗名称", "、".join(dict.fromkeys(item.fonds_name for item in items if item.fonds_name))),
        ("年度", "—".join(str(year) for year in dict.fromkeys((years[0], years[-1])))),
        ("保管期限", "、".join(retentions)),
        ("机构（问题）", "、".join(offices)),
        ("起止档号", f"{items[0].archival_code} — {items[-1].archival_code}"),
        ("件数", str(len(items))),
    ]
    write_cover(path, "归档文件目录", [(label, value) for label, value in lines if value])


@dataclass(frozen=True, slots=True)
class BoxNote:
    """备考表 of one box (DA/T 22-2015)."""

    condition: str
    arranged_by: str
    arranged_on: str
    checked_by: str
    checked_on: str


def box_note(note: BoxNote) -> Form:
    """盒内备考表."""
    rows = [
        FormRow(("盒内文件情况说明", note.condition or "\n\n\n\n")),
        FormRow(("整理人", note.arranged_by)),
        FormRow(("整理日期", note.arranged_on)),
        FormRow(("检查人", note.checked_by)),
        FormRow(("检查日期", note.checked_on)),
    ]
    return Form("备考表", rows, 2)
