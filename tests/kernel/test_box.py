"""What a hostile notebook tries, what stops it, and that the grader goes on afterwards."""

import os
import resource
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.kernel import Limits

from .conftest import MEGABYTE, Ran, until, warm_processes

pytestmark = [pytest.mark.usefixtures("_light"), pytest.mark.xdist_group("kernel")]
Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _grader_goes_on(run: Run) -> Iterator[None]:
    yield
    assert run("print(6 * 7)").said.strip() == "42"


def refused(*statements: str) -> str:
    """Code that tries each statement and prints those that were not refused."""
    return textwrap.dedent(
        f"""
        import ctypes, errno, os, socket, subprocess, sys
        libc = ctypes.CDLL(None, use_errno=True)
        def call(*arguments):
            if libc.syscall(*arguments) < 0:
                raise OSError(ctypes.get_errno(), "refused")
        done = []
        for statement in {statements!r}:
            try:
                exec(statement)
            except (OSError, subprocess.CalledProcessError):
                continue
            done.append(statement)
        print("succeeded:", done)
        """
    )


NOTHING = "succeeded: []"


def test_no_network(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        ran = run(refused(f"socket.create_connection(('127.0.0.1', {port}), 1)", "socket.socket(socket.AF_INET6)",
                          "socket.socket(socket.AF_NETLINK)", "socket.socket(socket.AF_PACKET)"))  # fmt: skip
        with pytest.raises(TimeoutError):
            server.accept()
    assert NOTHING in ran.said


def test_no_socket_of_the_machine(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "socket"
    abstract = f"\0{path}"
    with socket.socket(socket.AF_UNIX) as named, socket.socket(socket.AF_UNIX) as nameless:
        named.bind(str(path))
        named.listen()
        nameless.bind(abstract)
        nameless.listen()
        addresses = (str(path), abstract)
        ran = run(refused(*(f"socket.socket(socket.AF_UNIX).connect({address!r})" for address in addresses)))
    assert NOTHING in ran.said


def test_nothing_of_the_machine_can_be_written(run: Run) -> None:
    import autograder

    places = [Path(sys.prefix), Path(sys.base_prefix), Path(autograder.__file__).parent, Path("/usr"), Path("/etc")]
    targets = [str(place / "planted") for place in [*places, Path("/"), Path("/dev"), Path("/proc/sys/kernel")]]
    ran = run(refused(*(f"open({target!r}, 'w')" for target in targets), f"os.chmod({autograder.__file__!r}, 0o777)"))
    assert NOTHING in ran.said
    assert not [target for target in targets if Path(target).exists()]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course in which two students have handed in."""
    for student in ("ada", "emil"):
        folder = tmp_path / "course" / "submitted" / student / "wine"
        folder.mkdir(parents=True)
        (folder / "wine.ipynb").write_text(f"the answer of {student}")
    (tmp_path / "course" / "held-out.secret").write_text("the secret of the course")
    (tmp_path / "course" / "evidence" / "emil").mkdir(parents=True)
    return tmp_path / "course"


def test_secrets_and_the_work_of_others_cannot_be_read(run: Run, course: Path) -> None:
    look = """
        import os
        seen = []
        for parent, folders, files in os.walk("/"):
            folders[:] = [name for name in folders if os.path.join(parent, name) not in ("/proc", "/usr", "/sys")]
            seen += [os.path.join(parent, name) for name in files if name in ("held-out.secret", "wine.ipynb")]
        print("seen:", seen)
        """
    secrets = [course / "held-out.secret", course / "submitted" / "emil" / "wine" / "wine.ipynb"]
    paths = [str(path) for path in secrets] + ["../../emil/wine/wine.ipynb", "/etc/shadow", __file__]
    own = course / "submitted" / "ada" / "wine"
    ran = run(refused(*(f"open({path!r})" for path in paths)), textwrap.dedent(look), folder=own)
    assert NOTHING in ran.said
    assert "seen: ['/submission/wine.ipynb']" in ran.said, "one's own work, and no other"


def test_solutions_and_raw_data_cannot_be_read(run: Run) -> None:
    from autograder.datasets.files import data_folder
    from autograder.exercises import exercises_folder

    exercise = exercises_folder() / "red-wine"
    solutions, rubric = exercise / "solutions", exercise / "rubric.py"
    assert solutions.is_dir()
    ran = run(
        refused(f"assert os.listdir({str(solutions)!r})", f"open({str(data_folder() / 'red-wine.csv')!r})"),
        f"print(len(open({str(rubric)!r}).read()))",
    )
    assert NOTHING in ran.said
    assert str(len(rubric.read_text(encoding="utf-8"))) in ran.said, "ag.check reads the rubric"


def test_the_environment_is_scrubbed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "hunter2")
    ran = run(
        "import os; from pathlib import Path\n"
        "print(sorted(os.environ), os.environ['HOME'])\n"
        "print(b'hunter2' in Path('/proc/self/environ').read_bytes())"
    )
    assert "SECRET_TOKEN" not in ran.said
    assert "False" in ran.said


def test_other_processes_are_invisible(run: Run) -> None:
    ran = run(
        "from pathlib import Path\n"
        "names = [p.read_bytes() for p in Path('/proc').glob('[0-9]*/cmdline')]\n"
        "print(len(names), any(b'pytest' in name for name in names))"
    )
    assert ran.said.split() == ["2", "False"], "the first process of the namespace, and the kernel"


def test_the_first_process_of_the_box_is_out_of_reach(run: Run) -> None:
    ran = run(
        refused("open('/proc/1/mem', 'rb')", "os.listdir('/proc/1/fd')", "os.listdir('/proc/1/root')",
                "open('/proc/self/mem', 'wb')",
                "call(101, 16, 1, 0, 0)"),  # ptrace: attach
        "print('alive')",
    )  # fmt: skip
    assert NOTHING in ran.said
    assert "alive" in ran.said


def test_it_can_kill_only_itself(run: Run) -> None:
    with subprocess.Popen(["sleep", "60"]) as bystander:
        ran = run(f"import os; os.kill({bystander.pid}, 9)", "os.kill(-1, 9)", "os.kill(os.getppid(), 9)")
        assert "No such process" in ran.said
        assert bystander.poll() is None
        bystander.kill()


def test_fork_bomb(run: Run) -> None:
    bomb = """
        import os
        forks = 0
        while True:
            try:
                if os.fork() == 0:
                    while True:
                        try:
                            os.fork()
                        except OSError:
                            pass
                forks += 1
            except OSError:
                break
        print("forks:", forks)
        """
    ran = run(textwrap.dedent(bomb), limits=Limits(processes=48))
    assert ran.died or int(ran.said.split("forks:")[1]) < 48
    assert boxes_are_gone()


def boxes_are_gone() -> bool:
    """Nothing of this process' kernels is left but the warm parent."""
    return until(lambda: set(warm_processes(os.getpid()).values()) <= {os.getpid()})


def test_memory_bomb_by_an_array(run: Run) -> None:
    ran = run(
        "import numpy as np; hoard = np.ones(20 * 2**30, dtype='u1')",
        "import mmap; mmap.mmap(-1, 20 * 2**30, mmap.MAP_PRIVATE)",
        "print('alive')",
    )
    assert "allocate" in ran.said
    assert "alive" in ran.said
    assert not ran.died


def test_memory_that_no_process_shows_is_not_given(run: Run) -> None:
    """Shared pages of no file stay when they are dropped from every page table, and are nobody's then."""
    ran = run(
        "import mmap, os; from pathlib import Path",
        "mmap.mmap(-1, 4096)",
        "mmap.mmap(os.open('/dev/zero', os.O_RDWR), 4096)",
        "print(len(mmap.mmap(-1, 5, mmap.MAP_PRIVATE)))",
        "import multiprocessing; print(list(multiprocessing.Array('d', [1, 2])))",
    )
    assert "Operation not permitted" in ran.said
    assert "No such file or directory: '/dev/zero'" in ran.said
    assert "5\n[1.0, 2.0]" in ran.said


def test_memory_bomb_by_several_processes(run: Run) -> None:
    bomb = """
        import os, time
        import numpy as np
        for _ in range(4):
            if os.fork() == 0:
                hoard = np.ones(150 * 2**20, dtype='u1')
                time.sleep(60)
        time.sleep(60)
        """
    ran = run(textwrap.dedent(bomb), limits=Limits(memory=400 * MEGABYTE))
    assert ran.died
    assert ran.why == "it used more than 400 MB of memory"


def test_memory_that_belongs_to_no_process_cannot_be_had(run: Run) -> None:
    ran = run(refused("os.memfd_create('hoard')", "call(29, 0, 2**30, 0o1600)", "call(68, 0, 0o1600)"))
    assert NOTHING in ran.said


def test_a_box_takes_little_of_what_the_machine_has_a_fixed_number_of(run: Run) -> None:
    terminals = """
        import os
        held = []
        try:
            while len(held) < 400:
                held += os.openpty()
        except OSError:
            print("terminals", len(held) // 2)
        """
    ran = run(refused("call(206, 16, bytes(8))"), textwrap.dedent(terminals))  # io_setup
    assert NOTHING in ran.said
    assert "terminals 32" in ran.said


def test_hoarding_in_sockets(run: Run) -> None:
    hoard = """
        import os, socket, time
        pairs = []
        for _ in range(6):
            os.fork()
        while len(pairs) < 100:
            pair = socket.socketpair()
            pair[0].setblocking(False)
            pairs.append(pair)
            pair[0].send(bytes(100_000))
        time.sleep(60)
        """
    ran = run(textwrap.dedent(hoard))
    assert (ran.died, ran.why) == (True, "it opened more than 256 sockets")


def test_filling_the_disk(run: Run) -> None:
    fill = """
        import os
        written = 0
        for folder in ("/tmp", "/dev/shm", ".", "/outbox", "/student", "/run/kernel"):
            try:
                with open(f"{folder}/fill", "wb", buffering=0) as stream:
                    while True:
                        written += stream.write(bytes(2**20))
            except OSError:
                pass
        print("MB:", written >> 20)
        for number in range(10**5):
            try:
                os.mkdir(f"/tmp/{number}")
            except OSError:
                break
        print("folders:", number)
        """
    ran = run(textwrap.dedent(fill), limits=Limits(disk=24 * MEGABYTE))
    assert 10 < int(ran.said.split("MB:")[1].split()[0]) <= 24
    assert int(ran.said.split("folders:")[1]) <= 20_000


@pytest.mark.parametrize("target", ["sys.stdout", "sys.__stderr__", "open(sys.stderr._original_stdstream_copy, 'w')"])
def test_output_flood(target: str, run: Run) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    flood = f"import sys; stream = {target}\nwhile True: stream.write('x' * 2**16)"
    ran = run(flood, limits=Limits(output=8 * MEGABYTE))
    assert ran.died
    assert ran.why == "it printed more than 8 MB"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150 * 1024  # in kB


def test_flood_past_jupyter_through_a_raw_channel(run: Run) -> None:
    """The student owns the kernel's sockets, and may send what is no message at all."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    flood = """
        import gc, os, socket, stat, zmq
        descriptors = [int(name) for name in os.listdir("/proc/self/fd")]
        chunk = bytes(2**16)
        while True:
            for descriptor in descriptors:
                try:
                    if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                        os.set_blocking(descriptor, False)
                        os.write(descriptor, chunk)
                except OSError:
                    pass
        """
    ran = run(textwrap.dedent(flood), limits=Limits(output=4 * MEGABYTE, seconds=20))
    assert ran.died
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150 * 1024  # in kB
    assert boxes_are_gone()


def test_nobody_waits_for_the_heartbeat(run: Run) -> None:
    """Whoever listened to it would wait for ever for a student who answers with what is no message."""
    look = """
        import json, time
        time.sleep(1)
        port = json.load(open("/run/kernel/kernel.json"))["hb_port"]
        print(open("/proc/net/unix").read().count("/run/kernel/s-%d" % port))
        """
    assert run(textwrap.dedent(look)).said == "1\n", "the kernel's own socket, to which nobody is connected"


def test_computing_is_counted_over_all_processes(run: Run) -> None:
    busy = """
        import os
        os.fork() and os.fork()
        while True:
            pass
        """
    ran = run(textwrap.dedent(busy), limits=Limits(seconds=4))
    assert (ran.died, ran.why) == (True, "it computed longer than 4 s")


def test_many_processes_share_one_processor(run: Run) -> None:
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("this machine has one processor")
    hog = """
        import os, time
        for _ in range(12):
            if os.fork() == 0:
                os.setsid()
                end = time.monotonic() + 4
                while time.monotonic() < end:
                    pass
                os._exit(0)
        time.sleep(2)
        print(os.sched_getaffinity(0))
        print({len(os.sched_getaffinity(int(name))) for name in os.listdir("/proc") if name.isdecimal()})
        try:
            os.sched_setaffinity(0, range(os.cpu_count()))
        except PermissionError:
            print("not allowed")
        """
    ran = run(textwrap.dedent(hog))
    assert ran.said.splitlines()[1:] == ["{1}", "not allowed"]


def test_a_crowded_outbox_gives_the_evidence_first(run: Run) -> None:
    crowd = """
        import os
        outbox = os.environ["AUTOGRADER_EVIDENCE"]
        for name in [*(f"0{number:03}.txt" for number in range(150)), "model.keras", "record.json"]:
            open(os.path.join(outbox, name), "w").write("x")
        """
    assert {"model.keras", "record.json"} <= run(textwrap.dedent(crowd)).left.keys()


def test_endless_loop_that_swallows_interrupts(run: Run) -> None:
    loop = """
        import time
        while True:
            try:
                while True:
                    time.sleep(0.01)
            except BaseException:
                pass
        """
    ran = run(textwrap.dedent(loop), limits=Limits(seconds=3))
    assert (ran.died, ran.why) == (True, "it ran longer than 14 s")
    ran = run(textwrap.dedent(loop), timeout=2)
    assert (ran.died, ran.why) == (True, ""), "nbclient's own limit"
    assert boxes_are_gone()


@pytest.mark.parametrize("end", ["import os; os._exit(0)", "import ctypes; ctypes.string_at(0)",
                                 "import os; os.abort()", "import os; os.kill(os.getpid(), 9)"])  # fmt: skip
def test_a_kernel_that_ends_itself(end: str, run: Run) -> None:
    ran = run("print('before')", end, "print('after')")
    assert ran.died
    assert ran.why == ""
    assert "before" in ran.said
    assert "after" not in ran.said


def test_a_daemon_does_not_outlive_the_kernel(run: Run, tmp_path: Path) -> None:
    daemon = """
        import os, signal, time
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                while True:
                    with open("/outbox/log", "a") as stream:
                        stream.write("still here\\n")
                    time.sleep(0.01)
            os._exit(0)
        time.sleep(0.2)
        """
    ran = run(textwrap.dedent(daemon))
    assert b"still here" in ran.left["log"]
    assert boxes_are_gone()
    time.sleep(0.2)
    assert (tmp_path / "evidence" / "log").read_bytes() == ran.left["log"]


def test_no_way_to_more_rights(run: Run) -> None:
    ran = run(
        refused(
            "os.setuid(0)", "os.setgid(0)", "os.setgroups([0])", "os.chroot('/tmp')",
            "os.mknod('/tmp/sda', 0o60600, 2048)",
            "subprocess.run(['mount', '-t', 'tmpfs', 'x', '/tmp'], check=True)",
            "call(165, b'tmpfs', b'/tmp', b'tmpfs', 0, 0)", "call(166, b'/tmp', 2)",  # mount, umount
            *(f"call(272, {flag})" for flag in (0x20000, 0x10000000, 0x40000000, 0x20000000)),  # unshare
            *(f"call(56, {flag} | 17, 0, 0, 0, 0)" for flag in (0x20000, 0x10000000)),  # clone
            "call(435, bytes(64), 64)", "call(308, os.open('/proc/self/ns/net', 0), 0)",  # clone3, setns
            "call(321, 0, bytes(64), 64)", "call(298, bytes(64), 0, -1, -1, 0)", "call(425, 8, bytes(120))",
            "call(157, 1, 0)", "call(250, 0)", "os.nice(-1)",
        ),
        "print(open('/proc/self/status').read())",
    )  # fmt: skip
    assert NOTHING in ran.said
    for line in ("NoNewPrivs:\t1", "Seccomp:\t2", "CapEff:\t0000000000000000", "CapBnd:\t0000000000000000"):
        assert line in ran.said


def test_32_bit_system_calls_end_the_process(run: Run) -> None:
    """They have other numbers, which the filter would read wrongly."""
    code = """
        import ctypes, mmap
        page = mmap.mmap(-1, 4096, mmap.MAP_PRIVATE, prot=7)
        page.write(bytes.fromhex("b814000000cd80c3"))  # getpid by interrupt 0x80
        ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
        """
    assert run(textwrap.dedent(code)).died


def test_links_pipes_and_folders_stay_in_the_outbox(run: Run, course: Path) -> None:
    ran = run(
        "import os; os.chdir('/outbox'); os.mkfifo('pipe')\n"
        f"os.symlink({str(course / 'held-out.secret')!r}, 'link')\n"
        "os.symlink('/etc/passwd', 'model.keras'); os.mkdir('folder'); open('record.json', 'w').write('{}')\n"
        "open('.hidden', 'w').write('x'); open('large', 'wb').truncate(20 * 2**20)",
        limits=Limits(outbox=8 * MEGABYTE),
    )
    assert ran.left == {"record.json": b"{}"}


def test_the_evidence_of_others_cannot_be_written(run: Run, course: Path) -> None:
    theirs = course / "evidence" / "emil"
    ran = run(
        refused(f"open({str(theirs / 'model.keras')!r}, 'w')", f"os.listdir({str(theirs)!r})"),
        f"import os; os.chdir('/outbox'); os.symlink({str(theirs)!r}, 'theirs'); open('mine', 'w').write('1')",
    )
    assert NOTHING in ran.said
    assert ran.left == {"mine": b"1"}
    assert list(theirs.iterdir()) == []


def test_two_kernels_know_nothing_of_each_other(run: Run) -> None:
    said: list[str] = []
    look = (
        "import os, time; name = f'mine-{os.urandom(4).hex()}'\n"
        "for place in ('/tmp', '/dev/shm'): open(f'{place}/{name}', 'w').close()\n"
        "time.sleep(1)\n"
        "print(*(sum(n.startswith('mine-') for n in os.listdir(place)) for place in ('/tmp', '/dev/shm')),\n"
        "      sum(n.isdigit() for n in os.listdir('/proc')))"
    )
    threads = [threading.Thread(target=lambda: said.append(run(look).said.strip())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said == ["1 1 2"] * 2
