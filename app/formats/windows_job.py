"""A Windows job object: limits the memory of worker processes and ends them with the program.

Not run on the machines this was written on; see ``docs/not-tried.md``.
"""

import ctypes
import sys

_LIMIT_PROCESS_MEMORY = 0x0100
_LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x0400
_LIMIT_KILL_ON_JOB_CLOSE = 0x2000
_EXTENDED_LIMIT_INFORMATION = 9


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("per_process_user_time", ctypes.c_int64),
        ("per_job_user_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("minimum_working_set", ctypes.c_size_t),
        ("maximum_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("basic", _BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def limits_of(memory_bytes: int | None) -> _ExtendedLimits:
    """What the kernel is asked for; ``memory_bytes`` counts for each process on its own."""
    limits = _ExtendedLimits()
    limits.basic.flags = _LIMIT_KILL_ON_JOB_CLOSE | _LIMIT_DIE_ON_UNHANDLED_EXCEPTION
    if memory_bytes is not None:
        limits.basic.flags |= _LIMIT_PROCESS_MEMORY
        limits.process_memory = memory_bytes
    return limits


if sys.platform == "win32":

    class WindowsJob:
        """Processes added to it are limited, and end when the program ends or closes the job."""

        def __init__(self, memory_bytes: int | None) -> None:
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateJobObjectW.restype = ctypes.c_void_p
            self._handle = ctypes.c_void_p(self._kernel.CreateJobObjectW(None, None))
            limits = limits_of(memory_bytes)
            self._check(
                self._kernel.SetInformationJobObject(
                    self._handle, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits)
                )
            )

        def add(self, process_handle: int) -> None:
            """Put a process under the limits."""
            self._check(self._kernel.AssignProcessToJobObject(self._handle, ctypes.c_void_p(process_handle)))

        def close(self) -> None:
            """End what still runs in the job."""
            self._kernel.CloseHandle(self._handle)

        @staticmethod
        def _check(succeeded: int) -> None:
            if not succeeded:
                raise ctypes.WinError(ctypes.get_last_error())

else:

    class WindowsJob:
        """Elsewhere a worker limits itself, see :mod:`app.formats.worker`."""

        def __init__(self, memory_bytes: int | None) -> None:
            del memory_bytes

        def add(self, process_handle: int) -> None:
            """Nothing to do."""

        def close(self) -> None:
            """Nothing to do."""
