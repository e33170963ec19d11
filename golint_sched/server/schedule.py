"""When which folder is analysed: after a pause in the edits, one at a time, the one that was edited last first."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

Answer = TypeVar("Answer")


class Schedule:
    """The folders that are waiting to be analysed; everything happens on the running event loop.

    One analysis runs at a time: they would share one interpreter, so that two together take as long as one after the
    other.
    """

    def __init__(self, run: Callable[[str], Awaitable[None]]) -> None:
        """Start with nothing to do; `run` analyses a folder and must not raise."""
        self._run = run
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._due: dict[str, None] = {}  # in the order in which they became due
        self._task: asyncio.Task[None] | None = None

    def request(self, folder: str, delay: float) -> None:
        """Have `folder` analysed once `delay` seconds have passed without another request for it."""
        if waiting := self._timers.pop(folder, None):
            waiting.cancel()
        self._timers[folder] = asyncio.get_running_loop().call_later(delay, self._begin, folder)

    def is_superseded(self, folder: str) -> bool:
        """Tell whether the folder was requested again since its analysis began."""
        return folder in self._timers or folder in self._due

    def stop(self) -> None:
        """Forget everything that has not begun."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        self._due.clear()

    def _begin(self, folder: str) -> None:
        del self._timers[folder]
        self._due.pop(folder, None)
        self._due[folder] = None
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._work())

    async def _work(self) -> None:
        while self._due:
            folder, _ = self._due.popitem()
            await self._run(folder)


class AnalysisError(Exception):
    """An analysis ended without a result; the text says how."""


async def in_thread(function: Callable[[], Answer]) -> Answer:
    """Return what `function` returns in a thread of its own; raises AnalysisError for anything that it raises.

    The thread is a daemon, which an executor's is not: the end of the program does not wait for it.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Answer] = loop.create_future()

    def settle(value: Answer | None, error: AnalysisError | None) -> None:
        if answer.done():  # cancelled at the end of the program
            return
        if error:
            answer.set_exception(error)
        else:
            answer.set_result(value)  # type: ignore[arg-type]  # there is a value where there is no error

    def work() -> None:
        value, failure = None, None
        try:
            value = function()
        except BaseException as error:  # noqa: BLE001 -- even a rule's SystemExit must not end the server
            failure = AnalysisError(f"{type(error).__name__}: {error}")
        with suppress(RuntimeError):  # the loop has been closed meanwhile
            loop.call_soon_threadsafe(settle, value, failure)

    threading.Thread(target=work, daemon=True).start()
    return await answer
