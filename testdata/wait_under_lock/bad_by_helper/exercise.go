package byhelper

import "time"

func Exercise() {
	s := newSession()
	s.lock.Lock()
	time.Sleep(20 * time.Millisecond)
	s.lock.Unlock()
	go func() {
		s.close()
		s.close()
	}()
	time.Sleep(50 * time.Millisecond)
}
