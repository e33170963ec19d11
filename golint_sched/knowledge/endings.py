"""Calls outside the package that do not come back."""

# End the process at once: no deferred call runs.
PROCESS = frozenset(
    {
        "os.Exit",
        "syscall.Exit",
        "log.Fatal",
        "log.Fatalf",
        "log.Fatalln",
        "log.Logger.Fatal",
        "log.Logger.Fatalf",
        "log.Logger.Fatalln",
        "github.com/sirupsen/logrus.Fatal",
        "github.com/sirupsen/logrus.Fatalf",
        "github.com/sirupsen/logrus.Fatalln",
        "github.com/sirupsen/logrus.Exit",
        "github.com/sirupsen/logrus.Logger.Fatal",
        "github.com/sirupsen/logrus.Logger.Fatalf",
        "github.com/sirupsen/logrus.Entry.Fatal",
        "github.com/sirupsen/logrus.Entry.Fatalf",
        "github.com/golang/glog.Fatal",
        "github.com/golang/glog.Fatalf",
        "k8s.io/klog.Fatal",
        "k8s.io/klog.Fatalf",
        "k8s.io/klog/v2.Fatal",
        "k8s.io/klog/v2.Fatalf",
        "go.uber.org/zap.Logger.Fatal",
        "go.uber.org/zap.SugaredLogger.Fatal",
        "go.uber.org/zap.SugaredLogger.Fatalf",
        "syscall.Exec",
    }
)

# Unwind the stack; a deferred recover may catch it.
PANIC = frozenset({"log.Panic", "log.Panicf", "log.Panicln", "log.Logger.Panic", "log.Logger.Panicf"})

TEST_TYPES = ("testing.T", "testing.B", "testing.F", "testing.TB")
_TEST_ENDS = ("FailNow", "Fatal", "Fatalf", "Skip", "Skipf", "SkipNow")

# End the goroutine: deferred calls run.
GOEXIT = frozenset({"runtime.Goexit"} | {f"{owner}.{name}" for owner in TEST_TYPES for name in _TEST_ENDS})
