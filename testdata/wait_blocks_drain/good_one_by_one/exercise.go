package good

import "runtime"

// Exercise plays it.
func Exercise() { Each([]func(){func() {}, runtime.Goexit}) }
