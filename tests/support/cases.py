"""The Go cases of the rules: where they are, and what they expect."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.support.expectations import Kind, Marks, read_marks

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "rules"
TESTDATA = ROOT / "testdata"
PAGE_HEADINGS = ("Why it leaks", "Example", "Fix", "What it does not see", "References")

_GO_LINE = re.compile(r"^go (\d+)\.(\d+)", re.MULTILINE)
_MODULE_LINE = re.compile(r"^module (\S+)", re.MULTILINE)
_FENCE = re.compile(r"^```go\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_QUALIFIER = re.compile(r"(?<![\w.\"/])([a-z][a-z0-9]*)\.[A-Z]")

# What a page's example may use without an import clause of its own.
_IMPORTS = {
    "atomic": "sync/atomic",
    "bufio": "bufio",
    "bytes": "bytes",
    "context": "context",
    "errgroup": "golang.org/x/sync/errgroup",
    "errors": "errors",
    "exec": "os/exec",
    "fmt": "fmt",
    "http": "net/http",
    "io": "io",
    "json": "encoding/json",
    "log": "log",
    "net": "net",
    "os": "os",
    "runtime": "runtime",
    "signal": "os/signal",
    "strings": "strings",
    "sync": "sync",
    "syscall": "syscall",
    "time": "time",
    "unix": "golang.org/x/sys/unix",
}


@dataclass(frozen=True, eq=False)
class Case:
    """One Go package that shows a fault (`bad_…`) or the absence of one (`good_…`).

    `name` is `rule_folder/case_folder`; `files` maps the path of each Go file, relative to testdata, to its text.
    """

    name: str
    files: dict[str, str]
    import_path: str
    go_version: tuple[int, int]

    @property
    def rule_folder(self) -> str:
        """Return the folder of the rule that the case belongs to."""
        return self.name.split("/")[0]

    @property
    def bad(self) -> bool:
        """Return whether the case must have findings."""
        return self.name.split("/")[1].startswith("bad_")

    @cached_property
    def marks(self) -> dict[str, Marks]:
        """Return the marks of each file; raises ValueError with the file's path for one that cannot be read."""
        found: dict[str, Marks] = {}
        for path, text in self.files.items():
            try:
                found[path] = read_marks(text)
            except ValueError as error:
                message = f"{path}: {error}"
                raise ValueError(message) from error
        return found

    def lines(self, *kinds: Kind) -> list[tuple[str, int]]:
        """Return the (path, 1-based line) of every mark of one of `kinds`, sorted."""
        return sorted({(path, m.line) for path, marks in self.marks.items() for m in marks.marks if m.kind in kinds})


def rule_folders(root: Path = RULES) -> list[Path]:
    """Return the folders of `root` that hold a rule, sorted."""
    return sorted(path.parent for path in root.glob("*/rule.py"))


def folder_of(name: str) -> str:
    """Return the folder of the rule called `name`: a Python module's name has no hyphen."""
    return name.replace("-", "_")


def read_cases(testdata: Path = TESTDATA) -> list[Case]:
    """Return every case below `testdata`, sorted by name."""
    folders = {path.parent for path in testdata.glob("*/*/*.go")}
    return [read_case(folder, testdata) for folder in sorted(folders) if folder.parent.name not in SUPPORT_FOLDERS]


SUPPORT_FOLDERS = ("third_party", "prove", "modules")


def read_case(folder: Path, testdata: Path = TESTDATA) -> Case:
    """Return the case in `folder`, which is `testdata/rule_folder/case_folder`."""
    module = next(path for path in (folder, *folder.parents) if (path / "go.mod").is_file())
    go_mod = (module / "go.mod").read_text("utf-8")
    module_path, go_line = _MODULE_LINE.search(go_mod), _GO_LINE.search(go_mod)
    if module_path is None or go_line is None:
        message = f"{module}/go.mod lacks a module or a go line"
        raise ValueError(message)
    inside = folder.relative_to(module).as_posix()
    return Case(
        name=folder.relative_to(testdata).as_posix(),
        files={path.relative_to(testdata).as_posix(): path.read_text("utf-8") for path in sorted(folder.glob("*.go"))},
        import_path=module_path[1] if inside == "." else f"{module_path[1]}/{inside}",
        go_version=(int(go_line[1]), int(go_line[2])),
    )


def page_sections(page: str) -> dict[str, str]:
    """Return the text of each `## ` section of a rule's page by its heading; "" is what stands before the first."""
    head, *rest = re.split(r"^## (.+)$", page, flags=re.MULTILINE)
    return {"": head} | dict(zip(rest[::2], rest[1::2], strict=True))


def page_cases(folder: Path) -> Iterator[Case]:
    """Yield the Go blocks under Example and Fix of the page in a rule's `folder` as cases of one file each."""
    sections = page_sections((folder / "README.md").read_text("utf-8"))
    for heading, kind in (("Example", "bad"), ("Fix", "good")):
        for number, block in enumerate(_FENCE.finditer(sections.get(heading, "")), start=1):
            name = f"{folder.name}/{kind}_page_{heading.lower()}_{number}"
            yield Case(
                name=name,
                files={f"{name}/page.go": complete(block["code"])},
                import_path=f"golintsched.test/cases/{name}",
                go_version=(1, 27),
            )


def complete(code: str) -> str:
    """Return `code` as a whole Go file: on its first line a package clause and its imports, where it has none.

    A qualifier that the table of imports does not know is taken for a variable.
    """
    if re.search(r"^package ", code, re.MULTILINE):
        return code
    used = set() if re.search(r"^import ", code, re.MULTILINE) else {m[1] for m in _QUALIFIER.finditer(code)}
    imports = [f'import "{_IMPORTS[name]}"' for name in sorted(used & _IMPORTS.keys())]
    return "; ".join(["package example", *imports]) + "\n" + code
