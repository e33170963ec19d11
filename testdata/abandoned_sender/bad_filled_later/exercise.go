package bad

import "time"

// Exercise plays it.
func Exercise() {
	_ = within(5*time.Millisecond, func() error {
		time.Sleep(30 * time.Millisecond)
		return nil
	})
	time.Sleep(50 * time.Millisecond)
}
