#!/usr/bin/env python3
"""Set Dishu up in this checkout and start it; needs Python 3.11-3.13 and nothing else.

    python3 run.py                      open the window
    python3 run.py demo                 build the sample archive in demo/ and run the whole job on it
    python3 run.py test                 lint, types and all tests, without a screen
    python3 run.py build                the program as a folder that needs no Python (dist/dishu), then tried
    python3 run.py dishu ARGUMENTS...   the command line

Options before the command: ``--wheels DIR`` installs from a folder of wheels without network,
``--ocr`` also installs what is needed to read scans.

The first run makes ``.venv`` and installs the exact versions, checked by hash, of
``requirements/*.lock``; later runs use it as it is until a lock file changes. An interrupted
set-up is resumed by running the same command again. Exit status: that of the command; 2 wrong
use; 3 the set-up could not be done.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "dishu-setup.json"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
PYTHON = SCRIPTS / f"python{SUFFIX}"
DISHU = SCRIPTS / f"dishu{SUFFIX}"
DEMO = ROOT / "demo"

OLDEST, NEWEST = (3, 11), (3, 13)
WRONG_USE, NOT_DONE, INTERRUPTED = 2, 3, 130

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""What PySide6 needs even without a screen: the library and the Debian package that holds it."""

SCREEN_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""What Qt loads in addition to open a window under X11."""

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
FONT_NAMES = ("cjk", "wqy", "sourcehan", "simsun", "simhei", "fangsong", "uming", "ukai", "notosanssc")
FONT_PACKAGE = "fonts-noto-cjk"


class SetupError(Exception):
    """The set-up cannot go on; takes what happened and what a person can do."""


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    command: str
    arguments: tuple[str, ...] = ()
    wheels: Path | None = None
    with_ocr: bool = False

    @property
    def locks(self) -> tuple[str, ...]:
        """The names of the lock files that must be installed for this command."""
        wanted = {"runtime"}
        if self.command in {"test", "build"}:
            wanted.add(self.command)
        if self.with_ocr:
            wanted.add("ocr")
        return tuple(sorted(wanted))


def main(argv: list[str]) -> int:
    """Do what ``argv`` asks for and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    request = parse(argv)
    if request is None:
        say(f"{__doc__}")
        return WRONG_USE
    try:
        set_up(request)
        return COMMANDS[request.command](request)
    except SetupError as error:
        say("\n".join(["未能完成：", *map(str, error.args)]))
        return NOT_DONE
    except KeyboardInterrupt:
        say("已中断。再次运行同一命令即可接着做。")
        return INTERRUPTED


def parse(argv: list[str]) -> Request | None:
    """Read the command line; ``None`` when it cannot be understood."""
    rest = list(argv)
    wheels: Path | None = None
    with_ocr = False
    while rest and rest[0].startswith("-"):
        option = rest.pop(0)
        if option == "--ocr":
            with_ocr = True
        elif option == "--wheels" and rest:
            wheels = Path(rest.pop(0)).expanduser().resolve()
        else:
            return None
    command = rest.pop(0) if rest else "window"
    if command not in COMMANDS or (rest and command != "dishu"):
        return None
    return Request(command, tuple(rest), wheels, with_ocr)


def say(message: str) -> None:
    """Print a line for the person at the terminal, on standard error and at once."""
    if message:
        print(message, file=sys.stderr, flush=True)


# ---- set-up ----------------------------------------------------------------------------------


def set_up(request: Request) -> None:
    """Bring ``.venv`` to the state the lock files describe; quick when it is there already."""
    check_python()
    check_system(request)
    installed = read_stamp()
    wanted = {name: lock_hash(name) for name in sorted({*request.locks, *installed})}
    if wanted == installed and PYTHON.exists() and DISHU.exists():
        return
    started = time.monotonic()
    STAMP.unlink(missing_ok=True)
    make_environment()
    discard_half_installed()
    install_locks(tuple(wanted), request.wheels)
    install_launcher()
    compile_packages()
    write_stamp(wanted)
    say(f"准备完毕，用时 {time.monotonic() - started:.0f} 秒。")


def check_python() -> None:
    """Refuse a Python that the locked packages do not support."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(map(str, sys.version_info[:3]))
        advice = "请安装其中一个版本，再用它运行本文件，例如：python3.11 run.py"
        raise SetupError(f"需要 Python 3.11、3.12 或 3.13，当前是 {found}。", advice)


def lock_hash(name: str) -> str:
    """The SHA-256 of the lock file ``name``."""
    path = lock_path(name)
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise SetupError(f"读不到锁定文件 requirements/{path.name}。", "请重新取得完整的源代码。") from error


def lock_path(name: str) -> Path:
    """Where the lock file ``name`` stands."""
    return ROOT / "requirements" / f"{name}.lock"


def read_stamp() -> dict[str, str]:
    """The lock files, with hashes, that ``.venv`` was completed from.

    Empty if it was never completed, if the checkout has moved since, or if it was made for another Python.
    """
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        if stamp["root"] != str(ROOT) or stamp["python"] != sys.version:
            return {}
        return {name: digest for name, digest in stamp["locks"].items() if lock_path(name).exists()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_stamp(locks: dict[str, str]) -> None:
    """Record that ``.venv`` is complete; written last, so that a broken set-up has none."""
    stamp = {"root": str(ROOT), "python": sys.version, "locks": locks}
    STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def make_environment() -> None:
    """Make ``.venv`` unless a working one of this Python stands there."""
    if environment_works():
        return
    say("正在建立独立的 Python 环境 .venv ……")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    run_step(command, "无法建立 .venv。", "请确认磁盘有空间、目录可写；Debian 类系统需要 python3-venv。")


def environment_works() -> bool:
    """Whether ``.venv`` has a Python of this version, made at this place, and a pip."""
    if not PYTHON.exists():
        return False
    probe = "import pip, sys; print(sys.version); print(sys.prefix)"
    command = [str(PYTHON), "-c", probe]
    done = subprocess.run(command, capture_output=True, text=True, env=clean_environment(), check=False)
    return done.returncode == 0 and done.stdout.splitlines() == [*sys.version.splitlines(), str(VENV)]


def discard_half_installed() -> None:
    """Make pip forget a package that it was installing when the last set-up was interrupted."""
    for record in VENV.rglob("*.dist-info"):
        if not (record / "INSTALLER").exists():  # what pip writes after everything else
            shutil.rmtree(record)


def install_locks(names: tuple[str, ...], wheels: Path | None) -> None:
    """Install the locked packages, each file checked against its hash, none built from source."""
    say(f"正在安装锁定的组件（{'、'.join(names)}），首次需要几分钟……")
    command = [*pip_install(), "--require-hashes", "--only-binary", ":all:"]
    if wheels is not None:
        if not wheels.is_dir():
            raise SetupError(f"--wheels 指定的目录不存在：{wheels}", "请给出存放安装包（*.whl）的目录。")
        command += ["--no-index", "--find-links", str(wheels)]
    for name in names:
        command += ["-r", str(lock_path(name))]
    advice = "请检查网络后再运行一次，已下载的部分不会重来；没有网络时用 --wheels 指定安装包目录。"
    run_step(command, "组件没有全部装好。", advice)


def install_launcher() -> None:
    """Put the ``dishu`` command into ``.venv``; it runs the source in this checkout."""
    command = [*pip_install(), "--no-index", "--no-build-isolation", "--editable", str(ROOT)]
    run_step(command, "无法安装 dishu 命令。", "请确认源代码目录可写，再运行一次。")


def pip_install() -> list[str]:
    """The beginning of every call of pip."""
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    return [*pip, "install", "-qq", "--no-deps", "--no-compile"]


def compile_packages() -> None:
    """Compile what was installed on all processors; pip would use one. What is no Python of today stays as it is."""
    command = [str(PYTHON), "-m", "compileall", "-q", "-j", "0", str(VENV)]
    subprocess.run(command, capture_output=True, env=clean_environment(), check=False)


def run_step(command: list[str], failure: str, advice: str) -> None:
    """Run one step of the set-up, its complaints visible."""
    if subprocess.run(command, cwd=ROOT, env=clean_environment(), check=False).returncode != 0:
        raise SetupError(failure, advice)


def clean_environment() -> dict[str, str]:
    """The environment without what would lead a Python to other packages than those of ``.venv``."""
    return {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "PYTHONHOME"}}


# ---- what the operating system must bring ----------------------------------------------------


def check_system(request: Request) -> None:
    """On Linux, look for what cannot come from wheels; on Debian-like systems install it as root."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages(request.command)
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        install_packages(missing)
        missing = missing_packages(request.command)
    if not missing:
        return
    say(f"系统缺少：{'、'.join(missing)}。{packages_advice(missing)}")
    if importlib.util.find_spec("ensurepip") is None and not PYTHON.exists():
        raise SetupError("没有 venv 模块，无法建立运行环境。", packages_advice(missing))
    if request.command in {"window", "test", "build"} and set(missing) & set(QT_LIBRARIES.values()):
        raise SetupError("缺少显示界面所需的系统库。", packages_advice(missing))


def missing_packages(command: str) -> list[str]:
    """The Debian packages that this machine lacks for ``command``."""
    missing = []
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python3.{sys.version_info[1]}-venv")
    if command == "build" and shutil.which("objdump") is None:
        missing.append("binutils")
    libraries = QT_LIBRARIES | (SCREEN_LIBRARIES if command in {"window", "build"} else {})
    missing += [package for library, package in libraries.items() if not loads(library)]
    if not has_chinese_font():
        missing.append(FONT_PACKAGE)
    return missing


def loads(library: str) -> bool:
    """Whether the dynamic linker finds ``library``."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Whether a font file known to hold Chinese characters is installed."""
    for folder in FONT_FOLDERS:
        for path in Path(folder).expanduser().rglob("*"):
            name = path.name.lower().replace("-", "").replace("_", "")
            if path.suffix.lower() in {".ttf", ".ttc", ".otf"} and any(part in name for part in FONT_NAMES):
                return True
    return False


def packages_advice(packages: list[str]) -> str:
    """The one command that installs ``packages``, as far as we know it."""
    if shutil.which("apt-get"):
        names = " ".join(packages)
        return f"请执行：sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
    return "请用系统的软件包管理器安装与上述 Debian 软件包相当的组件。"


def install_packages(packages: list[str]) -> None:
    """Install Debian packages; the package lists are fetched when there are none or they are stale."""
    say(f"正在安装系统组件：{'、'.join(packages)} ……")
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if any(Path("/var/lib/apt/lists").glob("*_Packages*")) and apt(install):
        return
    apt(["apt-get", "update", "-q"])
    apt(install)


def apt(command: list[str]) -> bool:
    """Run apt-get without questions and with its chatter kept off standard output."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        say(done.stderr.strip())
    return done.returncode == 0


# ---- commands --------------------------------------------------------------------------------


def call(*arguments: str, output: IO[str] | None = None, **environment: str) -> int:
    """Run the Python of ``.venv`` in the checkout and return its exit status; ``output`` takes what it prints."""
    env = {**clean_environment(), **environment}
    return subprocess.run(
        [PYTHON, *arguments], cwd=ROOT, env=env, stdout=output, stderr=output, check=False
    ).returncode


def run_window(_request: Request) -> int:
    """Open the window."""
    return call("-m", "app")


def run_dishu(request: Request) -> int:
    """Pass the arguments to the command line, in the folder the person stands in."""
    return subprocess.run([DISHU, *request.arguments], env=clean_environment(), check=False).returncode


def run_demo(_request: Request) -> int:
    """Build the sample archive and run the whole job on it."""
    archive = DEMO / "archive"
    return call("-m", "tests.samples", str(archive)) or call("-m", "app", "demo", str(archive))


BY_FILE = ("--dist", "loadfile", "--no-loadscope-reorder")
"""A worker takes one file of tests after the other by name: those that start processes and take longest come early."""

TEST_STEPS = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "mypy": ("-m", "mypy"),
    "pytest": ("-m", "pytest", "-q", "-n", "2", *BY_FILE, "--durations=10"),
}


def run_tests(_request: Request) -> int:
    """Run every check even if one fails, and print how long each took.

    Types are checked while the tests run, which often wait; what is said of them is printed behind.
    """
    with (
        ThreadPoolExecutor(1) as beside,
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said,
    ):
        types = beside.submit(run_check, "mypy", said)
        checks = [run_check(name) for name in TEST_STEPS if name != "mypy"]
        checks.append(types.result())
        said.seek(0)
        say(said.read().strip())
    say("\n".join(["──", *(check.told for check in checks)]))
    return int(any(check.status for check in checks))


@dataclass(frozen=True)
class Check:
    """One of the steps of a test, done."""

    name: str
    status: int
    seconds: float

    @property
    def told(self) -> str:
        """Its line in the account at the end."""
        return f"{self.name:12} {self.seconds:6.1f} 秒  {'未通过' if self.status else '通过'}"


def run_check(name: str, output: IO[str] | None = None) -> Check:
    """Run one of the steps of a test."""
    say(f"── {name}")
    started = time.monotonic()
    status = call(
        *TEST_STEPS[name],
        output=output,
        QT_QPA_PLATFORM="offscreen",
        PYTHONDONTWRITEBYTECODE="",  # tests start hundreds of processes: each would compile the program anew
    )
    return Check(name, status, time.monotonic() - started)


def run_build(_request: Request) -> int:
    """Freeze the program into ``dist/dishu``, then try it as its user would."""
    build = ("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec")
    return call(*build) or call("-m", "tools.try_build", str(ROOT / "dist" / "dishu"))


COMMANDS = {
    "window": run_window,
    "demo": run_demo,
    "test": run_tests,
    "build": run_build,
    "dishu": run_dishu,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
