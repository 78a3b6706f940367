"""Where a catalogue may lie."""

import os
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from app.errors import AppError
from app.store import place
from app.store.catalogue import Catalogue, create_catalogue, open_catalogue
from app.store.place import is_unc, share_type

MOUNTS = """\
/dev/sda2 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
//files/办公室 /mnt/share cifs rw,vers=3.0 0 0
server:/export /home nfs4 rw 0 0
/dev/sdb1 /home/local xfs rw 0 0
//files/x /mnt/with\\040blank smb3 rw 0 0
user@host:/ /run/user/1000/remote fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/底数", None),
        ("/tmp/底数", None),
        ("/mnt/share/底数", "cifs"),
        ("/mnt/share", "cifs"),
        ("/mnt/shared/底数", None),
        ("/home/li/底数", "nfs4"),
        ("/home/local/li/底数", None),
        ("/mnt/with blank/底数", "smb3"),
        ("/run/user/1000/remote/a", "fuse.sshfs"),
    ],
)
def test_a_share_is_told_from_a_disk(path: str, kind: str | None) -> None:
    assert share_type(MOUNTS, PurePosixPath(path)) == kind


@pytest.mark.parametrize(
    ("path", "is_share"),
    [
        (r"C:\底数", False),
        (r"\\files\办公室\底数", True),
        ("//files/office", True),
        (r"\\?\C:\底数", False),
        (r"\\?\UNC\files\office", True),
        (r"\\?\unc\files\office", True),
        (r"\\.\C:", False),
    ],
)
def test_a_windows_share_is_known_by_its_name(path: str, is_share: bool) -> None:
    assert is_unc(path) == is_share


def test_a_catalogue_on_a_share_is_refused(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\n//files/x {tmp_path} cifs rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(place, "_MOUNTS", mounts)
    with pytest.raises(AppError, match="网络共享盘"):
        open_catalogue(catalogue.folder)
    with pytest.raises(AppError, match="网络共享盘"):
        create_catalogue(tmp_path / "new", office="某局", by="系统")
    assert not (tmp_path / "new").exists()


def in_namespace(script: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script that may mount, where nobody else sees it."""
    return subprocess.run(
        ["unshare", "--mount", "sh", "-c", script], capture_output=True, text=True, check=False
    )


def can_mount() -> bool:
    if sys.platform != "linux" or os.geteuid() or not shutil.which("unshare"):
        return False
    return in_namespace("mount -t tmpfs none /mnt").returncode == 0


needs_mounts = pytest.mark.skipif(not can_mount(), reason="mounting needs Linux and root")
DISHU = f"{sys.executable} -m app"


@needs_mounts
def test_a_read_only_medium_is_explained(catalogue: Catalogue) -> None:
    catalogue.close()
    folder = catalogue.folder
    done = in_namespace(
        f"mount --bind '{folder}' '{folder}' && mount -o remount,ro,bind '{folder}' && "
        f"{DISHU} status '{folder}'"
    )
    assert done.returncode == 3
    assert "不可写" in done.stderr
    assert "Traceback" not in done.stderr


@needs_mounts
def test_a_full_disk_is_explained_and_costs_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    """A real small disk: an ingest, a backup and a dump that do not fit."""
    catalogue.close()
    sources = tmp_path / "sources"
    sources.mkdir()
    for number in range(30):
        noise = os.urandom(60_000).hex()
        (sources / f"{number}.txt").write_text(f"关于第{number}号事项的通知\n{noise}", encoding="utf-8")
    disk = tmp_path / "disk"
    disk.mkdir()
    done = in_namespace(
        f"mount -t tmpfs -o size=2m none '{disk}' && cp -r '{catalogue.folder}' '{disk}/c' && cd {Path.cwd()} && "
        f"{DISHU} ingest '{disk}/c' '{sources}' --workers 1; echo status $?; "
        f"cat /dev/zero > '{disk}/others' 2>/dev/null; truncate -s -100K '{disk}/others'; "
        f"{DISHU} dump '{disk}/c' '{disk}/dump'; echo status $?; rm -rf '{disk}/dump'; "
        f"{DISHU} backup '{disk}/c'; echo status $?; ls '{disk}/c/backups'; "
        f"mount -o remount,size=200m '{disk}'; {DISHU} check '{disk}/c'; echo status $?"
    )
    assert "Traceback" not in done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith("status")] == [
        "status 3",
        "status 3",
        "status 3",
        "status 0",
    ]
    assert "空间" in done.stderr
