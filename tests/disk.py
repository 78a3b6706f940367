"""What a process told the disk, and what may be left of it when the power goes.

A disk owes nothing but what was synced. Between two syncs it may have kept any part of what was written,
in any order, and half of a block. ``record`` runs a program under ``strace`` and reads from its calls what
it wrote, synced, renamed and removed in a folder; :class:`Disk` replays that up to any moment and lays
out what a power cut there could have left. Names are kept more strictly than most file systems do: a new
or changed name is promised only once its folder was synced, with all changes of names before it.
"""

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

CALLS = (
    "openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,unlink,unlinkat,lseek,"
    "pwritev,writev,sendfile,copy_file_range,fallocate"
)
STRACE = (
    *("strace", "--follow-forks", "--seccomp-bpf", "--decode-fds=path", "-xx", "--string-limit=33554432"),
    *("--signal=none", "--status=successful", f"--trace={CALLS}"),
)
SECTORS = (512, 4096)
STANDARD_OUTPUT = "1"
_LINE = re.compile(rb"^\d+ +(\w+)\((.*)\) += (-?\d+)(?:<([^>]*)>)?$")
_PLACE = re.compile(rb"^(\w+)<([^>]*)>")
_QUOTED = re.compile(rb'"([^"]*)"')
_NUMBER = re.compile(rb", (-?\d+)$")


def can_record() -> bool:
    """Whether this system lets a program be watched."""
    if sys.platform != "linux" or not shutil.which("strace"):
        return False
    return subprocess.run([*STRACE, "-o", "/dev/null", "true"], check=False).returncode == 0


@dataclass(frozen=True, slots=True)
class Call:
    """One call that succeeded. ``path``: the file; ``other``: its new name; ``at``: place or size."""

    name: str
    path: str
    data: bytes = b""
    at: int = 0
    other: str = ""
    flags: str = ""


def record(command: Sequence[str | Path], trace: Path) -> list[Call]:
    """Run a program to its end and return what it told the disk, and what it printed, in order."""
    subprocess.run([*STRACE, "-o", trace, *command], check=True, stdout=subprocess.DEVNULL)
    with trace.open("rb") as lines:
        return [call for line in lines if (call := _call(line.rstrip())) is not None]


def _call(line: bytes) -> Call | None:
    found = _LINE.match(line)
    if found is None:
        return None
    name, arguments, result, opened = found[1].decode(), found[2], int(found[3]), found[4]
    quoted = [_plain(text) for text in _QUOTED.findall(arguments)]
    place = _PLACE.match(arguments)
    held = _plain(place[2]).decode() if place else ""
    number = _NUMBER.search(arguments)
    if name == "openat":
        return Call(name, _plain(opened or b"").decode(), flags=arguments.decode())
    if name == "rename":
        return Call(name, quoted[0].decode(), other=quoted[1].decode())
    if name in {"unlink", "unlinkat"}:
        return Call("unlink", str(Path(held) / quoted[0].decode()))
    if name == "write" and place and place[1].decode() == STANDARD_OUTPUT:
        return Call("print", "", quoted[0])
    if name == "lseek":
        return Call(name, held, at=result)
    return Call(name, held, quoted[0] if quoted else b"", int(number[1]) if number else 0)


def _plain(text: bytes) -> bytes:
    return bytes.fromhex(text.replace(rb"\x", b"").decode())


@dataclass(frozen=True, slots=True)
class Change:
    """A piece written at a place, or (without ``data``) a new size."""

    at: int
    data: bytes | None

    def apply(self, body: bytearray) -> None:
        """Do it to the bytes of a file."""
        end = self.at + len(self.data or b"")
        if len(body) < end:
            body.extend(bytes(end - len(body)))
        if self.data is None:
            del body[self.at :]
        else:
            body[self.at : end] = self.data


@dataclass(slots=True)
class _Inode:
    """A file: what is promised of it, and what was said since."""

    kept: bytearray
    since: list[Change] = field(default_factory=list)

    def sync(self) -> None:
        for change in self.since:
            change.apply(self.kept)
        self.since.clear()


class Disk:
    """The files below a folder as a disk has been told of them so far."""

    def __init__(self, folder: Path, leave_out: str) -> None:
        """``folder`` as it is now counts as synced; paths that contain ``leave_out`` are not looked at."""
        self._folder = folder
        self._leave_out = leave_out
        files = [path for path in folder.rglob("*") if path.is_file()]
        self._now = {str(path): _Inode(bytearray(path.read_bytes())) for path in files}
        self._promised = dict(self._now)
        self._renamings: list[tuple[str, str, _Inode | None]] = []
        """Former name, new name, file; an empty former name for a new file, an empty new one for a lost."""
        self._places: dict[str, int] = {}

    def take(self, call: Call) -> bool:
        """Note a call; whether it concerned these files."""
        if not call.path.startswith(str(self._folder)) or self._leave_out in call.path:
            return False
        match call.name:
            case "openat":
                return self._open(call)
            case "rename":
                self._rename(call.path, call.other)
            case "unlink":
                self._rename(call.path, "")
            case "lseek":
                self._places[call.path] = call.at
            case "fsync" | "fdatasync":
                self._sync(call.path)
            case "write" | "pwrite64" | "ftruncate":
                self._change(call)
            case _:
                raise NotImplementedError(call.name)
        return True

    def _open(self, call: Call) -> bool:
        self._places[call.path] = 0
        if "O_CREAT" in call.flags and call.path not in self._now:
            self._now[call.path] = _Inode(bytearray())
            self._renamings.append(("", call.path, self._now[call.path]))
            return True
        if "O_TRUNC" in call.flags:
            self._now[call.path].since.append(Change(0, None))
        return "O_TRUNC" in call.flags

    def _rename(self, former: str, new: str) -> None:
        held = self._now.pop(former, None)
        if held is None:
            return
        if new:
            self._now[new] = held
        self._renamings.append((former, new, held if new else None))

    def _sync(self, path: str) -> None:
        if path in self._now:
            self._now[path].sync()
            return
        concerned = [
            number
            for number, (former, new, _) in enumerate(self._renamings, 1)
            if str(Path(former).parent) == path or str(Path(new).parent) == path
        ]
        for former, new, held in self._renamings[: max(concerned, default=0)]:
            _rename(self._promised, former, new, held)
        del self._renamings[: max(concerned, default=0)]

    def _change(self, call: Call) -> None:
        held = self._now.get(call.path)
        if held is None:
            return  # written through an open file whose name is gone
        if call.name == "ftruncate":
            held.since.append(Change(call.at, None))
        elif call.name == "pwrite64":
            held.since.append(Change(call.at, call.data))
        else:
            held.since.append(Change(self._places.get(call.path, 0), call.data))
            self._places[call.path] = self._places.get(call.path, 0) + len(call.data)

    def lay_out(self, target: Path, chance: random.Random) -> None:
        """Write into a new folder what a power cut now could leave."""
        share = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        names = dict(self._promised)
        for former, new, held in self._renamings[: chance.randint(0, len(self._renamings))]:
            _rename(names, former, new, held)
        bodies: dict[int, bytes] = {}
        for path, held in names.items():
            if id(held) not in bodies:
                body = bytearray(held.kept)
                for change in _survivors(held.since, share, chance):
                    change.apply(body)
                bodies[id(held)] = bytes(body)
            place = target / Path(path).relative_to(self._folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(bodies[id(held)])


def _rename(names: dict[str, _Inode], former: str, new: str, held: _Inode | None) -> None:
    names.pop(former, None)
    if held is not None:
        names[new] = held


def _survivors(changes: Sequence[Change], share: float, chance: random.Random) -> Iterator[Change]:
    """Each change is kept with this probability; of those kept, some are torn at the disk's blocks."""
    sector = chance.choice(SECTORS)
    for change in changes:
        if chance.random() >= share:
            continue
        if change.data is None or chance.random() < 0.7:
            yield change
        else:
            yield from _torn(change.at, change.data, sector, chance)


def _torn(at: int, data: bytes, sector: int, chance: random.Random) -> Iterator[Change]:
    """Every second block of a piece, more or less."""
    start = 0
    while start < len(data):
        end = min(len(data), (at + start) // sector * sector + sector - at)
        if chance.random() < 0.5:
            yield Change(at + start, data[start:end])
        start = end
