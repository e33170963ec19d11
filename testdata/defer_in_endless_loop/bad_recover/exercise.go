package recover

import (
	"io"
	"log"

	"golintsched.test/cases/prove"
)

func Exercise() {
	log.SetOutput(io.Discard)
	runs := 0
	supervise(func() {
		runs++
		if runs == 3 {
			panic("the last run")
		}
	})
	prove.Count("handlers put off", runs-1)
}
