"""Whole numbers as files write them, believed only as far as a document can need them."""

_MOST_DIGITS = 9


def whole_number(value: str | None, default: int) -> int:
    """The number, or the default for what is none.

    ``str.isdigit`` is true of ``²``, which is no number to ``int``, and a number of five thousand digits
    is refused by it; neither may fail a file.
    """
    text = (value or "").strip()
    is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
    return int(text) if is_number else default
