"""Check boxes and symbols of Word documents as characters."""

from lxml import etree

from app.formats.read.word_styles import W, value_of

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
TICKED, EMPTY = "☑", "□"
_OFF = frozenset({"0", "false", "off"})

# What fonts of symbols show at the codes Word stores for them (0xF000 is added by Word).
_SYMBOLS = {
    "wingdings": {
        0xA8: EMPTY, 0x6F: EMPTY, 0x70: EMPTY, 0x71: EMPTY, 0x72: EMPTY,
        0xFE: TICKED, 0xFD: "☒", 0xFC: "✓", 0xFB: "✗",
        0x6C: "●", 0x6E: "■", 0x75: "◆", 0xA1: "○", 0xE0: "→",
    },
    "wingdings 2": {
        0x52: TICKED, 0x53: "☒", 0x54: "☒", 0x50: "✓", 0x4F: "✗", 0x51: "☒",
        0xA3: EMPTY, 0x2A: EMPTY, 0x30: EMPTY, 0xA2: "■", 0x98: "●", 0x99: "○",
    },
    "symbol": {0xB7: "·", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xAE: "→", 0xB0: "°"},
}  # fmt: skip


def symbol(element: etree._Element) -> str:
    """The character of a ``w:sym``; nothing when the font is not known."""
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    font = element.get(W + "font", "").lower()
    if font in _SYMBOLS:
        return _SYMBOLS[font].get(code & 0xFF, "")
    is_private = 0xE000 <= code <= 0xF8FF
    return "" if is_private or not 0x20 <= code < 0xD800 else chr(code)


def form_check_box(field: etree._Element) -> str:
    """The box of a ``w:fldChar`` that begins a form field, or nothing if it is no check box."""
    box = field.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    state = value_of(box, "checked")
    if state is None:
        state = value_of(box, "default") or "0"
    return EMPTY if state in _OFF else TICKED


def control_check_box(control: etree._Element) -> str:
    """The box of a ``w:sdt`` content control, or nothing if it is no check box."""
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    if box is None:
        return ""
    checked = box.find(W14 + "checked")
    state = checked.get(W14 + "val", "1") if checked is not None else "0"
    return EMPTY if state in _OFF else TICKED
