package structwithoutname

import "time"

func Exercise() {
	c := newCompactor()
	go c.waitForIdle()
	time.Sleep(20 * time.Millisecond)
	c.started()
	c.finished()
}
