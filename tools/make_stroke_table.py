"""Write ``app/text/stroke_table.py``: the Han characters in the order of their strokes.

Run by hand, never at run time: ``python tools/make_stroke_table.py``. The order is CLDR's (Unicode-3.0
licence), asked of the ICU library that comes with Qt on Linux: by number of strokes, then by radical.
"""

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path

import PySide6

TARGET = Path(__file__).parents[1] / "app" / "text" / "stroke_table.py"
LIBRARIES = Path(PySide6.__file__).parent / "Qt" / "lib"
FIRST, LAST = 0x4E00, 0x9FA5
CHARACTERS_A_LINE = 92
LONGEST_KEY = 64


def main() -> int:
    """Write the module; the exit status says whether ICU knows the order."""
    key = collation_key()
    if key is None:
        print("ICU does not know the order by strokes", file=sys.stderr)
        return 1
    ordered = "".join(sorted(map(chr, range(FIRST, LAST + 1)), key=key))
    lines = [ordered[at : at + CHARACTERS_A_LINE] for at in range(0, len(ordered), CHARACTERS_A_LINE)]
    TARGET.write_text(module(lines), encoding="utf-8")
    return 0


def module(lines: list[str]) -> str:
    """The text of the module."""
    head = (
        '"""Han characters by number of strokes, then by radical. Written by ``tools/make_stroke_table.py``.\n\n'
        "The order follows CLDR (Copyright Unicode, Inc., Unicode-3.0 licence).\n"
        '"""\n\n# fmt: off\nORDER = (\n'
    )
    return head + "".join(f'    "{line}"\n' for line in lines) + ")\n# fmt: on\n"


def collation_key() -> Callable[[str], bytes] | None:
    """What sorts a character by strokes; ``None`` when the library cannot."""
    name = next(LIBRARIES.glob("libicui18n.so.*"))
    version = name.suffix.removeprefix(".")
    for part in ("libicudata", "libicuuc"):
        ctypes.CDLL(str(LIBRARIES / f"{part}.so.{version}"), mode=ctypes.RTLD_GLOBAL)
    library = ctypes.CDLL(str(name))
    open_collator = getattr(library, f"ucol_open_{version}")
    open_collator.restype = ctypes.c_void_p
    status = ctypes.c_int(0)
    collator = ctypes.c_void_p(open_collator(b"zh-u-co-stroke", ctypes.byref(status)))
    sort_key = getattr(library, f"ucol_getSortKey_{version}")

    def key(character: str) -> bytes:
        units = character.encode("utf-16-le")
        buffer = ctypes.create_string_buffer(LONGEST_KEY)
        length = sort_key(collator, units, len(units) // 2, buffer, LONGEST_KEY)
        return buffer.raw[:length]

    return key if status.value == 0 else None


if __name__ == "__main__":
    sys.exit(main())
