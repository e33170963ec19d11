"""Worker processes: each is handed one task at a time, so that a process that dies takes just that task with it."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Task = TypeVar("Task")
Answer = TypeVar("Answer")

# fork is the cheapest and safe here, as no thread runs; macOS's own libraries do not survive it.
_FORKS = sys.platform.startswith(("linux", "freebsd"))
# A process is replaced once its tasks weighed this much: so its memory is bounded, and freed at once. A forked one has
# everything loaded when it starts; any other needs half a second for that.
_LIFE = 2_000_000 if _FORKS else 16_000_000
_ATTEMPTS = 2  # the second one alone in a fresh process: the first may have died of its neighbours' memory


class _Worker(Generic[Task, Answer]):
    """One process and the pipe to it; `task` is the number of the task that it works on."""

    def __init__(self, function: Callable[[Task], Answer], others: Iterable["_Worker[Task, Answer]"]) -> None:
        """Start the process. A forked one must close its copies of the other pipes, or no end would ever be seen."""
        self.pipe, far = multiprocessing.Pipe()
        inherited = [*(worker.pipe for worker in others), self.pipe] if _FORKS else []
        if not _FORKS:
            # Else a fresh Python looks for its modules in the current directory first: in the code under analysis.
            os.environ["PYTHONSAFEPATH"] = "1"
        start = multiprocessing.get_context("fork").Process if _FORKS else multiprocessing.get_context("spawn").Process
        self.process: BaseProcess = start(target=_serve, args=(far, function, inherited), daemon=True)
        with _no_interrupt():
            self.process.start()
        far.close()
        self.task = -1
        self.done = 0  # the weight of the tasks that it has answered

    def give(self, number: int, task: Task) -> None:
        """Send a task; a process that is already dead is noticed when its answer is waited for."""
        self.task = number
        with suppress(BrokenPipeError):
            self.pipe.send(task)

    def stop(self) -> None:
        """End the process."""
        self.pipe.close()
        self.process.terminate()
        self.process.join()


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Hold Ctrl-C back for the block, and for good in a process that is started in it.

    Else one that comes before the new process ignores it ends that with a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, function: Callable[[Task], Answer], inherited: list[Connection]) -> None:
    """Answer tasks until the other end of the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C ends
    gc.disable()  # the process ends before there is much to collect, and its end frees memory faster
    for connection in inherited:
        connection.close()
    with suppress(EOFError, BrokenPipeError):
        while True:
            pipe.send(function(pipe.recv()))


def run(
    function: Callable[[Task], Answer],
    tasks: list[Task],
    jobs: int,
    *,
    died: Callable[[Task, str], Answer],
    weight: Callable[[Task], int] = lambda _task: 0,
) -> Iterator[tuple[int, Answer]]:
    """Yield each task's number in `tasks` with its answer, as they come; tasks are begun in the order given.

    A task whose process dies twice is answered by `died(task, how)`. `weight` says how much memory a task may leave
    behind, in bytes of source.
    """
    waiting = [(number, 1) for number in reversed(range(len(tasks)))]
    workers: list[_Worker[Task, Answer]] = []
    attempts: dict[int, int] = {}

    def feed(worker: _Worker[Task, Answer]) -> None:
        number, attempts[number] = waiting.pop()
        worker.give(number, tasks[number])

    try:
        while waiting or workers:
            while waiting and len(workers) < jobs:
                workers.append(_Worker(function, workers))
                feed(workers[-1])
            ready = wait([worker.pipe for worker in workers])
            for worker in [worker for worker in workers if worker.pipe in ready]:
                number = worker.task
                try:
                    answer = worker.pipe.recv()
                except (EOFError, OSError):
                    workers.remove(worker)
                    how = _how_it_died(worker)
                    if attempts[number] < _ATTEMPTS:
                        waiting.append((number, attempts[number] + 1))
                    else:
                        yield number, died(tasks[number], how)
                    continue
                worker.done += weight(tasks[number])
                if waiting and worker.done < _LIFE:
                    feed(worker)
                else:
                    workers.remove(worker)
                    worker.stop()
                yield number, answer
    finally:
        for worker in workers:
            worker.stop()


def _how_it_died(worker: _Worker[Task, Answer]) -> str:
    """Return what ended the process, for the user."""
    worker.process.join()
    worker.pipe.close()
    code = worker.process.exitcode or 0
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"
