"""The compressed RTF of Outlook messages ([MS-OXRTFCP])."""

from app.formats import refusals

_START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArial"
    rb"Times New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_WINDOW = 4096
_MAX_BYTES = 64 * 1024 * 1024


def unpacked(data: bytes) -> bytes:
    """The RTF text; what is torn off at the end is missing.

    Raises:
        UnreadableError: the data is no compressed RTF, or unfolds to more than 64 megabytes.
    """
    size, kind = int.from_bytes(data[4:8], "little"), data[8:12]
    if size > _MAX_BYTES:
        raise refusals.too_large("邮件正文展开后过大。")
    if kind == b"MELA":
        return data[16 : 16 + size]
    if kind != b"LZFu":
        raise refusals.damaged()
    return _unfolded(data[16:], size)


def _unfolded(packed: bytes, size: int) -> bytes:
    window = bytearray(_START.ljust(_WINDOW, b"\0"))
    write, place = len(_START), 0
    out = bytearray()
    while place < len(packed) and len(out) < size:
        control = packed[place]
        place += 1
        for bit in range(8):
            if control >> bit & 1:
                if place + 2 > len(packed):
                    return bytes(out)
                reference = int.from_bytes(packed[place : place + 2], "big")
                place += 2
                offset, length = reference >> 4, (reference & 15) + 2
                if offset == write % _WINDOW:
                    return bytes(out[:size])
                piece = [
                    window[(offset + step) % _WINDOW]
                    for step in range(min(length, (write - offset) % _WINDOW or length))
                ]
                piece = (piece * length)[:length]
            elif place < len(packed):
                piece = [packed[place]]
                place += 1
            else:
                return bytes(out)
            for value in piece:
                window[write % _WINDOW] = value
                write += 1
            out += bytes(piece)
    return bytes(out[:size])
