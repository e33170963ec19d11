package entered

import "sync"

type desk struct {
	busy sync.WaitGroup
}

// enter counts the caller; what it returns ends that.
func (d *desk) enter() func() {
	d.busy.Add(1) // want "may come after `d.busy.Wait` has returned"
	return func() { d.busy.Done() }
}

func (d *desk) serve(orders []func()) {
	for _, order := range orders {
		go func() {
			defer d.enter()()
			order()
		}()
	}
	d.busy.Wait()
}
