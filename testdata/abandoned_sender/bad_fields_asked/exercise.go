package bad

import "time"

// Exercise gives up on a job that ends later.
func Exercise() {
	printer := &Printer{Wait: func() error {
		time.Sleep(50 * time.Millisecond)
		return nil
	}}
	_, _ = Print(printer, time.Millisecond)
	time.Sleep(100 * time.Millisecond)
}
