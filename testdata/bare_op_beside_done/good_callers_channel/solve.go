package solve

import "strconv"

// Status is what a solve reports.
type Status struct{ Done string }

// Client solves things.
type Client struct{ steps int }

// Solve reports on updates, which its caller makes and drains until it returns.
func (c *Client) Solve(updates chan<- Status) error {
	return c.solve(updates)
}

func (c *Client) solve(updates chan<- Status) error {
	failed := make(chan error, 1)
	go func() {
		for step := range c.steps {
			if updates != nil {
				updates <- Status{Done: strconv.Itoa(step)}
			}
		}
		failed <- nil
	}()
	return <-failed
}
