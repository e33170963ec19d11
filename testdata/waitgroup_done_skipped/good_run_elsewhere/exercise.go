package runelsewhere

import "time"

func Exercise() { both(time.Millisecond, func() {}) }
