"""The proof run itself, with real Go: it believes what happens, and nothing that only a mark claims."""

import shutil

import pytest

from tests.support.cases import TESTDATA, read_cases
from tests.support.proof import Verdict, prove

pytestmark = pytest.mark.proof

KINDS = ("leak", "alive", "conn", "thread", "panic", "cost")

LEAK = """package a

func start(n int) {
	ch := make(chan int, n)
	go func() {
		ch <- 1 // want "x"
	}()
}
"""
ALIVE = """package a

import "time"

func poll(stop <-chan struct{}) {
	go func() {
		for { // want "x"
			select {
			case <-stop:
				return
			default:
			}
			time.Sleep(time.Millisecond)
		}
	}()
}
"""
CONN = """package a

import (
	"net/http"
	"time"
)

func serve(addr string, idle time.Duration) error {
	server := &http.Server{ // want "x"
		Addr:              addr,
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       idle,
	}
	return server.ListenAndServe()
}
"""
CONN_EXERCISE = """package a

import (
	"time"

	"golintsched.test/cases/prove"
)

// Exercise keeps idle connections to a server.
func Exercise() {
	addr := prove.FreeAddress()
	go serve(addr, IDLE)
	prove.IdleClients(addr, 3)
	prove.SilentClients(addr, 3)
}

var _ = time.Second
"""
THREAD = """package a

import "runtime"

func work(unlock bool) {
	runtime.LockOSThread() // want "x"
	if unlock {
		runtime.UnlockOSThread()
	}
}
"""
PANIC = """package a

func finish(ch chan int, again bool) {
	close(ch)
	if again {
		close(ch) // want "x"
	}
}
"""
COST = """package a

func wake(ch chan int) bool {
	select {
	case ch <- 1: // want "x"
		return true
	default:
		return false
	}
}
"""
COST_EXERCISE = """package a

import "golintsched.test/cases/prove"

// Exercise counts the dropped wake-ups.
func Exercise() {
	prove.Count("dropped", 0)
	if !wake(make(chan int, CAPACITY)) {
		prove.Count("dropped", 1)
	}
}
"""
SOURCES = {"leak": LEAK, "alive": ALIVE, "conn": CONN, "thread": THREAD, "panic": PANIC, "cost": COST}


def exercise(call: str) -> str:
    """Return a file whose Exercise makes one call."""
    return f"package a\n\n// Exercise shows it.\nfunc Exercise() {{ {call} }}\n"


FAULTY = {
    "leak": exercise("start(0)"),
    "alive": exercise("poll(nil)"),
    "conn": CONN_EXERCISE.replace("IDLE", "0"),
    "thread": exercise("work(false)"),
    "panic": exercise("finish(make(chan int), true)"),
    "cost": COST_EXERCISE.replace("CAPACITY", "0"),
}
HARMLESS = {
    "leak": exercise("start(1)"),
    "alive": exercise("stop := make(chan struct{}); poll(stop); close(stop)"),
    "conn": CONN_EXERCISE.replace("IDLE", "2*time.Minute"),
    "thread": exercise("work(true)"),
    "panic": exercise("finish(make(chan int), false)"),
    "cost": COST_EXERCISE.replace("CAPACITY", "1"),
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    """Return the verdicts on true and on mislabelled cases of every kind; the rule's folder is named by the kind."""
    testdata = tmp_path_factory.mktemp("cases") / "testdata"
    testdata.mkdir()
    shutil.copy(TESTDATA / "go.mod", testdata)
    for shared in ("prove", "third_party"):
        shutil.copytree(TESTDATA / shared, testdata / shared)
    for kind in KINDS:
        without_mark = SOURCES[kind].replace(' // want "x"', "")
        for name, source, play in (
            ("bad_true", SOURCES[kind], FAULTY[kind]),
            ("bad_mislabelled", SOURCES[kind], HARMLESS[kind]),
            ("good_true", without_mark, HARMLESS[kind]),
            ("good_mislabelled", without_mark, FAULTY[kind]),
        ):
            folder = testdata / kind / name
            folder.mkdir(parents=True)
            (folder / "a.go").write_text(source, "utf-8")
            (folder / "exercise.go").write_text(play, "utf-8")
    return prove(read_cases(testdata), {kind: kind for kind in KINDS}, testdata)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", ["bad", "good"])
def test_what_happens_is_believed(kind: str, case: str, verdicts: dict[str, Verdict]) -> None:
    verdict = verdicts[f"{kind}/{case}_true"]

    assert verdict.proven, verdict.evidence


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", ["bad", "good"])
def test_what_does_not_happen_is_not_believed(kind: str, case: str, verdicts: dict[str, Verdict]) -> None:
    verdict = verdicts[f"{kind}/{case}_mislabelled"]

    assert not verdict.proven, verdict.evidence
