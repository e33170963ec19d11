package serve

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	warm := make(chan os.Signal, 1)
	signal.Notify(warm, os.Interrupt) // the process's own signal goroutine starts here
	signal.Stop(warm)
	time.Sleep(50 * time.Millisecond) // what was on its way out has gone
	before := runtime.NumGoroutine()
	for range 5 {
		_ = (&server{}).Run(context.Background())
	}
	time.Sleep(50 * time.Millisecond)
	prove.Count("goroutines that wait for a signal", runtime.NumGoroutine()-before)
}
