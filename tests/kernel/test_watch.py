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
