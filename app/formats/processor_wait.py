"""How long a process was ready to run while others had the processors."""

from pathlib import Path

_NANOSECONDS = 1e9


def seconds_waited(pid: int | None) -> float:
    """Seconds since its start that the process stood in the queue for a processor; 0 where nobody counts it.

    Linux counts it (``schedstat``: time on the processor, time in the queue, turns).
    """
    try:
        _, queued, _ = Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return 0.0
    return int(queued) / _NANOSECONDS
