package handedout

import "time"

func Exercise() {
	b := NewBoard()
	go b.WaitFor(1)
	time.Sleep(20 * time.Millisecond)
	b.Mu.Lock()
	b.Version++
	b.Mu.Unlock()
	b.Changed.Broadcast()
}
