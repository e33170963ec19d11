package parameter

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	prove.Count("steps that were not taken", 3-play(3, 20*time.Millisecond))
}
