"""What holds for every test: no internet, no unexpected log records; and the sample archive."""

import gc
import logging
import socket
import sys
import time
from collections.abc import Callable, Collection, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.store.catalogue import Catalogue, create_catalogue
from tests.catalogues import copied
from tests.samples.build import build_archive
from tests.samples.truth import Truth

pytest_plugins = ["pytester"]

NAME_LOOKUPS = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)
INTERNET_FAMILIES = frozenset({socket.AF_INET, socket.AF_INET6})

_attempts: list[str] = []


class InternetForbiddenError(RuntimeError):
    """A test, or code under test, reached for the network."""


def _forbid_internet(
    event: str,
    arguments: tuple[Any, ...],
    families: Collection[int] = INTERNET_FAMILIES,
    look_ups: Collection[
        str
    ] = NAME_LOOKUPS,  # the hook is still asked when the names of this module are gone
) -> None:
    """Audit hook: refuse internet sockets and name look-ups, and remember that someone tried."""
    is_internet_socket = event == "socket.__new__" and arguments[1] in families
    if is_internet_socket or event in look_ups:
        _attempts.append(event)
        message = f"tests use no network: {event}"
        raise InternetForbiddenError(message)


sys.addaudithook(_forbid_internet)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a test by the argument, not by bytes that hold the time at which they were made."""
    return argname if isinstance(val, bytes) else None


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keep the garbage collector away from what is collected: it stays to the end, and walking it takes long."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


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


@pytest.fixture(scope="session")
def blank_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue as it is made, closed; tests take a copy, which costs a tenth of making one."""
    folder = tmp_path_factory.mktemp("new") / "catalogue"
    create_catalogue(folder, office="临湖县人民政府办公室", by="系统").close()
    return folder


@pytest.fixture
def catalogue(tmp_path: Path, blank_catalogue: Path) -> Iterator[Catalogue]:
    """A new catalogue on disk."""
    with copied(blank_catalogue, tmp_path / "catalogue") as made:
        yield made


@dataclass(frozen=True)
class SampleArchive:
    """The generated archive and what is known about it; tests only read it."""

    folder: Path
    truth: Truth


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> SampleArchive:
    """The sample archive, built once for all worker processes of a run."""
    folder = made_once(tmp_path_factory, worker_id, "sample-archive", build_archive)
    return SampleArchive(folder, Truth.read(folder))


@pytest.fixture(scope="session")
def taken_in(sample_archive: SampleArchive, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A catalogue that took the sample archive in, closed, made once for all worker processes of a run; tests take
    a copy.
    """

    def take_in(folder: Path) -> None:
        assert cli.run(["new", str(folder), "--office", "临湖县人民政府办公室", "--fonds", "Z109"]) == 0
        status = cli.run(["ingest", str(folder), str(sample_archive.folder)])
        assert status == 1, "the archive holds files that cannot be read"

    return made_once(tmp_path_factory, worker_id, "taken-in", take_in)


def made_once(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str, name: str, make: Callable[[Path], object]
) -> Path:
    """A folder that the first worker process to ask for it makes; the others wait."""
    base = tmp_path_factory.getbasetemp()
    home = base if worker_id == "master" else base.parent
    folder, ready = home / name, home / f"{name}.ready"
    try:
        (home / f"{name}.lock").mkdir()
    except FileExistsError:
        _wait_for(ready)
    else:
        make(folder)
        ready.touch()
    return folder


def _wait_for(path: Path, seconds: float = 600) -> None:
    give_up_at = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < give_up_at, f"the other worker did not make {path.stem}"
        time.sleep(0.2)
