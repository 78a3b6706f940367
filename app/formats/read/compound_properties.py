"""Document properties of OLE2 files ([MS-OLEPS]), with the code page put right.

Word writes text in the system's code page (936 in China); WPS Office declares code page 1200 and
writes UTF-16 into fields meant for bytes. Times are UTC as stored.
"""

from datetime import UTC, datetime, timedelta

from app.formats.encoding import decode
from app.formats.read.compound import Compound
from app.formats.read.little_endian import u32
from app.formats.read.whole_number import whole_number

_SUMMARY = {
    2: "title",
    3: "subject",
    4: "author",
    5: "keywords",
    6: "comments",
    7: "template",
    8: "last_saved_by",
    11: "printed_at",
    12: "created_at",
    13: "saved_at",
    14: "pages",
    18: "application",
}
_DOCUMENT_SUMMARY = {2: "category", 7: "slides", 14: "manager", 15: "company"}
_UTF16, _UTF8 = 1200, 65001
_I2, _I4, _BOOL, _LPSTR, _LPWSTR, _FILETIME = 2, 3, 11, 30, 31, 64
_MAX_PROPERTIES = 300
_MAX_TEXT = 2000
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def compound_properties(compound: Compound) -> dict[str, str]:
    """What the file says of itself, under the names all readers use; custom ones as ``custom.NAME``."""
    found = _named(compound.read_if_there("\x05SummaryInformation"), _SUMMARY)
    found |= _named(compound.read_if_there("\x05DocumentSummaryInformation"), _DOCUMENT_SUMMARY)
    return found


def declared_count(properties: dict[str, str], key: str) -> int | None:
    """The number of pages or slides the writing program counted, if it is one."""
    value = properties.get(key, "")
    count = whole_number(value, 0)
    return count if 0 < count < 100_000 else None


def _named(data: bytes, names: dict[int, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, offset in enumerate(_section_offsets(data)):
        values = _section(data, offset)
        if number == 0:
            found |= {names[pid]: value for pid, value in values.items() if pid in names and value}
        else:
            titles = _dictionary(data, offset)
            found |= {
                f"custom.{titles[pid]}": value for pid, value in values.items() if pid in titles and value
            }
    return found


def _section_offsets(data: bytes) -> list[int]:
    if len(data) < 48 or data[:2] != b"\xfe\xff":
        return []
    count = min(u32(data, 24), 2)
    return [u32(data, 28 + 20 * number + 16) for number in range(count)]


def _section(data: bytes, start: int) -> dict[int, str]:
    code_page = _UTF16
    for pid, offset in _entries(data, start):
        if pid == 1 and u32(data, offset) & 0xFFFF == _I2:
            code_page = u32(data, offset + 4) & 0xFFFF
    return {
        pid: _value(data, offset, code_page) for pid, offset in _entries(data, start) if pid not in {0, 1}
    }


def _entries(data: bytes, start: int) -> list[tuple[int, int]]:
    count = min(u32(data, start + 4), _MAX_PROPERTIES)
    places = range(start + 8, min(start + 8 + 8 * count, len(data) - 7), 8)
    return [(u32(data, place), start + u32(data, place + 4)) for place in places]


def _value(data: bytes, offset: int, code_page: int) -> str:
    kind = u32(data, offset) & 0xFFFF
    if kind == _LPSTR:
        size = min(u32(data, offset + 4), 2 * _MAX_TEXT)
        return _text(data[offset + 8 : offset + 8 + size], code_page)
    if kind == _LPWSTR:
        size = min(u32(data, offset + 4), _MAX_TEXT) * 2
        return _text(data[offset + 8 : offset + 8 + size], _UTF16)
    if kind == _FILETIME:
        return _time(u32(data, offset + 4) | u32(data, offset + 8) << 32)
    if kind in {_I2, _I4, _BOOL}:
        return str(u32(data, offset + 4) & (0xFFFF if kind == _I2 else 0xFFFFFFFF))
    return ""


def _text(raw: bytes, code_page: int) -> str:
    """Text by the declared code page, unless the bytes show that the declaration is wrong."""
    if code_page == _UTF16 and (b"\0" in raw[:-1] or len(raw) % 2 == 0):
        text = raw[: len(raw) // 2 * 2].decode("utf-16-le", "replace")
    elif code_page == _UTF8:
        text = raw.decode("utf-8", "replace")
    else:
        raw = raw.split(b"\0", 1)[0]
        text = decode(raw, f"cp{code_page}").text if raw else ""
    return text.split("\0", 1)[0].strip()


def _time(ticks: int) -> str:
    """A FILETIME as ISO 8601; editing durations and empty values are no times."""
    if not 94_354_848_000_000_000 < ticks < 200_000_000_000_000_000:
        return ""
    moment = _EPOCH + timedelta(microseconds=ticks // 10)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _dictionary(data: bytes, start: int) -> dict[int, str]:
    """Names of custom properties; in UTF-16 each is padded to four bytes."""
    entries = dict(_entries(data, start))
    code_page = u32(data, entries[1] + 4) & 0xFFFF if 1 in entries else _UTF16
    place = entries.get(0, len(data))
    names: dict[int, str] = {}
    count = min(u32(data, place), _MAX_PROPERTIES)
    place += 4
    for _ in range(count):
        pid, size = u32(data, place), u32(data, place + 4)
        if size > _MAX_TEXT or place >= len(data):
            break
        width = size * 2 if code_page == _UTF16 else size
        names[pid] = _text(data[place + 8 : place + 8 + width], code_page)
        place += 8 + (width + 3) // 4 * 4 if code_page == _UTF16 else 8 + width
    return {pid: name for pid, name in names.items() if name}
