package exit

import (
	"os"
	"time"
)

type agent struct {
	connect func() (stop func(), err error)
	beat    func() bool
}

// The only way out ends the process, and with it no deferred call runs.
func (a *agent) serve() {
	for {
		disconnect, err := a.connect()
		if err != nil {
			os.Exit(1)
		}
		timer := time.NewTimer(time.Hour)
		defer timer.Stop() // want "`timer\.Stop\(\)` never runs"
		defer disconnect() // want "`disconnect\(\)` never runs"
		for a.beat() {
		}
	}
}
