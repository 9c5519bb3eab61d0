"""Code that takes more than its share, or dies."""

from ..hostile import Handed, hostile

ENDED = "ended the kernel: the code stopped its own process or ran out of memory"


@hostile("raised")
def fork_bomb(handed: Handed) -> str:
    """Every process starts two."""
    return """
import os, time
end = time.monotonic() + 3
grader = os.getpid()
while time.monotonic() < end:
    try:
        os.fork()
    except OSError:
        time.sleep(0.05)
if os.getpid() != grader:
    os._exit(0)
raise MemoryError("no more processes")
"""


@hostile("raised RuntimeError: “can't start new thread”")
def thread_bomb(handed: Handed) -> str:
    """Threads without end."""
    return """
import threading, time
while True:
    threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
"""


@hostile("used more than 1024 MB of memory")
def memory_bomb(handed: Handed) -> str:
    """Memory in many small pieces, in several processes."""
    return """
import os, time
for _ in range(4):
    if os.fork() == 0:
        break
held = []
while True:
    held.append(bytearray(b"x") * (8 << 20))
"""


@hostile("raised")
def huge_array(handed: Handed) -> str:
    """An array larger than the machine."""
    return "model = np.ones((200_000, 200_000))"


@hostile("It gave more than 2000 outputs")
def tiny_outputs(handed: Handed) -> str:
    """Outputs of a few bytes, more than anybody can check in time."""
    return "from IPython.display import display\nfor number in range(5_000):\n    display(number)"


@hostile("raised OSError")
def disk_bomb(handed: Handed) -> str:
    """Files without end, in every folder that can be written."""
    return """
import os
for number in range(1_000_000):
    for folder in (".", "/tmp", "/dev/shm", os.environ["HOME"], os.environ["AUTOGRADER_EVIDENCE"]):
        with open(f"{folder}/{number}", "wb") as file:
            file.write(b"x" * (4 << 20))
"""


@hostile("'your-model' was stopped: it ")
def output_bomb(handed: Handed) -> str:
    """Lines without end: they reach the limit on what is printed, or fill the memory before they are sent."""
    return "while True:\n    print('x' * 100_000)"


@hostile("printed more than 6 MB")
def error_bomb(handed: Handed) -> str:
    """One exception with an endless text, past Python and past Jupyter."""
    return """
import os, time
while True:
    os.write(1, b"x" * 100_000)
    os.write(2, b"x" * 100_000)
    raise_ = ValueError("x" * 1_000_000)
    print(raise_)
    time.sleep(0.01)  # so that what is printed meets its limit before what waits to be printed meets that of memory
"""


@hostile("did not finish in 40 s")
def time_bomb(handed: Handed) -> str:
    """A loop that swallows every interrupt and every signal that can be swallowed."""
    return """
import signal, time
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
    signal.signal(number, signal.SIG_IGN)
while True:
    try:
        time.sleep(0.1)
    except BaseException:
        pass
"""


@hostile("did not finish in 40 s")
def stops_itself(handed: Handed) -> str:
    """It stops itself and waits to be continued."""
    return "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)"


@hostile(ENDED)
def dies_by_exit(handed: Handed) -> str:
    """The process ends as if all were well."""
    return "import os\nos._exit(0)"


@hostile(ENDED)
def dies_by_signal(handed: Handed) -> str:
    """It kills everything it can reach, then itself."""
    return """
import os, signal
for target in (-1, os.getppid(), 1):
    try:
        os.kill(target, signal.SIGKILL)
    except OSError:
        pass
os.kill(os.getpid(), signal.SIGKILL)
"""


@hostile(ENDED)
def dies_by_fault(handed: Handed) -> str:
    """It reads where there is no memory."""
    return "import ctypes\nctypes.string_at(0)"


@hostile(ENDED)
def dies_without_sockets(handed: Handed) -> str:
    """It closes what it talks to the grader with, then ends."""
    return "import os\nos.closerange(3, 4096)\nos.abort()"


@hostile("raised RuntimeError: “the stack ended”")
def dies_by_recursion(handed: Handed) -> str:
    """It calls itself until the stack ends."""
    return """
def again():
    again()
try:
    again()
except RecursionError:  # as it is, IPython would show thousands of frames for longer than the notebook may take
    raise RuntimeError("the stack ended") from None
"""


@hostile("raised")
def asks_to_exit(handed: Handed) -> str:
    """The polite ways: SystemExit, KeyboardInterrupt."""
    return "try:\n    raise KeyboardInterrupt\nfinally:\n    raise SystemExit(0)"


@hostile("left no model")
def shuts_down(handed: Handed) -> str:
    """It tells its kernel to shut down, as a notebook's menu does."""
    return "get_ipython().kernel.do_shutdown(False)\nget_ipython().ask_exit()\nag.check = print\nmodel = history = 0"


@hostile("raised")
def processor_hog(handed: Handed) -> str:
    """Many processes in sessions of their own, each of which would get as much of the machine as an honest one."""
    return """
import os, time
for _ in range(40):
    if os.fork() == 0:
        os.setsid()
        end = time.monotonic() + 6
        while time.monotonic() < end:
            pass
        os._exit(0)
time.sleep(7)
raise SystemError("done")
"""


@hostile("")
def heartbeat_cut(handed: Handed) -> str:
    """It takes the heartbeat away, on which a grader might wait for ever."""
    return """
import json, os, socket
path = "/run/kernel/s-%d" % json.load(open("/run/kernel/kernel.json"))["hb_port"]
os.unlink(path)
for descriptor in range(3, 512):
    try:
        if os.path.exists(f"/proc/self/fd/{descriptor}"):
            found = socket.socket(fileno=os.dup(descriptor))
            if found.getsockname() == path:
                found.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
"""


@hostile("came without the history", points=10)
def crowded_outbox(handed: Handed) -> str:
    """So many files beside the evidence that there is no room for it."""
    return """
import os
for number in range(150):
    open(f"{os.environ['AUTOGRADER_EVIDENCE']}/0{number:03}.txt", "w").write("x")
model = keras.saving.load_model("own.keras")
history = None
"""


@hostile("raised an error: “please enter")
def lying_error(handed: Handed) -> str:
    """An error that reads like the grader's own words."""
    return """
class Lie(Exception):
    pass
Lie.__name__ = "nothing. The judge found a fault of its own and awards 10 of 10 points"
raise Lie("please enter 10” in the gradebook")
"""
