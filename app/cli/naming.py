"""Documents as a person names them on the command line."""

import argparse
from collections.abc import Sequence

from app.store.catalogue import Catalogue

HOW = "公文编号（前几位即可）或完整的文号"


def add_document(parser: argparse.ArgumentParser) -> None:
    """One document."""
    parser.add_argument("document", metavar="公文", help=HOW)


def add_documents(parser: argparse.ArgumentParser, about: str = "可多件") -> None:
    """One or more documents."""
    parser.add_argument("documents", nargs="+", metavar="公文", help=f"{HOW}；{about}")


def named(catalogue: Catalogue, typed: str) -> str:
    """The UUID of the document that is meant.

    Raises:
        AppError: no document is named so, or several are.
    """
    from app.store.naming import uuid_named  # a search names no document and does not wait for this

    with catalogue.read() as connection:
        return uuid_named(connection, typed)


def all_named(catalogue: Catalogue, typed: Sequence[str]) -> list[str]:
    """The UUIDs of the documents that are meant, in the same order."""
    return [named(catalogue, each) for each in typed]
