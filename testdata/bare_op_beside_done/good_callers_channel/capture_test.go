package solve

import "testing"

type capture struct {
	statuses chan Status
	done     chan struct{}
	all      []Status
}

func newCapture() *capture {
	c := &capture{statuses: make(chan Status), done: make(chan struct{})}
	go func() {
		for {
			select {
			case s := <-c.statuses:
				c.all = append(c.all, s)
			case <-c.done:
				return
			}
		}
	}()
	return c
}

func TestSolve(t *testing.T) {
	c := newCapture()
	if err := (&Client{steps: 3}).Solve(c.statuses); err != nil {
		t.Fatal(err)
	}
	close(c.done)
}
