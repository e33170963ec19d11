package serial

import "io"

// Exercise closes the port.
func Exercise() {
	in, out := io.Pipe()
	p := &Port{in: in}
	p.Start()
	out.Close()
}
