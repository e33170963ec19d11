"""Tells from a file's name and imports whether it is part of tests."""

from collections.abc import Iterable

# Libraries with which tests ask and compare: a file that imports one is part of tests, or helps them.
_LIBRARIES = (
    "testing",
    "github.com/stretchr/testify",
    "github.com/onsi/ginkgo",
    "github.com/onsi/gomega",
    "github.com/smartystreets/goconvey",
    "gopkg.in/check.v1",
    "gotest.tools",
)


def is_for_tests(path: str, imports: Iterable[str]) -> bool:
    """Tell whether a file is a test file, or helps tests: it imports the paths `imports`.

    Helpers that several packages share cannot stand in test files.
    """
    return path.endswith("_test.go") or any(
        each == library or each.startswith(f"{library}/") for each in imports for library in _LIBRARIES
    )
