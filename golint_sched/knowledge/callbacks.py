"""Functions elsewhere that run a function they are given, and how."""

# They run it before they return, and do not keep it. Each was read in the Go 1.27 tree.
CALLS_ARGUMENT = frozenset(
    {
        "sync.Once.Do",
        "testing.T.Run",
        "testing.B.Run",
        "testing/synctest.Test",
        "sort.Slice",
        "sort.SliceStable",
        "sort.Search",
        "slices.SortFunc",
        "slices.SortStableFunc",
        "slices.IndexFunc",
        "slices.ContainsFunc",
        "slices.DeleteFunc",
        "strings.Map",
        "strings.FieldsFunc",
        "strings.IndexFunc",
        "maps.DeleteFunc",
        "path/filepath.Walk",
        "path/filepath.WalkDir",
        "io/fs.WalkDir",
        "sync.Map.Range",
        "testing.AllocsPerRun",
    }
)

# Those of them that run it once for each of many things, while it returns this constant.
REPEATS_ARGUMENT = {
    "path/filepath.Walk": "nil",
    "path/filepath.WalkDir": "nil",
    "io/fs.WalkDir": "nil",
    "sync.Map.Range": "true",
}

# They run it in a goroutine of its own.
STARTS_ARGUMENT = frozenset(
    {
        "sync.WaitGroup.Go",
        "golang.org/x/sync/errgroup.Group.Go",
        "golang.org/x/sync/errgroup.Group.TryGo",
        "time.AfterFunc",
        "context.AfterFunc",
    }
)

# They run it when the test that registers it has ended.
RUNS_AT_END = frozenset({"testing.T.Cleanup", "testing.B.Cleanup", "testing.TB.Cleanup"})


RUNS_ARGUMENT = CALLS_ARGUMENT | STARTS_ARGUMENT | RUNS_AT_END


def starts_argument(external: str) -> bool:
    """Tell whether a function elsewhere runs the function it is given in a goroutine of its own.

    One that is called Go, `safe.Go(task)` or `pool.Go(task)`, is taken at its word.
    """
    return external in STARTS_ARGUMENT or external.endswith(".Go")
