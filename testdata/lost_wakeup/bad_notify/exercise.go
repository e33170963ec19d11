package notify

import (
	"os"
	"syscall"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	d := newDaemon()
	d.listen()
	syscall.Kill(os.Getpid(), syscall.SIGUSR1)
	time.Sleep(50 * time.Millisecond)
	select {
	case <-d.signals:
		prove.Count("signals lost", 0)
	case <-time.After(100 * time.Millisecond):
		prove.Count("signals lost", 1)
	}
}
