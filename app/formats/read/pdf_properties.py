"""Properties and signatures of a PDF."""

import ctypes
import re
from collections.abc import Callable

import pypdfium2
import pypdfium2.raw as pdfium

from app.domain.source import FileSignature
from app.formats.read.certificates import signer_name
from app.formats.read.hanzi import is_han

_NAMES = {
    "Title": "title",
    "Author": "author",
    "Subject": "subject",
    "Keywords": "keywords",
    "Creator": "application",
    "Producer": "producer",
    "CreationDate": "created_at",
    "ModDate": "saved_at",
}
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?")
# PDFDocEncoding where it differs from Latin-1 (ISO 32000-1, annex D.2): back to the bytes.
_PDF_DOC = {
    ord(character): code
    for code, character in (
        *zip(range(0x18, 0x20), "˘ˇˆ˙˝˛˚˜", strict=True),
        *zip(range(0x80, 0x9F), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", strict=True),
        (0xA0, "€"),
    )
}


def pdf_properties(document: pypdfium2.PdfDocument) -> dict[str, str]:
    """The information dictionary under the names all readers use."""
    found = {}
    for key, value in document.get_metadata_dict(skip_empty=True).items():
        name = _NAMES.get(key)
        mended = mend_code_page(value.replace("\x00", "")).strip()
        if name and mended:
            found[name] = iso_date(mended) if name.endswith("_at") else mended
    return found


def mend_code_page(text: str) -> str:
    """GBK bytes that old printer drivers stored as Latin-1 become Chinese again."""
    try:
        data = bytes(_PDF_DOC.get(ord(character), ord(character)) for character in text)
        mended = data.decode("gb18030")
    except (ValueError, UnicodeDecodeError):
        return text
    return mended if any(map(is_han, mended)) else text


def iso_date(text: str) -> str:
    """``D:20120712093000+08'00'`` → ``2012-07-12T09:30:00+08:00``; other notations stay as they are."""
    match = _DATE.match(text)
    if not match:
        return text
    year, month, day, hour, minute, second, utc, sign, off_hours, off_minutes = match.groups()
    date = "-".join(part for part in (year, month, day) if part)
    if not (day and hour):
        return date
    zone = "+00:00" if utc else f"{sign}{off_hours}:{off_minutes or '00'}" if sign else ""
    return f"{date}T{hour}:{minute or '00'}:{second or '00'}{zone}"


def pdf_signatures(document: pypdfium2.PdfDocument) -> tuple[FileSignature, ...]:
    """Signatures that stand in the file, as they describe themselves."""
    count = max(0, pdfium.FPDF_GetSignatureCount(document))
    return tuple(
        _signature(pdfium.FPDF_GetSignatureObject(document, index)) for index in range(min(count, 200))
    )


def _signature(item: pdfium.FPDF_SIGNATURE) -> FileSignature:
    signed_at = _buffer(pdfium.FPDFSignatureObj_GetTime, item).decode("ascii", "replace").rstrip("\x00")
    provider = _buffer(pdfium.FPDFSignatureObj_GetSubFilter, item).decode("ascii", "replace").rstrip("\x00")
    contents = _buffer(pdfium.FPDFSignatureObj_GetContents, item)
    return FileSignature(signer_name(contents), iso_date(signed_at), provider)


def _buffer(function: Callable[..., int], item: pdfium.FPDF_SIGNATURE) -> bytes:
    length = function(item, None, 0)
    buffer = ctypes.create_string_buffer(length)
    function(item, buffer, length)
    return buffer.raw
