"""The name in a signature's certificate, found without checking anything.

A full parser of PKCS #7 and of the seals of GB/T 38540 would be needed to verify; to say who signed,
the common names (OID 2.5.4.3) of the certificates are enough: issuer and subject follow each other.
"""

_COMMON_NAME = b"\x06\x03\x55\x04\x03"
_STRINGS = {
    0x0C: "utf-8",
    0x13: "gb18030",
    0x14: "gb18030",
    0x16: "ascii",
    0x1E: "utf-16-be",
}
_LONGEST_NAME = 127
_LONG_LENGTH = 0x81
_SEAL_MARK = b"\x16\x02ES\x02\x01"
_MOST_NAMES = 50


def signer_name(data: bytes) -> str:
    """The subject of the first certificate in a signature, or an empty string."""
    names = common_names(data)
    return names[1] if len(names) > 1 else names[0] if names else ""


def common_names(data: bytes) -> list[str]:
    """All common names in DER data, in their order."""
    names: list[str] = []
    position = data.find(_COMMON_NAME)
    while position >= 0 and len(names) < _MOST_NAMES:
        head = position + len(_COMMON_NAME)
        kind, length = (*data[head : head + 2], 0, 0)[:2]
        if kind in _STRINGS and 0 < length <= _LONGEST_NAME:
            value = data[head + 2 : head + 2 + length]
            names.append(value.decode(_STRINGS[kind], "replace").strip())
        position = data.find(_COMMON_NAME, head)
    return names


def seal_name(data: bytes) -> str:
    """The name of the electronic seal in a signed value (GB/T 38540), else that of the signer.

    A seal begins with a header that begins with the text ``ES``; its number follows, then its
    properties: kind, name, certificates.
    """
    mark = data.find(_SEAL_MARK)
    if mark < 0:
        names = common_names(data)
        return names[-1] if names else ""
    position = _end_of_element(data, _start_of_sequence(data, mark))  # the header
    position = _end_of_element(data, position)  # the seal's number
    inner = _content(data, position)[0]  # the properties
    inner = _end_of_element(data, inner)  # kind
    start, end = _content(data, inner)
    return data[start:end].decode("utf-8", "replace").strip() if data[inner : inner + 1] == b"\x0c" else ""


def _start_of_sequence(data: bytes, first_child: int) -> int:
    """Where the sequence begins whose first child stands at ``first_child``; its length is short."""
    return first_child - 3 if data[first_child - 2] == _LONG_LENGTH else first_child - 2


def _content(data: bytes, position: int) -> tuple[int, int]:
    """Start and end of the value of the DER element at ``position``, kept inside the data."""
    length = data[position + 1] if position + 1 < len(data) else 0
    start = position + 2
    if length > _LONGEST_NAME:
        count = length - 128
        length = int.from_bytes(data[start : start + count], "big")
        start += count
    return min(start, len(data)), min(start + length, len(data))


def _end_of_element(data: bytes, position: int) -> int:
    return _content(data, position)[1]
