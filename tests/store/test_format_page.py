"""The verifier that docs/catalogue-format.md prints does what the page says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.audit import Change
from app.store import audit
from app.store.catalogue import Catalogue
from app.store.tables import METADATA

PAGE = (Path(__file__).parents[2] / "docs" / "catalogue-format.md").read_text(encoding="utf-8")


def verify(database: Path) -> subprocess.CompletedProcess[str]:
    (program,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    command = [sys.executable, "-I", "-c", program, str(database)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def database(catalogue: Catalogue) -> Path:
    with catalogue.write(by="王示例", action="test") as unit:
        unit.record("甲", [Change("题名", None, "“引号”\n换行"), Change("日期", "2015", None)])
        unit.commit()
    return catalogue.folder / "catalogue.db"


def test_a_whole_chain_gives_its_head(catalogue: Catalogue, database: Path) -> None:
    with catalogue.read() as connection:
        sequence, digest = audit.head(connection)
    done = verify(database)
    assert done.stdout.strip() == f"{sequence}:{digest}", done.stderr


@pytest.mark.parametrize(
    ("trigger", "spoil"),
    [
        ("audit_value_only_purged", "UPDATE audit_value SET after = 'x' WHERE name = '题名'"),
        ("audit_value_no_delete", "DELETE FROM audit_value WHERE name = '题名'"),
        ("audit_entry_no_delete", "DELETE FROM audit_entry WHERE sequence = 1"),
        (
            "audit_entry_no_update",
            "UPDATE audit_entry SET canonical = CAST(replace(canonical, '王', '李') AS BLOB)",
        ),
    ],
)
def test_an_altered_chain_is_refused(catalogue: Catalogue, database: Path, trigger: str, spoil: str) -> None:
    with catalogue.write(by="王示例", action="test") as unit:
        unit.connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        unit.connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        unit.connection.exec_driver_sql(spoil)
        if "audit_entry WHERE" in spoil:
            unit.connection.exec_driver_sql("DROP TRIGGER audit_value_no_delete")
            unit.connection.exec_driver_sql("DELETE FROM audit_value WHERE sequence = 1")
        unit.record("乙")
        unit.commit()
    assert "AssertionError" in verify(database).stderr


def test_the_page_names_every_table() -> None:
    """A name that ends in an ellipsis stands for all that begin like it."""
    names = re.findall(r"`([a-z_]+…?)`", PAGE)
    beginnings = tuple(name[:-1] for name in names if name.endswith("…"))
    assert [
        table for table in METADATA.tables if table not in names and not table.startswith(beginnings)
    ] == []
