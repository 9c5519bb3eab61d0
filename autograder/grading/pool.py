"""Who does the jobs: threads here, each with a kernel of its own, or the workers of a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from autograder.environment import cores
from autograder.errors import Mendable
from autograder.kernel import close, warm_up


@dataclass(frozen=True)
class Pool:
    """An executor, and how many jobs it works on at a time."""

    executor: Executor
    size: int


class SchedulerError(Mendable):
    """There is no cluster to work on; the message says why."""


@contextmanager
def local_pool(jobs: int | None) -> Iterator[Pool]:
    """So many jobs at a time on this machine; as many as there are cores if nothing is said.

    The work is done in the kernels and by the judge, processes of their own; here are only the threads that wait.
    """
    size = jobs or cores()
    warm_up()
    executor = ThreadPoolExecutor(size, thread_name_prefix="grading")
    try:
        yield Pool(executor, size)
    except BaseException:
        close()  # whoever waits for a kernel or the judge need wait no longer
        raise
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def cluster(address: str) -> Iterator[Pool]:
    """The workers of the Dask scheduler at ``address``. A job whose worker is lost is done by another one.

    Raises:
        SchedulerError: nobody answers there, or there is no worker.
    """
    from distributed import Client  # noqa: PLC0415 (only who has a cluster waits for it)

    try:
        client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise SchedulerError(f"No Dask scheduler answers at {address}. Start one with: dask scheduler") from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise SchedulerError(f"The scheduler at {address} has no worker. Start one with: dask worker {address}")
        yield Pool(client.get_executor(pure=False, retries=_RETRIES), threads)


_PATIENCE = 10
_RETRIES = 3
