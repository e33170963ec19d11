// Package good answers later.
package good

import (
	"context"
	"errors"
)

// Client asks for the state of something.
type Client struct {
	state func() string
}

// Go runs f, and answers with what it returns: the answer has room.
func Go(f func() error) chan error {
	answer := make(chan error, 1)
	go func() { answer <- f() }()
	return answer
}

// Wait gives up when its caller does.
func (c *Client) Wait(ctx context.Context) <-chan string {
	result := make(chan string)
	go func() {
		select {
		case result <- c.state():
		case <-ctx.Done():
		}
	}()
	return result
}

// Closed is only ever closed.
func (c *Client) Closed() <-chan struct{} {
	done := make(chan struct{})
	go func() {
		c.state()
		close(done)
	}()
	return done
}

// Ask is called by Must only, which takes the answer.
func (c *Client) Ask() <-chan string {
	answer := make(chan string)
	go func() { answer <- c.state() }()
	return answer
}

// Must waits for the answer.
func (c *Client) Must() string {
	return <-c.Ask()
}

// Numbers gives many: whoever wants the first only has to take them all, or none.
func Numbers(n int) <-chan int {
	numbers := make(chan int)
	go func() {
		defer close(numbers)
		for i := range n {
			numbers <- i
		}
	}()
	return numbers
}

// Try starts nothing where it fails.
func (c *Client) Try(ready bool) (string, error) {
	if !ready {
		return "", errors.New("not ready")
	}
	return <-c.later(), nil
}

func (c *Client) later() <-chan string {
	answer := make(chan string)
	go func() { answer <- c.state() }()
	return answer
}
