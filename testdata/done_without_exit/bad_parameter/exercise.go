package parameter

import "io"

func Exercise() {
	lines, stop := start(io.Discard)
	lines <- "one"
	stop()
}
