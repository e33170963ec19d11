"""What the analyzer knows of code that serves tests, in whatever file it stands."""

# The interface that tests hand to their helpers.
TESTER = "testing.TB"

TESTER_METHODS = frozenset(
    {"ArtifactDir", "Attr", "Chdir", "Cleanup", "Context", "Error", "Errorf", "Fail", "FailNow", "Failed", "Fatal"}
    | {"Fatalf", "Helper", "Log", "Logf", "Name", "Output", "Setenv", "Skip", "SkipNow", "Skipf", "Skipped", "TempDir"}
)

# Of the methods of testing.TB, those that nothing but a test has.
TESTER_SIGNS = frozenset({"FailNow", "Helper"})

# Libraries with which tests ask and compare: a file that imports one is part of tests, or helps them.
LIBRARIES = (
    "testing",
    "github.com/stretchr/testify",
    "github.com/onsi/ginkgo",
    "github.com/onsi/gomega",
    "github.com/smartystreets/goconvey",
    "gopkg.in/check.v1",
    "gotest.tools",
)


def helps_tests(imports: tuple[str, ...]) -> bool:
    """Tell whether a file with these imports is for tests only."""
    return any(each == library or each.startswith(f"{library}/") for each in imports for library in LIBRARIES)
