"""What a box takes is counted, also where its processes end before anybody looks at them."""

import textwrap

from autograder.kernel import Limits

SWARM = """
    import os, signal, time
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits: what a child computed is in no figure
    for _ in range(3):
        if os.fork() == 0:
            while True:
                if os.fork() == 0:
                    end = time.monotonic() + 0.03
                    while time.monotonic() < end:
                        pass
                    os._exit(0)
                time.sleep(0.03)
    time.sleep(120)
    """


def test_children_that_nobody_waits_for_are_counted(run) -> None:
    ran = run(textwrap.dedent(SWARM), limits=Limits(seconds=8))
    assert ran.died
    assert ran.why == "it computed longer than 8 s"


def test_a_few_programs_cost_what_they_take(run) -> None:
    ran = run(*["!true; true; echo it went on"] * 3, limits=Limits(seconds=8))
    assert ran.said.count("it went on") == 3


def test_a_process_that_hides_its_memory_is_charged_with_all_that_is_resident(run) -> None:
    """An ordinary user's guard may not read the figures of a process that cannot be dumped."""
    hoard = """
        import ctypes, os, time
        ctypes.CDLL(None).prctl(4, 0)  # PR_SET_DUMPABLE
        for _ in range(3):
            if os.fork() == 0:
                kept = b"1" * (200 << 20)
                time.sleep(60)
        time.sleep(60)
        """
    ran = run(textwrap.dedent(hoard), limits=Limits(memory=400 << 20))
    assert ran.died
    assert ran.why == "it used more than 400 MB of memory"
