package timeout

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	open, turns := 0, 0
	wait(func() bool { turns++; return turns == 3 }, func() func() { open++; return func() { open-- } }, time.Hour)
	prove.Count("kept", open)
}
