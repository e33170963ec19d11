package good

import "time"

// Exercise plays it.
func Exercise() {
	end := make(chan struct{})
	p := &pulse{timer: time.NewTimer(time.Millisecond)}
	go p.run(end)
	time.Sleep(10 * time.Millisecond)
	close(end)
}
