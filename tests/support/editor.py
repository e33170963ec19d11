"""A small client of the language server: the real program in a process of its own, and JSON-RPC over its streams."""

import json
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from tests.support.program import command, environment

_PATIENCE = 30  # seconds; an answer takes some hundredths of one


class Editor:
    """One conversation with one server."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        """Begin to listen to a server that has been started."""
        self.process = process
        self.logged: list[tuple[int, str]] = []
        self.published: list[dict[str, Any]] = []
        self._incoming: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._answers: dict[int, dict[str, Any]] = {}
        self._number = 0
        self._read_until = 0  # how many of `published` have been waited for
        threading.Thread(target=self._listen, daemon=True).start()

    @classmethod
    def start(cls, rules: Path, cwd: Path, *arguments: str) -> Self:
        """Start a server with the rules in `rules`."""
        return cls(
            subprocess.Popen(
                [*command(rules), "server", *arguments],
                cwd=cwd,
                env=environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        )

    def initialize(self, *folders: Path, encodings: Sequence[str] | None = None, related: bool = True) -> Any:  # noqa: ANN401 -- JSON
        """Open a workspace of `folders` and return the answer of the server."""
        capabilities: dict[str, Any] = {
            "textDocument": {"publishDiagnostics": {"relatedInformation": related}},
            "general": {"positionEncodings": list(encodings)} if encodings else {},
        }
        opened = [{"uri": folder.as_uri(), "name": folder.name} for folder in folders]
        params = {"processId": None, "rootUri": None, "capabilities": capabilities, "workspaceFolders": opened}
        answer = self.ask("initialize", params)
        self.tell("initialized", {})
        return answer

    def tell(self, method: str, params: object) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:  # noqa: ANN401 -- JSON
        """Send a request and return its result; an error fails the test."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        self._wait(lambda: number in self._answers)
        answer = self._answers.pop(number)
        assert "error" not in answer, answer
        return answer.get("result")

    def open(self, file: Path, text: str | None = None) -> None:
        """Open a file with what is on disk, or with `text`."""
        text = file.read_text("utf-8") if text is None else text
        document = {"uri": file.as_uri(), "languageId": "go", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def edit(self, file: Path, text: str, version: int) -> None:
        """Replace the text of an open file."""
        changes = [{"text": text}]
        document = {"uri": file.as_uri(), "version": version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def save(self, file: Path) -> None:
        """Say that an open file has been written."""
        self.tell("textDocument/didSave", {"textDocument": {"uri": file.as_uri()}})

    def close(self, file: Path) -> None:
        """Close an open file."""
        self.tell("textDocument/didClose", {"textDocument": {"uri": file.as_uri()}})

    def hover(self, file: Path, line: int, character: int) -> Any:  # noqa: ANN401 -- JSON
        """Return what is shown at a 0-based place."""
        position = {"line": line, "character": character}
        return self.ask("textDocument/hover", {"textDocument": {"uri": file.as_uri()}, "position": position})

    def diagnostics(self, file: Path) -> list[Any]:
        """Wait for the next diagnostics of `file` and return them; those of other files are passed over."""
        uri = file.as_uri()
        found: list[dict[str, Any]] = []

        def is_there() -> bool:
            while not found and self._read_until < len(self.published):
                if self.published[self._read_until]["uri"] == uri:
                    found.append(self.published[self._read_until])
                self._read_until += 1
            return bool(found)

        self._wait(is_there)
        return list(found[0]["diagnostics"])

    def wait_for_log(self, words: str) -> int:
        """Wait for a message in the log that contains `words` and return its type (1 is an error)."""
        self._wait(lambda: any(words in text for _, text in self.logged))
        return next(type_ for type_, text in self.logged if words in text)

    def listen(self, seconds: float) -> None:
        """Take in what comes within `seconds`."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            with suppress(queue.Empty):
                self._take(self._incoming.get(timeout=left))

    def leave(self) -> int:
        """Take leave as the protocol wants and return the exit code of the server."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(_PATIENCE)

    def _send(self, message: dict[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _listen(self) -> None:
        """Read messages to the end of the stream, whose mark is None."""
        stream = self.process.stdout
        assert stream
        while header := stream.readline():
            length = int(header.removeprefix(b"Content-Length: "))  # anything else in the stream ends this thread
            while stream.readline().strip():
                pass
            self._incoming.put(json.loads(stream.read(length)))
        self._incoming.put(None)

    def _wait(self, is_done: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not is_done():
            self._take(self._incoming.get(timeout=max(0.01, end - time.monotonic())))

    def _take(self, message: dict[str, Any] | None) -> None:
        assert message is not None, "the server has ended"
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published.append(message["params"])
        elif message.get("method") == "window/logMessage":
            self.logged.append((message["params"]["type"], message["params"]["message"]))
        elif "id" in message:
            self._answers[message["id"]] = message


@contextmanager
def editor(rules: Path, cwd: Path, *arguments: str) -> Iterator[Editor]:
    """Yield a client of a new server that stands in `cwd`; the server is ended afterwards."""
    client = Editor.start(rules, cwd, *arguments)
    try:
        yield client
    finally:
        client.process.kill()
        client.process.wait()
        for stream in (client.process.stdin, client.process.stdout):
            with suppress(OSError):
                if stream:
                    stream.close()
