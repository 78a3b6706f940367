import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.inventory.awake import kept_awake, system_environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has a call for it")

PROGRAM = """#!/bin/sh
echo "$@" > "{folder}/asked"
while [ "${{1#--}}" != "$1" ]; do shift; done
"$@"
echo done > "{folder}/let_go"
"""
HELD = (
    "from app.inventory.awake import kept_awake\nwith kept_awake():\n    print('in', flush=True)\n    input()"
)


@pytest.fixture
def login_manager(tmp_path, monkeypatch):
    """A stand-in for systemd-inhibit: notes what it is asked, runs the command, notes its end."""
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "systemd-inhibit"
    program.write_text(PROGRAM.format(folder=tmp_path))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def wait_for(path: Path):
    ends = time.monotonic() + 60
    while not path.exists() and time.monotonic() < ends:
        time.sleep(0.02)
    assert path.exists()


def test_standby_is_held_off_inside_the_block_and_let_go_behind_it(login_manager):
    with kept_awake():
        wait_for(login_manager / "asked")
        assert "--what=sleep:idle --mode=block" in (login_manager / "asked").read_text()
        assert not (login_manager / "let_go").exists()
    assert (login_manager / "let_go").exists()


def test_a_killed_program_holds_nothing(login_manager):
    program = subprocess.Popen([sys.executable, "-c", HELD], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with program:
        assert program.stdout.readline() == b"in\n"
        wait_for(login_manager / "asked")
        assert not (login_manager / "let_go").exists()
        program.kill()
    wait_for(login_manager / "let_go")


def stopped_by_an_error(folder: Path):
    with kept_awake():
        wait_for(folder / "asked")
        raise ValueError("stop")


def test_an_error_lets_go_too(login_manager):
    with pytest.raises(ValueError, match="stop"):
        stopped_by_an_error(login_manager)
    assert (login_manager / "let_go").exists()


@pytest.mark.parametrize("refusing", [False, True])
def test_where_nobody_can_be_asked_the_work_is_done_all_the_same(tmp_path, monkeypatch, refusing):
    if refusing:
        (tmp_path / "systemd-inhibit").write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / "systemd-inhibit").chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    else:
        monkeypatch.setenv("PATH", str(tmp_path))
    done = []
    with kept_awake():
        done.append("work")
    assert done == ["work"]


@pytest.mark.parametrize(
    ("given", "passed_on"),
    [
        ({"HOME": "/a"}, {"HOME": "/a"}),
        ({"LD_LIBRARY_PATH": "/opt/dishu"}, {}),
        (
            {"LD_LIBRARY_PATH": "/opt/dishu", "LD_LIBRARY_PATH_ORIG": "/x"},
            {"LD_LIBRARY_PATH": "/x", "LD_LIBRARY_PATH_ORIG": "/x"},
        ),
    ],
)
def test_programs_of_the_system_get_its_own_libraries(given, passed_on):
    assert system_environment(given) == passed_on
