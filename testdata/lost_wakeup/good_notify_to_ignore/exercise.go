package notifytoignore

import (
	"os"
	"syscall"
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	survive()
	syscall.Kill(os.Getpid(), syscall.SIGUSR2)
	time.Sleep(20 * time.Millisecond)
	prove.Count("signals lost", 0)
}
