"""Numbers as Microsoft's binary formats store them.

Beyond the end of the data a number is zero: a torn table then reads as empty instead of failing.
"""

import struct


def u16(data: bytes, offset: int) -> int:
    """The 16-bit number at ``offset``."""
    return int(struct.unpack_from("<H", data, offset)[0]) if 0 <= offset <= len(data) - 2 else 0


def u32(data: bytes, offset: int) -> int:
    """The 32-bit number at ``offset``."""
    return int(struct.unpack_from("<I", data, offset)[0]) if 0 <= offset <= len(data) - 4 else 0
