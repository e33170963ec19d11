package twonames

import "time"

func Exercise() {
	p, w := newPipe()
	go p.read()
	time.Sleep(20 * time.Millisecond)
	w.write()
}
