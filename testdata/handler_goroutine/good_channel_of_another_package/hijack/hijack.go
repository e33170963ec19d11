// Package hijack takes a stream over.
package hijack

import "io"

// Stream is what a request became.
type Stream struct {
	Ended  chan struct{}
	Errors chan error
}

// Take returns the bytes of a stream, and a channel that is closed with them.
func Take(body io.ReadCloser) (io.ReadCloser, <-chan struct{}, *Stream) {
	s := &Stream{Ended: make(chan struct{}), Errors: make(chan error)}
	close(s.Ended)
	close(s.Errors)
	return body, s.Ended, s
}
