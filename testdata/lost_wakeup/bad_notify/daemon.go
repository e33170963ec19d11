package notify

import (
	"os"
	"os/signal"
	"syscall"
)

type daemon struct {
	signals chan os.Signal
	reloads int
}

func newDaemon() *daemon {
	return &daemon{signals: make(chan os.Signal)}
}

func (d *daemon) listen() {
	signal.Notify(d.signals, syscall.SIGUSR1, syscall.SIGHUP) // want "a signal is lost when nobody receives from `d.signals`"
}

func (d *daemon) run() {
	for got := range d.signals {
		if got != syscall.SIGHUP {
			return
		}
		d.reloads++
	}
}
