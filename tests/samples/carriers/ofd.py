"""OFD (GB/T 33190-2016): a zip of XML pages with placed text."""

from pathlib import Path
from xml.sax.saxutils import escape

from tests.samples.carriers.packed import zip_bytes
from tests.samples.carriers.pages import LEFT, PAGE_HEIGHT, PAGE_WIDTH, POINT, WIDTH, Page, Placed

_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_ofd(path: Path, title: str, pages: tuple[Page, ...]) -> None:
    """One document whose text objects stand where the layout puts them."""
    files = {
        "OFD.xml": _entry(title),
        "Doc_0/Document.xml": _document(len(pages)),
        "Doc_0/PublicRes.xml": _fonts(),
    }
    for number, page in enumerate(pages):
        files[f"Doc_0/Pages/Page_{number}/Content.xml"] = _content(page, 1000 * (number + 1))
    path.write_bytes(zip_bytes({name: text.encode("utf-8") for name, text in files.items()}))


def _entry(title: str) -> str:
    return (
        f'{_XML}<ofd:OFD {_NAMESPACE} Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
        f"<ofd:DocID>00000000000000000000000000000001</ofd:DocID><ofd:Title>{escape(title)}</ofd:Title>"
        "<ofd:Author>临湖县人民政府办公室</ofd:Author><ofd:CreationDate>2020-01-01</ofd:CreationDate>"
        "</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )


def _document(page_count: int) -> str:
    pages = "".join(
        f'<ofd:Page ID="{number + 10}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for number in range(page_count)
    )
    return (
        f"{_XML}<ofd:Document {_NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>100000</ofd:MaxUnitID><ofd:PageArea>"
        f"<ofd:PhysicalBox>0 0 {PAGE_WIDTH:g} {PAGE_HEIGHT:g}</ofd:PhysicalBox></ofd:PageArea>"
        f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>"
    )


def _fonts() -> str:
    return (
        f'{_XML}<ofd:Res {_NAMESPACE} BaseLoc="Res"><ofd:Fonts>'
        '<ofd:Font ID="2" FontName="仿宋" FamilyName="仿宋"/></ofd:Fonts></ofd:Res>'
    )


def _content(page: Page, first_id: int) -> str:
    objects = "".join(_object(placed, first_id + place) for place, placed in enumerate(page))
    return (
        f'{_XML}<ofd:Page {_NAMESPACE}><ofd:Content><ofd:Layer ID="{first_id - 1}">{objects}'
        "</ofd:Layer></ofd:Content></ofd:Page>"
    )


def _object(placed: Placed, identifier: int) -> str:
    if not placed.text:
        return (
            f'<ofd:PathObject ID="{identifier}" Boundary="{LEFT:g} {placed.top:.2f} {WIDTH:g} 1" LineWidth="0.5">'
            f'<ofd:StrokeColor Value="255 0 0"/><ofd:AbbreviatedData>M 0 0 L {WIDTH:g} 0</ofd:AbbreviatedData>'
            "</ofd:PathObject>"
        )
    size = placed.size * POINT
    steps = [size * (0.5 if character.isascii() else 1.0) for character in placed.text]
    colour = '<ofd:FillColor Value="255 0 0"/>' if placed.is_red else ""
    deltas = " ".join(f"{step:.3f}" for step in steps[:-1])
    delta = f' DeltaX="{deltas}"' if deltas else ""
    boundary = f"{placed.left:.2f} {placed.top:.2f} {sum(steps):.2f} {size * 1.2:.2f}"
    return (
        f'<ofd:TextObject ID="{identifier}" Boundary="{boundary}" Font="2" Size="{size:.3f}">{colour}'
        f'<ofd:TextCode X="0" Y="{size:.3f}"{delta}>{escape(placed.text)}</ofd:TextCode></ofd:TextObject>'
    )
