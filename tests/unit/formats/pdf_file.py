"""PDF files for tests, written object by object."""

import io
import zlib

HAN_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts["
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>]>>"
)
# A font whose table leads to private characters; the table is the stream that else is the image.
BLIND_FONT = HAN_FONT[:-2] + b"/ToUnicode 4 0 R>>"
BLIND_TABLE = (
    b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    b"1 beginbfrange <4E00> <66FF> <E000> endbfrange endcmap"
)


def show(text, left, base, size, colour="0 0 0", before=""):
    """Content that writes a line of Chinese; ``base`` is counted from the foot of the page."""
    code = text.encode("utf-16-be").hex()
    return f"BT {before} {colour} rg /F {size} Tf 1 0 0 1 {left} {base} Tm <{code}> Tj ET\n"


def pdf(*pages, font=HAN_FONT, info=b"", page=b"", image=b""):
    """A PDF with these page contents; ``image`` is one grey byte stretched by ``/I Do``."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        font,
        _stream(image or b"\x80", _IMAGE),
        b"<<" + info + b">>",
    ]
    kids = []
    for content in pages:
        objects.append(_stream(content.encode("latin-1"), b""))
        resources = b"/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s/Contents %d 0 R%s>>"
            % (page, len(objects), resources)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    return io.BytesIO(_file(objects))


_IMAGE = b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"


def _stream(data, entries):
    packed = zlib.compress(data)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (entries, len(packed), packed)


def _file(objects):
    data = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer<</Size %d/Root 1 0 R/Info 5 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(data)
