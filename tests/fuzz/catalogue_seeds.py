"""What a small catalogue sends to another PC: a package with a batch, a dump."""

import tempfile
from pathlib import Path
from zipfile import ZipFile

from app.domain.people import PersonRole
from app.progress import Silent
from app.review import people, rounds
from app.review.exchange import package
from app.store import reviews
from app.store.catalogue import Catalogue, create_catalogue
from app.store.dump import dump
from tests.catalogues import add_document

_BY = "王示例"


def packages() -> list[bytes]:
    """The JSON inside a package of one batch."""
    with tempfile.TemporaryDirectory() as room, _catalogue(Path(room, "home")) as catalogue:
        people.add_person(catalogue, _BY, {PersonRole.REVIEWER}, by=_BY)
        rounds.create_round(catalogue, "2025 年", "", by=_BY)
        rounds.make_batches(catalogue, "2025 年", Silent(), by=_BY)
        with catalogue.read() as connection:
            (batch,) = reviews.batches(connection)
        path = Path(room, "batch.zip")
        package.export_package(catalogue, batch.uuid, path, by=_BY)
        with ZipFile(path) as archive:
            return [archive.read(package.CONTENT_NAME)]


def dumps() -> list[bytes]:
    """The files of a dump one behind another, each below its name."""
    with tempfile.TemporaryDirectory() as room, _catalogue(Path(room, "home")) as catalogue:
        target = Path(room, "dump")
        dump(catalogue.folder, target, Silent())
        files = [path for path in sorted(target.rglob("*")) if path.is_file()]
        return [b"".join(_piece(path, target) for path in files)]


def _piece(path: Path, target: Path) -> bytes:
    return b">>>" + path.relative_to(target).as_posix().encode() + b"\n" + path.read_bytes()


def _catalogue(folder: Path) -> Catalogue:
    catalogue = create_catalogue(folder, office="临湖县人民政府办公室", by="系统")
    add_document(catalogue, "临湖县水利局关于水库的通知", number="临水发〔2015〕1号")
    return catalogue
