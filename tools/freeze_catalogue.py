"""Store an empty catalogue of the present edition under ``tests/old_catalogues``.

    .venv/bin/python -m tools.freeze_catalogue

Before the first release the tables still change, and this command follows them. With a release its
file is frozen: later editions add a step under ``app/store/migrations/versions`` and a file of their
own; ``--force`` is then only for whoever knows that no catalogue of that edition exists anywhere.
"""

import argparse
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from app import __version__
from app.store.catalogue import create_catalogue
from app.store.schema import head_edition

FOLDER = Path(__file__).parents[1] / "tests" / "old_catalogues"
PAGE_BYTES = 512


def freeze(target: Path) -> None:
    """Write the file, with small pages so that it takes little room in the repository."""
    with tempfile.TemporaryDirectory() as place:
        create_catalogue(
            Path(place) / "c", office="临湖县人民政府办公室", fonds_code="Z001", by="系统"
        ).close()
        with closing(sqlite3.connect(Path(place) / "c" / "catalogue.db")) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute(f"PRAGMA page_size={PAGE_BYTES}")
            connection.execute("VACUUM")
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((Path(place) / "c" / "catalogue.db").read_bytes())


def main() -> int:
    """Freeze the present edition."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--force", action="store_true", help="replace the file of a released edition")
    given = parser.parse_args()
    target = FOLDER / f"{head_edition()}.db"
    if not __version__.startswith("0.") and target.exists() and not given.force:
        sys.stderr.write(f"{target.name} belongs to a released edition: add a migration step instead\n")
        return 1
    freeze(target)
    sys.stdout.write(f"{target} {target.stat().st_size} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
