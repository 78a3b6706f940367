"""说明文件.TXT: what is on the medium and who made it (DA/T 93-2022 appendix B; 档发〔2012〕7号)."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.transfer import TransferItem
from app.transfer.package.layout import PackageLayout


@dataclass(frozen=True, slots=True)
class PackageDescription:
    """What a person states about the transfer; empty optional lines are left out of the file."""

    transferring_unit: str
    content: str
    environment: str
    medium_type: str = ""
    medium_number: str = ""
    medium_count: str = ""
    made_by: str = ""
    checked_by: str = ""
    keeper: str = ""


def description_lines(
    description: PackageDescription, items: Sequence[TransferItem], layout: PackageLayout
) -> list[tuple[str, str]]:
    """The labelled lines; the mandatory ones of DA/T 93-2022 come first."""
    codes = [item.archival_code for item in items]
    mandatory = [
        ("移交单位", description.transferring_unit),
        ("内容描述", description.content),
        ("起止档号", f"{codes[0]}—{codes[-1]}"),
        ("档案数量", f"{len(items)}件"),
        ("数据量", f"{sum(item.byte_count for item in items)}字节"),
        ("软硬件环境", description.environment),
    ]
    medium = "载体参数" if layout is PackageLayout.TRANSFER_2012 else "离线载体参数"
    optional = [
        (medium, description.medium_type),
        ("载体编号", description.medium_number),
        ("载体数量", description.medium_count),
        ("保管单位", description.keeper),
        ("制作单位", description.made_by),
        ("检查单位", description.checked_by),
    ]
    return mandatory + [(label, value) for label, value in optional if value]


def description_text(
    description: PackageDescription, items: Sequence[TransferItem], layout: PackageLayout
) -> bytes:
    """The file in GB18030 with CRLF, which every Windows Notepad shows."""
    lines = (
        f"{label}：{' '.join(value.split())}"
        for label, value in description_lines(description, items, layout)
    )
    return ("\r\n".join(lines) + "\r\n").encode("gb18030")


def parse_description(data: bytes) -> dict[str, str]:
    """The labelled lines of a description file in GB18030 or UTF-8, with full or half-width colons.

    Raises:
        UnicodeDecodeError: the file is in neither encoding.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    lines: dict[str, str] = {}
    for line in text.splitlines():
        label, colon, value = line.replace(":", "：", 1).partition("：")
        if colon:
            lines[label.strip()] = value.strip()
    return lines
