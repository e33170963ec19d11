package notifylocal

import (
	"os"
	"syscall"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	ended := make(chan struct{})
	go func() { untilSignal(func() { time.Sleep(100 * time.Millisecond) }); close(ended) }()
	time.Sleep(20 * time.Millisecond)
	syscall.Kill(os.Getpid(), syscall.SIGUSR1)
	time.Sleep(50 * time.Millisecond)
	select {
	case <-ended:
		prove.Count("signals lost", 0)
	case <-time.After(100 * time.Millisecond):
		prove.Count("signals lost", 1)
	}
}
