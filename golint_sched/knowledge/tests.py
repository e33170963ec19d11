"""What the analyzer knows of the interface that tests hand to their helpers."""

TESTER = "testing.TB"

TESTER_METHODS = frozenset(
    {"ArtifactDir", "Attr", "Chdir", "Cleanup", "Context", "Error", "Errorf", "Fail", "FailNow", "Failed", "Fatal"}
    | {"Fatalf", "Helper", "Log", "Logf", "Name", "Output", "Setenv", "Skip", "SkipNow", "Skipf", "Skipped", "TempDir"}
)

# Of the methods of testing.TB, those that nothing but a test has.
TESTER_SIGNS = frozenset({"FailNow", "Helper"})
