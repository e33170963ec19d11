package notifylocal

import (
	"os"
	"os/signal"
	"syscall"
)

func untilSignal(prepare func()) {
	c := make(chan os.Signal)
	signal.Notify(c, syscall.SIGUSR1) // want "`c` has no buffer"
	defer signal.Stop(c)
	prepare()
	<-c
}
