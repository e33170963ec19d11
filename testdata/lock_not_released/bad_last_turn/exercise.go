package retry

import "time"

func Exercise() {
	never := func() bool { return false }
	s := &store{try: never}
	s.Save()
	go s.Save()
	other := &store{try: never}
	other.Load(3)
	go other.Load(3)
	time.Sleep(20 * time.Millisecond)
}
