"""Workbooks (xls, xlsx, et, ods) by calamine: opened within bounds, its faults told in our words."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import python_calamine as calamine

from app.formats import refusals
from app.formats.read.compound import COMPOUND_MAGIC, Compound
from app.formats.read.zip_package import ZipPackage

ZIP_MAGIC = b"PK\x03\x04"


def open_workbook(stream: BinaryIO) -> calamine.CalamineWorkbook:
    """A workbook whose sheets can be read, each under :func:`faults_of_calamine`.

    Raises:
        UnreadableError: damaged, encrypted, or made to unfold without end.
    """
    _refuse_endless(stream)
    stream.seek(0)
    with faults_of_calamine():
        return calamine.CalamineWorkbook.from_filelike(stream)


@contextmanager
def faults_of_calamine() -> Iterator[None]:
    """Turn what calamine does with damaged files into a failure, its Rust panics among it."""
    try:
        yield
    except calamine.PasswordError as fault:
        raise refusals.encrypted() from fault
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as fault:
        raise refusals.damaged() from fault
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":  # pyo3's class has no name to import
            raise
        raise refusals.damaged() from fault


def _refuse_endless(stream: BinaryIO) -> None:
    """Calamine unpacks without limits and follows sectors wherever they lead, so both are looked at first."""
    stream.seek(0)
    head = stream.read(len(COMPOUND_MAGIC))
    if head == COMPOUND_MAGIC:
        with Compound(stream) as compound:
            compound.require_finite()
    if head.startswith(ZIP_MAGIC):
        with ZipPackage(stream) as package:
            _refuse_bombs(package)


def _refuse_bombs(package: ZipPackage) -> None:
    for name in ("xl/sharedStrings.xml", "xl/styles.xml", "content.xml"):
        if package.has(name):
            package.refuse_if_steep(name)
    for name, _ in package.under("xl/worksheets"):
        package.refuse_if_steep(name)
