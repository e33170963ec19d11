package entered

import "sync"

type desk struct {
	busy sync.WaitGroup
}

// enter counts the caller; what it returns ends that.
func (d *desk) enter() func() {
	d.busy.Add(1)
	return func() { d.busy.Done() }
}

func (d *desk) serve(orders []func()) {
	for _, order := range orders {
		leave := d.enter()
		go func() {
			defer leave()
			order()
		}()
	}
	d.busy.Wait()
}
