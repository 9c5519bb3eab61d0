"""Bytes go both ways, what comes from the kernel is counted, and nothing piles up in between."""

import selectors
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.kernel.relay import Relay


class Channel:
    """A grader's and a kernel's socket with a relay in between, which works when it is told to."""

    def __init__(self, folder: Path) -> None:
        self.selector = selectors.DefaultSelector()
        self.relay = Relay(self.selector)
        self.outside, self.inside = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
        for listening, name in ((self.outside, "outside"), (self.inside, "inside")):
            listening.bind(str(folder / name))
            listening.listen()
        self.relay.open(self.outside, folder / "inside")
        self.grader = socket.socket(socket.AF_UNIX)
        self.grader.connect(str(folder / "outside"))
        self.work()
        self.kernel, _ = self.inside.accept()
        for end in (self.grader, self.kernel):
            end.settimeout(5)

    def work(self, rounds: int = 20) -> None:
        for _ in range(rounds):
            for key, events in self.selector.select(0):
                key.data(events)

    def close(self) -> None:
        for end in (self.grader, self.kernel):
            end.close()
        self.work()
        for end in (self.outside, self.inside, self.selector):
            end.close()


@pytest.fixture
def channel() -> Iterator[Channel]:
    with tempfile.TemporaryDirectory(prefix="ag-") as folder:
        channel = Channel(Path(folder))
        yield channel
        channel.close()


def test_bytes_go_both_ways_and_the_kernels_are_counted(channel: Channel) -> None:
    channel.grader.sendall(b"question")
    channel.work()
    assert channel.kernel.recv(100) == b"question"
    assert channel.relay.carried == 0
    channel.kernel.sendall(b"long answer")
    channel.work()
    assert channel.grader.recv(100) == b"long answer"
    assert channel.relay.carried == 11


def test_a_grader_that_does_not_read_makes_the_kernel_wait(channel: Channel) -> None:
    channel.kernel.setblocking(False)
    sent = 0
    for _ in range(200):
        try:
            sent += channel.kernel.send(bytes(1 << 16))
        except BlockingIOError:
            channel.work(5)
    assert sent < 4 << 20, "the rest waits in the kernel, not here"
    received = 0
    while received < sent:
        channel.work(5)
        received += len(channel.grader.recv(1 << 20))
    assert received == sent == channel.relay.carried


def test_descriptors_do_not_pass(channel: Channel) -> None:
    with Path(__file__).open() as stream:
        socket.send_fds(channel.kernel, [b"x"], [stream.fileno()])
    channel.work()
    message, descriptors, _, _ = socket.recv_fds(channel.grader, 10, 4)
    assert (message, descriptors) == (b"x", [])


def test_one_side_hangs_up(channel: Channel) -> None:
    channel.kernel.close()
    channel.work()
    assert channel.grader.recv(1) == b""
