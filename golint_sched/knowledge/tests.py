"""What the analyzer knows of code that serves tests, in whatever file it stands."""

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
