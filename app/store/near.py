"""What the catalogue holds that nearly is what was asked for."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from app.store.tables.holdings import document

_IS_SHOWN = document.c.merged_into.is_(None)


def number_series(connection: Connection) -> list[str]:
    """The different series of document numbers (临政发), each found by one look-up in the index."""
    name = document.c.number_series
    first = select(func.min(name).label("name")).where(name > "", _IS_SHOWN)
    seen = select(first.subquery().c.name).cte("seen", recursive=True)
    later = select(name).where(name > seen.c.name, _IS_SHOWN).order_by(name).limit(1).scalar_subquery()
    everything = seen.union_all(select(later).where(seen.c.name.is_not(None)))
    return [found for found in connection.scalars(select(everything.c.name)) if found]


def numbers_of(
    connection: Connection, series: Sequence[str], year: int, serial: int, *, reach: int
) -> list[str]:
    """Numbers of these series and this year whose serial is at most ``reach`` away, nearest first."""
    statement = (
        select(document.c.document_number)
        .where(
            _IS_SHOWN,
            document.c.number_series.in_(series),
            document.c.number_year == year,
            document.c.number_serial.between(serial - reach, serial + reach),
        )
        .order_by(func.abs(document.c.number_serial - serial), document.c.document_number)
        .distinct()
    )
    return list(connection.scalars(statement))


def same_serial(connection: Connection, series: str, serial: int) -> list[str]:
    """Numbers of a series with this serial in any year, latest first."""
    years = select(document.c.number_year).where(document.c.number_series == series, _IS_SHOWN).distinct()
    statement = (
        select(document.c.document_number)
        .where(
            _IS_SHOWN,
            document.c.number_series == series,
            document.c.number_year.in_(years),
            document.c.number_serial == serial,
        )
        .order_by(document.c.number_year.desc())
        .distinct()
    )
    return list(connection.scalars(statement))
