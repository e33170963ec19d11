package notifybuffered

import (
	"os"
	"os/signal"
	"syscall"
)

func newSignals() <-chan os.Signal {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGUSR1)
	return signals
}
