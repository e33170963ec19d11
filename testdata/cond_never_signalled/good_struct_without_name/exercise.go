package structwithoutname

import "time"

func Exercise() {
	s := openStore()
	go s.waitForFlush()
	go s.waitForRoom()
	time.Sleep(20 * time.Millisecond)
	s.flushed()
	s.freed()
}
