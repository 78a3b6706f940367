"""The reasons for which a file is not read, as sentences with advice for the archivist.

One place, so that the same fault is told in the same words whatever reader met it. No sentence
holds content or a name of the file.
"""

from app.domain.source import FailureKind, FileFormat
from app.formats.reader import UnreadableError

_NO_OPEN_READER = {
    FileFormat.CEB: (
        "方正 CEB 是封闭格式，没有公开的读取方法。",
        "请用方正 Apabi Reader 打开后打印或另存为 PDF、OFD，再读取转换后的文件。",
    ),
    FileFormat.CEBX: (
        "方正 CEBX 是封闭格式，没有公开的读取方法。",
        "请用方正 Apabi Reader 打开后打印或另存为 PDF、OFD，再读取转换后的文件。",
    ),
    FileFormat.SURSEN: (
        "书生电子公文是封闭格式，没有公开的读取方法。",
        "请用书生阅读器（SursenReader）打开后打印为 PDF 或 OFD，再读取转换后的文件。",
    ),
    FileFormat.AIP: (
        "点聚电子公文是封闭格式，没有公开的读取方法。",
        "请用点聚阅读器打开后打印为 PDF 或 OFD，再读取转换后的文件。",
    ),
    FileFormat.CAJ: (
        "CAJ 是封闭格式，没有公开的读取方法。",
        "请用 CAJViewer 打开后打印为 PDF，再读取转换后的文件。",
    ),
    FileFormat.WORKS: (
        "这是 Microsoft Works 或早期 WPS 的文件，程序不能读取其正文。",
        "请用 WPS Office 打开后另存为 docx 或 PDF，再读取转换后的文件。",
    ),
    FileFormat.DWG: ("这是 CAD 图纸，程序不读取图纸中的文字。", "如需著录，请打印为 PDF 后读取。"),
    FileFormat.MDB: ("这是 Access 数据库，程序不读取其中的表。", "请将需要的表导出为 xlsx 或 csv 后读取。"),
    FileFormat.PST: (
        "这是 Outlook 邮箱数据文件，程序不直接读取其中的邮件。",
        "请在 Outlook 中将需要的邮件另存为 msg 或 eml 后读取。",
    ),
    FileFormat.DJVU: ("程序不能读取 DjVu 扫描件。", "请转换为 PDF 或 TIFF 后读取。"),
    FileFormat.JP2: ("程序不能读取 JPEG 2000 图像。", "请转换为 TIFF、JPG 或 PDF 后读取。"),
    FileFormat.GIF: ("程序不读取 GIF 图像中的文字。", "如为公文扫描件，请转换为 JPG 或 TIFF 后读取。"),
    FileFormat.GZ: ("程序不展开 gz 压缩文件。", "请解压后读取其中的文件，或改用 zip、7z 压缩。"),
    FileFormat.TAR: ("程序不展开 tar 归档文件。", "请解压后读取其中的文件，或改用 zip、7z 压缩。"),
    FileFormat.RAR: ("这台电脑上没有展开 rar 所需的组件。", "请解压后读取其中的文件，或改用 zip、7z 压缩。"),
    FileFormat.OLE: (
        "这是复合文档，但不是 Word、Excel、PowerPoint 或邮件文件。",
        "请用生成它的程序打开后另存为 PDF，再读取转换后的文件。",
    ),
}
_UNKNOWN = (
    "不能识别这个文件的格式。",
    "请确认它是否为公文；如是，请用生成它的程序打开后另存为 PDF、OFD 或 docx，再读取转换后的文件。",
)


def damaged(message: str = "文件不完整或已损坏，无法读取。") -> UnreadableError:
    """The bytes are not what the format demands; another copy of the file is needed."""
    return UnreadableError(FailureKind.DAMAGED, f"{message}请从备份或原发文单位取得完好的文件后重新读取。")


def empty() -> UnreadableError:
    """The file has no bytes at all."""
    return damaged("文件长度为零，没有任何内容。")


def encrypted() -> UnreadableError:
    """A password is needed; the program never tries to break one."""
    return UnreadableError(
        FailureKind.ENCRYPTED, "文件设有打开密码。请用原来的程序打开，取消密码后另存，再重新读取。"
    )


def too_large(message: str) -> UnreadableError:
    """Reading would take more memory or disk than a file is allowed."""
    return UnreadableError(
        FailureKind.TOO_LARGE, f"{message}请人工核对该文件；确需读取的，请拆分后重新读取。"
    )


def unsafe_name() -> UnreadableError:
    """A member of a container has a name that leads out of the container or is no name at all."""
    return UnreadableError(
        FailureKind.NAME,
        "压缩包内的文件名不合规（指向包外的位置或含有非法字符），没有展开。请解压并改名后读取。",
    )


def unsupported(file_format: FileFormat) -> UnreadableError:
    """The format is known or unknown, but there is no reader; the sentence says what to convert it to."""
    message, advice = _NO_OPEN_READER.get(file_format, _UNKNOWN)
    return UnreadableError(FailureKind.UNSUPPORTED, message + advice)
