"""A killed ingest loses nothing that was reported done, and another run finishes the work."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import SampleArchive
from tests.e2e.conftest import Dishu

KILLS = 3


def inventory_of(dishu: Dishu, catalogue: Path) -> tuple[object, ...]:
    """What a catalogue holds, without identifiers and times."""
    export = dishu("export", catalogue).json
    documents = sorted(
        (
            document["title"] or "",
            document["document_number"] or "",
            sorted(file["path"] for file in document["files"]),
        )
        for document in export["documents"]
    )
    return documents, export["failed"], sorted(export["quarantined"]), sorted(export["skipped"])


@pytest.mark.skipif(os.name == "nt", reason="kills are sent as POSIX signals")
@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGINT])
def test_killed_and_run_again_gives_the_undisturbed_inventory(
    sample_archive: SampleArchive, taken_in: Path, dishu: Dishu, tmp_path: Path, kill: signal.Signals
) -> None:
    shutil.copytree(taken_in, tmp_path / "calm")
    disturbed = tmp_path / "disturbed"
    dishu("new", disturbed, "--office", "临湖县人民政府办公室")
    chance = random.Random(7)
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-m", "app", "ingest", str(disturbed), str(sample_archive.folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.5, 4.0))
        process.send_signal(kill)
        process.wait()
        assert dishu("check", disturbed, "--json").json == {"valid": True, "problems": [], "warnings": []}
    dishu("ingest", disturbed, sample_archive.folder)
    assert inventory_of(dishu, disturbed) == inventory_of(dishu, tmp_path / "calm")
    assert dishu("audit", "verify", disturbed, "--json").json["valid"]
