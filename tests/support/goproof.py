"""Builds the cases with real Go, runs each in its own process, and returns what the runtime says of it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.support.cases import TESTDATA, Case

BUILD_SECONDS = 240
RUN_SECONDS = 30
PROCESSES = 8

# Deadlines of connections pass this many times faster in conn proofs: two minutes become 1.2 seconds.
DEADLINE_DIVISOR = 100

_HEADER = re.compile(r"^goroutine \d+ \[(?P<state>[^\]]*)\]:$", re.MULTILINE)
_FRAME = re.compile(r"^\t(?P<path>\S.*?):(?P<line>\d+)(?: \+0x[0-9a-f]+)?$", re.MULTILINE)
_SET_DEADLINE = re.compile(
    r"^func \(c \*conn\) (SetDeadline|SetReadDeadline|SetWriteDeadline)\(t time\.Time\) error \{$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Goroutine:
    """One goroutine of a dump.

    `frames` holds the (path relative to testdata, 1-based line) of each frame inside testdata, innermost first, the
    place that created it last. `functions` are the names of all its frames.
    """

    state: str
    frames: tuple[tuple[str, int], ...]
    functions: tuple[str, ...]

    @property
    def locked(self) -> bool:
        """Return whether the goroutine is wired to its thread."""
        return "locked to thread" in self.state


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a case left behind.

    `crash` is the trace on the standard error if the process died, "" otherwise; then nothing else is known.
    """

    returned: bool
    leaked: tuple[Goroutine, ...]
    goroutines: tuple[Goroutine, ...]
    counts: dict[str, int]
    crash: str


def goroutines(dump: str, testdata: Path = TESTDATA) -> tuple[Goroutine, ...]:
    """Return the goroutines of a `dump` as runtime/pprof writes it with debug=2."""
    found: list[Goroutine] = []
    headers = list(_HEADER.finditer(dump))
    for header, following in zip(headers, [*headers[1:], None], strict=True):
        body = dump[header.end() : following.start() if following else len(dump)]
        frames = [(Path(m["path"]), int(m["line"])) for m in _FRAME.finditer(body)]
        functions = [line.rsplit("(", 1)[0] for line in body.splitlines() if line and not line.startswith("\t")]
        found.append(
            Goroutine(
                state=header["state"],
                frames=tuple((p.relative_to(testdata).as_posix(), n) for p, n in frames if p.is_relative_to(testdata)),
                functions=tuple(functions),
            )
        )
    return tuple(found)


def build(cases: Sequence[Case], folder: Path, testdata: Path = TESTDATA) -> Path:
    """Return the path of one binary, built in `folder`, that can run each of `cases`.

    The program's main package exists only in the build's overlay. Raises RuntimeError with the compiler's words if
    a case does not compile.
    """
    overlay = {
        str(testdata / "run" / "main.go"): _write(folder / "main.go", _main_source(cases)),
        str(goroot() / "src/net/net.go"): _write(folder / "net.go", faster_deadlines()),
    }
    _write(folder / "overlay.json", json.dumps({"Replace": overlay}))
    _write(folder / "go.mod", _module_file(cases, testdata))
    binary = folder / "cases"
    command = [
        *(go_command(), "build", "-o", str(binary)),
        *("-modfile", str(folder / "go.mod"), "-overlay", str(folder / "overlay.json"), "./run"),
    ]
    done = subprocess.run(
        command, cwd=testdata, env=go_environment(), capture_output=True, text=True, timeout=BUILD_SECONDS, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return binary


def run_all(binary: Path, cases: Sequence[tuple[Case, str]], testdata: Path = TESTDATA) -> dict[str, Run]:
    """Return the run of each (case, kind of proof) by the case's name; the cases run several at a time."""
    with ThreadPoolExecutor(PROCESSES) as pool:
        runs = pool.map(lambda pair: run(binary, pair[0], pair[1], testdata), cases)
        return {case.name: result for (case, _), result in zip(cases, runs, strict=True)}


def run(binary: Path, case: Case, kind: str, testdata: Path = TESTDATA) -> Run:
    """Return what running `case` left behind."""
    environment = {**go_environment(), "GOTRACEBACK": "all"}
    if kind == "conn":
        environment["PROVE_DEADLINE_DIVISOR"] = str(DEADLINE_DIVISOR)
    try:
        done = subprocess.run(
            [binary, case.name, testdata / case.name, kind],
            env=environment,
            capture_output=True,
            text=True,
            timeout=RUN_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        message = f"{case.name} did not end within {RUN_SECONDS} s"
        raise RuntimeError(message) from error
    if done.returncode:
        return Run(returned=False, leaked=(), goroutines=(), counts={}, crash=done.stderr)
    data = json.loads(done.stdout[done.stdout.rindex('{"returned"') :])
    return Run(
        returned=data["returned"],
        leaked=tuple(g for g in goroutines(data["leaked"], testdata) if "(leaked" in g.state),
        goroutines=goroutines(data["goroutines"], testdata),
        counts=data["counts"] or {},
        crash="",
    )


def go_environment() -> dict[str, str]:
    """Return an environment in which go neither downloads anything nor heeds settings from outside."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "GOCACHE", "XDG_CACHE_HOME") if name in os.environ}
    return {**kept, "GOFLAGS": "-mod=mod", "GOTOOLCHAIN": "local", "GOPROXY": "off", "GOWORK": "off", "GOENV": "off"}


def faster_deadlines() -> str:
    """Return the source of net/net.go with deadlines that come sooner by the factor that the environment gives."""
    source = (goroot() / "src/net/net.go").read_text("utf-8")
    source, replaced = _SET_DEADLINE.subn(r"\g<0>\n\tt = proveSooner(t)", source)
    if replaced != len(("SetDeadline", "SetReadDeadline", "SetWriteDeadline")):
        message = f"net/net.go sets deadlines in {replaced} places, not in 3"
        raise RuntimeError(message)
    return f"{source}\n{_SOONER}"


_SOONER = """
func proveSooner(t time.Time) time.Time {
	divisor := 0
	for _, digit := range os.Getenv("PROVE_DEADLINE_DIVISOR") {
		divisor = divisor*10 + int(digit-'0')
	}
	left := time.Until(t)
	if divisor == 0 || t.IsZero() || left <= 0 {
		return t
	}
	return time.Now().Add(left / time.Duration(divisor))
}
"""


def go_command() -> str:
    """Return the path of go: the one installed beside this Python, else the one on the PATH.

    Raises RuntimeError if there is none.
    """
    found = shutil.which("go", path=str(Path(sys.executable).parent)) or shutil.which("go")
    if found is None:
        message = "there is no go: the extra 'test' brings it"
        raise RuntimeError(message)
    return found


@cache
def goroot() -> Path:
    """Return the folder of the Go toolchain; raises RuntimeError if there is none."""
    command = [go_command(), "env", "GOROOT"]
    done = subprocess.run(command, env=go_environment(), capture_output=True, text=True, check=True)
    return Path(done.stdout.strip())


def _main_source(cases: Sequence[Case]) -> str:
    """Return a main package that hands every case's Exercise to the support package."""
    imports = "".join(f'\tc{number} "{case.import_path}"\n' for number, case in enumerate(cases))
    table = "".join(f'\t\t"{case.name}": c{number}.Exercise,\n' for number, case in enumerate(cases))
    return (
        f'package main\n\nimport (\n{imports}\n\t"golintsched.test/cases/prove"\n)\n\n'
        f"func main() {{\n\tprove.Main(map[string]func(){{\n{table}\t}})\n}}\n"
    )


def _module_file(cases: Sequence[Case], testdata: Path) -> str:
    """Return testdata's go.mod with the cases that are modules of their own added."""
    text = (testdata / "go.mod").read_text("utf-8")
    for case in cases:
        if (testdata / case.name / "go.mod").is_file():
            text += f"\nrequire {case.import_path} v0.0.0\n\nreplace {case.import_path} => ./{case.name}\n"
    return text


def _write(path: Path, text: str) -> str:
    """Write `text` to `path` and return the path as text."""
    path.write_text(text, "utf-8")
    return str(path)
