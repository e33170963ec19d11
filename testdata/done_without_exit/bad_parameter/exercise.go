package parameter

import "io"

func Exercise() {
	_, stop := start(io.Discard)
	stop()
}
