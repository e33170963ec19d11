package serial

import (
	"io"
	"runtime"
)

// Port reads bytes from a device.
type Port struct {
	in   io.ReadCloser
	last byte
}

// Start reads in the background until the port is closed.
func (p *Port) Start() {
	go p.pump()
}

func (p *Port) pump() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	buffer := make([]byte, 1)
	for {
		if _, err := p.in.Read(buffer); err != nil {
			return
		}
		p.last = buffer[0]
	}
}
