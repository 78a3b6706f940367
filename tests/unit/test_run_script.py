"""The script that sets up and starts the program, as far as it can be tried without setting up."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("argv", "command", "arguments", "locks"),
    [
        ([], "window", (), ("runtime",)),
        (["demo"], "demo", (), ("runtime",)),
        (["test"], "test", (), ("runtime", "test")),
        (["--ocr", "test"], "test", (), ("ocr", "runtime", "test")),
        (["dishu", "search", "库", "--limit", "3"], "dishu", ("search", "库", "--limit", "3"), ("runtime",)),
    ],
)
def test_command_line_is_understood(argv: list[str], command: str, arguments: tuple, locks: tuple) -> None:
    request = run.parse(argv)
    assert request is not None
    assert (request.command, request.arguments, request.locks) == (command, arguments, locks)


@pytest.mark.parametrize("argv", [["dmeo"], ["--wheels"], ["--quick", "test"], ["demo", "again"]])
def test_wrong_use_is_told_and_does_nothing(argv: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "run.py", *argv], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "python3 run.py demo" in done.stderr


def test_wheels_folder_is_an_absolute_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    request = run.parse(["--wheels", "w", "demo"])
    assert request is not None
    assert request.wheels == tmp_path / "w"
    with pytest.raises(run.SetupError, match="--wheels"):
        run.install_locks(("runtime",), request.wheels)


@pytest.fixture
def stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "stamp.json"
    monkeypatch.setattr(run, "STAMP", path)
    return path


@pytest.mark.usefixtures("stamp")
def test_a_finished_setup_is_remembered() -> None:
    assert run.read_stamp() == {}
    locks = {"runtime": run.lock_hash("runtime")}
    run.write_stamp(locks)
    assert run.read_stamp() == locks


@pytest.mark.parametrize(
    "change",
    [
        {"root": "/elsewhere"},
        {"python": "3.10.0"},
        {"locks": None},
        {"locks": {"gone": "0"}},
    ],
)
def test_a_moved_or_foreign_setup_is_made_again(stamp: Path, change: dict) -> None:
    run.write_stamp({"runtime": "0"})
    stamp.write_text(
        json.dumps({**json.loads(stamp.read_text(encoding="utf-8")), **change}), encoding="utf-8"
    )
    assert run.read_stamp() == {}


@pytest.mark.parametrize("content", ["", "[]", "{", "null", '{"root": 1}'])
def test_a_half_written_stamp_counts_for_nothing(stamp: Path, content: str) -> None:
    stamp.write_text(content, encoding="utf-8")
    assert run.read_stamp() == {}


def test_lock_files_pin_every_package_with_hashes_and_name_no_server() -> None:
    for path in (ROOT / "requirements").glob("*.lock"):
        text = path.read_text(encoding="utf-8")
        blocks = [block for block in text.replace("\\\n", " ").splitlines() if not block.startswith("#")]
        assert blocks
        assert all("==" in block and "--hash=sha256:" in block for block in blocks)
        assert "://" not in text


def test_libraries_are_found_by_loading_them() -> None:
    assert not run.loads("libdoesnotexist.so.9")


def test_advice_is_one_command() -> None:
    advice = run.packages_advice(["libegl1", "fonts-noto-cjk"])
    assert "libegl1" in advice or "软件包管理器" in advice
    assert "\n" not in advice


def test_every_check_is_run_and_told_even_if_one_fails(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    steps = {
        "ruff": ("-c", "raise SystemExit(1)"),
        "mypy": ("-c", "print('types are wrong'); raise SystemExit(1)"),
        "pytest": ("-c", "print('tests are right')"),
    }
    monkeypatch.setattr(run, "TEST_STEPS", steps)
    monkeypatch.setattr(run, "PYTHON", sys.executable)
    assert run.run_tests(run.Request("test")) == 1
    told = capfd.readouterr()
    assert told.out.strip() == "tests are right"
    assert "types are wrong" in told.err
    assert [line.split()[0] for line in told.err.splitlines() if "通过" in line] == ["ruff", "pytest", "mypy"]
    monkeypatch.setattr(run, "TEST_STEPS", {"mypy": ("-c", ""), "pytest": ("-c", "")})
    assert run.run_tests(run.Request("test")) == 0
