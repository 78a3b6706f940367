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
