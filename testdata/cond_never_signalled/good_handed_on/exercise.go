package handedon

import "time"

func Exercise() {
	b := newBox()
	go b.take()
	time.Sleep(20 * time.Millisecond)
	newFiller(b).fill()
}
