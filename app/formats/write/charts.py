"""Bar charts of a sheet as parts of a workbook (ECMA-376, DrawingML charts), written by hand like the sheets."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
_ROWS_HIGH, _COLUMNS_WIDE = 20, 7


def chart_parts(
    number: int, title: str, headers: Sequence[str], row_count: int, chart: Sequence[str]
) -> dict[str, str]:
    """The parts that draw columns ``chart`` of sheet ``number`` as bars over its first column, by name.

    The chart stands below the last of ``row_count`` rows.
    """
    return {
        f"xl/worksheets/_rels/sheet{number}.xml.rels": _relation(
            "drawing", f"../drawings/drawing{number}.xml"
        ),
        f"xl/drawings/drawing{number}.xml": _drawing(row_count + 2),
        f"xl/drawings/_rels/drawing{number}.xml.rels": _relation("chart", f"../charts/chart{number}.xml"),
        f"xl/charts/chart{number}.xml": _chart(title, headers, row_count, chart),
    }


def chart_overrides(number: int) -> str:
    """The content types of these parts."""
    return (
        f'<Override PartName="/xl/drawings/drawing{number}.xml" ContentType="{_DRAWING_TYPE}"/>'
        f'<Override PartName="/xl/charts/chart{number}.xml" ContentType="{_CHART_TYPE}"/>'
    )


def column_name(place: int) -> str:
    """The letters of a column, counted from 0."""
    before, last = divmod(place, 26)
    return (column_name(before - 1) if before else "") + chr(ord("A") + last)


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{_DOCUMENT}/{kind}" Target="{target}"/></Relationships>'
    )


def _drawing(first_row: int) -> str:
    def corner(name: str, column: int, row: int) -> str:
        return (
            f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff>"
            f"<xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>"
        )

    return (
        f'<xdr:wsDr xmlns:xdr="{_DRAWING}/spreadsheetDrawing" xmlns:a="{_DRAWING}/main"><xdr:twoCellAnchor>'
        f"{corner('from', 0, first_row)}{corner('to', _COLUMNS_WIDE, first_row + _ROWS_HIGH)}"
        '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表"/><xdr:cNvGraphicFramePr/>'
        '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>'
        f'<a:graphicData uri="{_DRAWING}/chart"><c:chart xmlns:c="{_DRAWING}/chart" xmlns:r="{_DOCUMENT}" r:id="rId1"/>'
        "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
    )


def _chart(title: str, headers: Sequence[str], row_count: int, chart: Sequence[str]) -> str:
    sheet = "'" + title.replace("'", "''") + "'"
    series = "".join(
        _series(order, sheet, list(headers).index(header), row_count) for order, header in enumerate(chart)
    )
    axes = '<c:axId val="1"/><c:axId val="2"/>'
    return (
        f'<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main"><c:chart><c:title><c:tx><c:rich><a:bodyPr/>'
        f'<a:p><a:r><a:t>{escape(title)}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:autoTitleDeleted val="0"/>'
        f'<c:plotArea><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>{series}{axes}</c:barChart>'
        f"{_axis('catAx', 1, 2, 'b')}{_axis('valAx', 2, 1, 'l')}</c:plotArea>"
        '<c:legend><c:legendPos val="r"/></c:legend><c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
    )


def _series(order: int, sheet: str, column: int, row_count: int) -> str:
    letters, last = column_name(column), row_count + 1
    return (
        f'<c:ser><c:idx val="{order}"/><c:order val="{order}"/>'
        f"<c:tx><c:strRef><c:f>{escape(sheet)}!${letters}$1</c:f></c:strRef></c:tx>"
        f"<c:cat><c:strRef><c:f>{escape(sheet)}!$A$2:$A${last}</c:f></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{escape(sheet)}!${letters}$2:${letters}${last}</c:f></c:numRef></c:val></c:ser>"
    )


def _axis(kind: str, own: int, other: int, side: str) -> str:
    return (
        f'<c:{kind}><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:crossAx val="{other}"/></c:{kind}>'
    )
