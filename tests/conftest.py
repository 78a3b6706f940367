"""What holds for every test: no internet, no unexpected log records."""

import logging
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.store.catalogue import Catalogue, create_catalogue

pytest_plugins = ["pytester"]

NAME_LOOKUPS = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)
INTERNET_FAMILIES = frozenset({socket.AF_INET, socket.AF_INET6})

_attempts: list[str] = []


class InternetForbiddenError(RuntimeError):
    """A test, or code under test, reached for the network."""


def _forbid_internet(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: refuse internet sockets and name look-ups, and remember that someone tried."""
    is_internet_socket = event == "socket.__new__" and arguments[1] in INTERNET_FAMILIES
    if is_internet_socket or event in NAME_LOOKUPS:
        _attempts.append(event)
        message = f"tests use no network: {event}"
        raise InternetForbiddenError(message)


sys.addaudithook(_forbid_internet)


@pytest.fixture(autouse=True)
def no_internet() -> Iterator[list[str]]:
    """Fail a test that reached for the network even if the code under test swallowed the refusal.

    A test that wants the refusal empties the list it is given.
    """
    _attempts.clear()
    yield _attempts
    assert not _attempts, f"reached for the network: {_attempts}"


@pytest.fixture(autouse=True)
def no_unexpected_log_records(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs at level WARNING or above.

    A test that expects such a record asks for ``caplog``, checks it and calls ``caplog.clear()``.
    """
    yield
    records = [record for phase in ("setup", "call") for record in caplog.get_records(phase)]
    loud = [f"{r.name}: {r.getMessage()}" for r in records if r.levelno >= logging.WARNING]
    assert not loud, f"unexpected log records: {loud}"


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """A new catalogue on disk."""
    with create_catalogue(tmp_path / "catalogue", office="临湖县人民政府办公室", by="系统") as made:
        yield made
