"""Code that reads, writes, sends or starts what it should not. What it could do, it prints and counts."""

from ..hostile import Handed, hostile

_ATTEMPT = '''
def attempt(*statements):
    """Try each statement, print what it gave, and end with how many succeeded."""
    done = []
    for statement in statements:
        try:
            print(statement, "gave", eval(statement))
        except BaseException as error:
            print(statement, type(error).__name__, error)
        else:
            done.append(statement)
    raise PermissionError(f"{len(done)} of {len(statements)} succeeded {done}")
'''
NOTHING = "raised PermissionError: “0 of "


def _attempt(*statements: str, before: str = "") -> str:
    tried = "\n".join(f"    {statement!r}," for statement in statements)
    return f"import os, pathlib, socket, subprocess, sys\n{before}{_ATTEMPT}attempt(\n{tried}\n)"


@hostile(NOTHING)
def reads_secrets(handed: Handed) -> str:
    """The instructor's home, the course's secret and gradebook, and what others handed in."""
    return _attempt(
        "open(HOST['home'] + '/secret.txt').read()",
        "open(HOST['course'] + '/held-out.secret').read()",
        "open(HOST['course'] + '/gradebook.db', 'rb').read(100)",
        "open(HOST['course'] + '/notes.txt').read()",
        "open(HOST['course'] + '/submitted/honest/distance-predictor/distance-predictor.ipynb').read()",
        "open(HOST['course'] + '/source/distance-predictor/distance-predictor.ipynb').read()",
        "os.listdir(HOST['course'])",
        "os.listdir(HOST['home'])",
        "open('/etc/shadow').read()",
        "subprocess.check_output(['cat', HOST['home'] + '/secret.txt'], text=True)",
        "open('/proc/self/cwd/../' + HOST['home'] + '/secret.txt').read()",
        "open('/proc/1/root' + HOST['home'] + '/secret.txt').read()",
    )


@hostile(NOTHING)
def reads_exercises(handed: Handed) -> str:
    """The solutions, the mutants and the data behind the exercises; rubrics are public, and no answer."""
    return _attempt(
        "(exercises / 'distance-predictor' / 'notebook.md').read_text()",
        "next((exercises / 'distance-predictor' / 'solutions').iterdir())",
        "next((exercises / 'distance-predictor' / 'mutants').iterdir())",
        "next(data_folder().iterdir())",
        before="from autograder.exercises import exercises_folder\n"
        "from autograder.datasets.files import data_folder\nexercises = exercises_folder()\n",
    )


@hostile(NOTHING)
def reads_environment(handed: Handed) -> str:
    """The grader's environment: its own, that of the process it was forked from, that of everybody in sight."""
    return _attempt(
        "os.environ['CANARY']",
        "pathlib.Path('/proc/self/environ').read_bytes().split(b'CANARY=')[1]",
        "[path.read_bytes().split(b'CANARY=')[1] for path in pathlib.Path('/proc').glob('[0-9]*/environ')][0]",
        "subprocess.check_output('echo ${CANARY?unset}', shell=True)",
        "[line for path in pathlib.Path('/proc').glob('[0-9]*/cmdline') for line in [path.read_text()] "
        "if 'classroom' in line][0]",
    )


@hostile(NOTHING)
def reads_memory(handed: Handed) -> str:
    """The memory of its parents, for the course's secret or another student's work."""
    return _attempt(
        "open(f'/proc/{os.getppid()}/mem', 'rb').read(1)",
        "open('/proc/1/mem', 'rb').read(1)",
        "open('/proc/1/maps').read()",
        "os.readlink('/proc/1/exe')",
        "os.listdir('/proc/1/fd')",
        "open('/proc/kcore', 'rb').read(1)",
        "open('/dev/mem', 'rb').read(1)",
    )


@hostile(NOTHING)
def searches(handed: Handed) -> str:
    """Every folder that can be seen is searched for gradebooks, secrets, notebooks and canaries."""
    return _attempt(
        "[name for name in found if name.endswith('gradebook.db') or name.endswith('.secret')][0]",
        "[name for name in found if 'submitted' in name or 'secret.txt' in name][0]",
        "[name for name in found if name.endswith('.ipynb')][0]",
        before="found = [os.path.join(folder, name) for folder, folders, names in os.walk('/') "
        "if not {'self', 'site-packages'} & {*folders} or folders.clear() for name in names]\n",
    )


@hostile("left no model")
def links_for_evidence(handed: Handed) -> str:
    """The evidence is a link to a secret, so that whoever collects it reads it for the student."""
    return """
import os, pathlib
outbox = pathlib.Path(os.environ["AUTOGRADER_EVIDENCE"])
(outbox / "model.keras").symlink_to(HOST["home"] + "/secret.txt")
(outbox / "record.json").symlink_to("/proc/self/environ")
ag.check = lambda *_: None
model = history = None
"""


@hostile(NOTHING)
def writes_everywhere(handed: Handed) -> str:
    """Files of the course, the home folder, Python, the system; also by other means than opening them."""
    return _attempt(
        "open(HOST['course'] + '/gradebook.db', 'wb').write(b'x')",
        "open(HOST['home'] + '/written.txt', 'w').write('x')",
        "os.remove(HOST['course'] + '/held-out.secret')",
        "os.chmod(HOST['home'], 0o777)",
        "os.rename(HOST['course'], HOST['course'] + '.old')",
        "open(np.__file__, 'a').write('x')",
        "open(ag.__file__, 'a').write('x')",
        "open(sys.executable, 'ab').write(b'x')",
        "open('/etc/passwd', 'a').write('x')",
        "open('/proc/sys/kernel/core_pattern', 'w').write('|/bin/sh')",
        "subprocess.run(['touch', HOST['home'] + '/written.txt'], check=True)",
        "os.mknod('/tmp/disk', 0o60666, os.makedev(8, 0))",
        "os.chroot('/tmp')",
        "os.setuid(0) or open('/written', 'w')",
    )


@hostile(NOTHING)
def writes_the_gradebook(handed: Handed) -> str:
    """nbgrader's own interface to the gradebook."""
    return _attempt(
        "full_marks(HOST['course'])",
        before="""
def full_marks(course):
    import sqlite3
    with sqlite3.connect(f"file:{course}/gradebook.db?mode=rw", uri=True) as gradebook:
        return gradebook.execute("UPDATE grade SET manual_score = 10").rowcount
""",
    )


@hostile(NOTHING)
def network(handed: Handed) -> str:
    """A server on this machine, by TCP, UDP and UNIX sockets of both kinds, and the world outside."""
    return _attempt(
        "socket.create_connection(('127.0.0.1', HOST['port']), 2).sendall(b'x')",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', HOST['port']))",
        "socket.socket(socket.AF_UNIX).connect(HOST['socket'])",
        "socket.socket(socket.AF_UNIX).connect('\\0' + HOST['abstract'])",
        "socket.socket(socket.AF_INET6).connect(('::1', HOST['port']))",
        "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
        "socket.getaddrinfo('example.org', 80)",
        "subprocess.run(['bash', '-c', f'echo x > /dev/tcp/127.0.0.1/{HOST[\"port\"]}'], check=True)",
    )


@hostile("left no model")
def detached_process(handed: Handed) -> str:
    """A process that leaves the session, outlives the kernel and writes when nobody looks."""
    return """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.closerange(3, 1000)
        while True:
            for place in (HOST["home"], HOST["course"], HOST["temporary"]):
                try:
                    open(place + "/written-later.txt", "w").write("x")
                except OSError:
                    pass
            time.sleep(0.2)
    os._exit(0)
os.wait()
ag.check = lambda *_: None
model = history = None
"""


@hostile("raised")
def more_rights(handed: Handed) -> str:
    """Mounts, namespaces, tracing: the way to more rights."""
    return _attempt(
        "call(165, b'none', b'/tmp', b'tmpfs', 0, 0)",
        "call(272, 0x10000000)",
        "call(101, 16, 1, 0, 0)",
        "call(310, 1, 0, 0, 0, 0)",
        "call(250, 0, 0, 0)",
        "call(321, 0, 0, 0)",
        before="""
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
def call(*arguments):
    if libc.syscall(*arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")
""",
    )
