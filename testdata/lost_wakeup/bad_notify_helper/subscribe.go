package notifyhelper

import (
	"os"
	events "os/signal"
	"syscall"
)

func subscribe(to chan<- os.Signal) {
	events.Notify(to, syscall.SIGUSR1) // want "a signal is lost"
}
