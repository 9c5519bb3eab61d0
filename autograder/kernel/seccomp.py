"""Which system calls a student's code may not make: a filter in classic BPF, for x86-64.

It comes on top of the namespaces. It closes ways out of them (new namespaces, mounts, tracing), memory that the watch
on processes cannot see (System V and POSIX queues, anonymous files and shared memory), things of which the whole
machine has a fixed number, and parts of Linux where holes were found often.
"""

from __future__ import annotations

import errno
import struct

_ARCHITECTURE = 0xC000003E  # AUDIT_ARCH_X86_64
_X32_CALLS = 0x40000000
_CLONE, _CLONE3, _SOCKET, _SOCKETPAIR, _PRCTL, _FLOCK, _MMAP = 56, 435, 41, 53, 157, 73, 9
_SHARED, _ANONYMOUS = 0x01, 0x20  # kinds of memory that mmap gives
_NEW_NAMESPACES = 0x7E020000  # every CLONE_NEW… that clone accepts
_UNIX_SOCKETS = 1
_PR_SET_PDEATHSIG = 1

_REFUSED = {
    # other processes
    "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "pidfd_getfd": 438, "kcmp": 312,
    "process_madvise": 440, "process_mrelease": 448, "sched_setaffinity": 203,
    # ways out of the box
    "unshare": 272, "setns": 308, "mount": 165, "umount2": 166, "pivot_root": 155, "chroot": 161, "open_tree": 428,
    "move_mount": 429, "fsopen": 430, "fsconfig": 431, "fsmount": 432, "fspick": 433, "mount_setattr": 442,
    "open_by_handle_at": 304, "name_to_handle_at": 303,
    # memory that belongs to no process
    "shmget": 29, "msgget": 68, "semget": 64, "mq_open": 240, "memfd_create": 319, "memfd_secret": 447,
    "vmsplice": 278,
    # what the whole machine has a fixed number of
    "io_setup": 206,
    # parts of Linux that no notebook needs
    "bpf": 321, "perf_event_open": 298, "userfaultfd": 323, "io_uring_setup": 425, "io_uring_enter": 426,
    "io_uring_register": 427, "add_key": 248, "request_key": 249, "keyctl": 250, "fanotify_init": 300,
    "lookup_dcookie": 212, "personality": 135, "modify_ldt": 154, "iopl": 172, "ioperm": 173, "quotactl": 179,
    "quotactl_fd": 443, "acct": 163, "syslog": 103, "swapon": 167, "swapoff": 168, "reboot": 169, "sethostname": 170,
    "setdomainname": 171, "kexec_load": 246, "kexec_file_load": 320, "init_module": 175, "finit_module": 313,
    "delete_module": 176, "settimeofday": 164, "clock_settime": 227, "adjtimex": 159, "clock_adjtime": 305,
    "vhangup": 153, "nfsservctl": 180,
}  # fmt: skip

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _FIRST_ARGUMENT_AT, _FOURTH_ARGUMENT_AT = 0, 4, 16, 40
_ALLOW, _KILL = 0x7FFF0000, 0x80000000


def program() -> bytes:
    """The filter, ready for :func:`autograder.kernel.system.filter_calls`."""
    return b"".join([
        _step(_LOAD, _ARCHITECTURE_AT),
        _step(_EQUAL, _ARCHITECTURE, if_so=1) + _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER_AT),
        _step(_AT_LEAST, _X32_CALLS, if_not=1) + _step(_RETURN, _KILL),
        *(_refuse(number, errno.EPERM) for number in _REFUSED.values()),
        _refuse(_CLONE3, errno.ENOSYS),  # its flags cannot be looked at; glibc then calls clone
        _refuse_if(_CLONE, _ANY_BIT, _NEW_NAMESPACES, errno.EPERM),
        _refuse_if(_PRCTL, _EQUAL, _PR_SET_PDEATHSIG, errno.EPERM),  # the box dies with its guard
        _refuse(_FLOCK, errno.ENOSYS),  # boxes share files; HDF5 goes on without locks
        _refuse_unless(_SOCKETPAIR, _EQUAL, _UNIX_SOCKETS, errno.EOPNOTSUPP),
        _refuse_unless(_SOCKET, _EQUAL, _UNIX_SOCKETS, errno.EOPNOTSUPP),  # libzmq aborts on other errors
        _refuse_shared_memory(),
        _step(_RETURN, _ALLOW),
    ])  # fmt: skip


def _step(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_so, if_not, value)


def _error(number: int) -> bytes:
    return _step(_RETURN, 0x50000 | number)


def _refuse(call: int, error: int) -> bytes:
    return _step(_EQUAL, call, if_not=1) + _error(error)


def _refuse_if(call: int, test: int, value: int, error: int) -> bytes:
    look = _step(_LOAD, _FIRST_ARGUMENT_AT)
    return (
        _step(_EQUAL, call, if_not=4) + look + _step(test, value, if_not=1) + _error(error) + _step(_RETURN, _ALLOW)
    )


def _refuse_shared_memory() -> bytes:
    """Of no file: its pages stay when no process shows them any more."""
    return b"".join([
        _step(_EQUAL, _MMAP, if_not=5),
        _step(_LOAD, _FOURTH_ARGUMENT_AT),
        _step(_ANY_BIT, _ANONYMOUS, if_not=2),
        _step(_ANY_BIT, _SHARED, if_not=1),
        _error(errno.EPERM),
        _step(_RETURN, _ALLOW),
    ])  # fmt: skip


def _refuse_unless(call: int, test: int, value: int, error: int) -> bytes:
    look = _step(_LOAD, _FIRST_ARGUMENT_AT)
    return _step(_EQUAL, call, if_not=4) + look + _step(test, value, if_so=1) + _error(error) + _step(_RETURN, _ALLOW)
