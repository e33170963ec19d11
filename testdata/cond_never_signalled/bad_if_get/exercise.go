package ifget

import "time"

func Exercise() {
	p := newPool(1)
	go p.get()
	go p.get()
	time.Sleep(20 * time.Millisecond)
	p.give(7)
	time.Sleep(20 * time.Millisecond)
}
