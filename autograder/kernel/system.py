"""The handful of Linux system calls that make a box.

Why ctypes and no dependency: no well-kept package covers namespaces, mounts and pivot_root; one for seccomp or prctl
alone would leave the rest to be done here all the same. A dozen calls of the C library are less to trust.
"""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import struct
from pathlib import Path

_libc = ctypes.CDLL(None, use_errno=True)

NEW_MOUNTS, NEW_HOSTNAME, NEW_IPC = 0x20000, 0x4000000, 0x8000000
NEW_USERS, NEW_PIDS, NEW_NETWORK = 0x10000000, 0x20000000, 0x40000000

READ_ONLY, NO_SETUID, NO_DEVICES, NO_EXECUTION = 1, 2, 4, 8
_BIND, _RECURSIVE, _PRIVATE, _DETACH = 0x1000, 0x4000, 0x40000, 2

_PIVOT_ROOT, _SECCOMP, _CAPSET, _MOUNT_SETATTR = 155, 317, 126, 442  # x86-64
_AT_FDCWD, _AT_RECURSIVE = -100, 0x8000
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS = 1, 4, 24, 38
_CAP_VERSION_3 = 0x20080522
_SECCOMP_SET_MODE_FILTER = 1
CAP_SYS_ADMIN = 21


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def _call(number: int, *arguments: object) -> int:
    return int(_libc.syscall(ctypes.c_long(number), *arguments))


def unshare(what: int) -> None:
    """Leave the namespaces ``what`` for new ones."""
    _checked(_libc.unshare(ctypes.c_int(what)), "unshare")


def mount(kind: str, target: Path, flags: int = 0, options: str = "") -> None:
    """Mount a fresh file system of a kind (tmpfs, proc, devpts)."""
    arguments = (kind.encode(), os.fsencode(target), kind.encode(), ctypes.c_ulong(flags), options.encode())
    _checked(_libc.mount(*arguments), f"mount {kind}")


def bind(source: Path, target: Path) -> None:
    """Show ``source``, with all that is mounted in it, at ``target`` as well."""
    flags = ctypes.c_ulong(_BIND | _RECURSIVE)
    _checked(_libc.mount(os.fsencode(source), os.fsencode(target), None, flags, None), f"bind {source}")


def make_private() -> None:
    """Keep what is mounted from now on from the rest of the machine."""
    flags = ctypes.c_ulong(_RECURSIVE | _PRIVATE)
    _checked(_libc.mount(None, b"/", None, flags, None), "make mounts private")


def restrict(target: Path, flags: int, recursive: bool = True) -> None:
    """Add restrictions (READ_ONLY, NO_SETUID, …) to a mount, and to all below it."""
    attributes = struct.pack("QQQQ", flags, 0, 0, 0)
    where = ctypes.c_uint(_AT_RECURSIVE if recursive else 0)
    path = ctypes.c_char_p(os.fsencode(target))
    size = ctypes.c_size_t(len(attributes))
    _checked(_call(_MOUNT_SETATTR, ctypes.c_int(_AT_FDCWD), path, where, attributes, size), f"restrict {target}")


def change_root(new: Path, old: str) -> None:
    """Make ``new`` the root directory; the old one hangs in its folder ``old`` until it is detached."""
    os.chdir(new)
    _checked(_call(_PIVOT_ROOT, b".", old.encode()), "pivot_root")
    os.chdir("/")


def detach(target: Path) -> None:
    """Take away what is mounted somewhere, with all that is mounted in it."""
    _checked(_libc.umount2(os.fsencode(target), ctypes.c_int(_DETACH)), f"umount {target}")


def die_with(parent: int) -> None:
    """Let the kernel of the machine kill this process when ``parent`` ends, however that ends."""
    _checked(_prctl(_PR_SET_PDEATHSIG, signal.SIGKILL), "PR_SET_PDEATHSIG")
    if os.getppid() != parent:
        os._exit(1)


def open_to_others(is_open: bool) -> None:
    """Let other processes of this user look into this one (trace it, read its /proc), or not even these."""
    _checked(_prctl(_PR_SET_DUMPABLE, int(is_open)), "PR_SET_DUMPABLE")


def bound_capabilities() -> None:
    """Let no later program gain a privilege."""
    for capability in range(64):
        if _prctl(_PR_CAPBSET_DROP, capability) < 0 and ctypes.get_errno() != errno.EINVAL:  # EINVAL: no such
            raise OSError(ctypes.get_errno(), "PR_CAPBSET_DROP")


def drop_capabilities() -> None:
    """Give up every privilege that this process has."""
    header, nothing = struct.pack("Ii", _CAP_VERSION_3, 0), bytes(24)
    _checked(_call(_CAPSET, header, nothing), "capset")
    _checked(_prctl(_PR_SET_NO_NEW_PRIVS, 1), "PR_SET_NO_NEW_PRIVS")


def filter_calls(program: bytes) -> None:
    """Install a filter of system calls, in classic BPF, for every thread of this process and all its children."""
    instructions = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(instructions))
    _checked(_call(_SECCOMP, ctypes.c_uint(_SECCOMP_SET_MODE_FILTER), ctypes.c_uint(1), head), "seccomp")


def is_stopped(process: int) -> bool:
    """Whether somebody stopped a process (SIGSTOP), so that it does nothing until it is told to go on."""
    try:
        return (
            Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(") ")[2][0] in "Tt"
        )
    except (OSError, IndexError):
        return False


def _prctl(option: int, argument: int) -> int:
    zero = ctypes.c_ulong(0)
    return int(_libc.prctl(ctypes.c_int(option), ctypes.c_ulong(argument), zero, zero, zero))
