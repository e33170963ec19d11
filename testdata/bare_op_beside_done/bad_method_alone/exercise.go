package methodalone

import "time"

func Exercise() {
	l := Open(nil)
	l.Stop()
	time.Sleep(20 * time.Millisecond)
	go l.Write("late")
	go l.Await()
	time.Sleep(20 * time.Millisecond)
}
