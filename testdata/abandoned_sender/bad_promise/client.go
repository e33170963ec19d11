// Package bad answers later.
package bad

import "context"

// Client asks for the state of something.
type Client struct {
	state   func() string
	stopped chan struct{}
}

// Go runs f, and answers with what it returns.
func Go(f func() error) chan error {
	answer := make(chan error)
	go func() {
		answer <- f() // want "nobody receives what it sends on `answer`"
	}()
	return answer
}

// Wait answers once the client has stopped.
func (c *Client) Wait(ctx context.Context) <-chan string {
	result := make(chan string)
	go func() {
		select {
		case <-ctx.Done():
			result <- "cancelled"
			return
		case <-c.stopped:
		}
		result <- c.state() // want "nobody receives what it sends on `result`"
	}()
	return result
}

// Watch gives the entries it begins with, and then waits.
func (c *Client) Watch(stop <-chan struct{}) (<-chan []string, error) {
	entries := make(chan []string)
	go func() {
		defer close(entries)
		entries <- []string{c.state()} // want "if a caller of .*Watch stops listening"
		<-stop
	}()
	return entries, nil
}
