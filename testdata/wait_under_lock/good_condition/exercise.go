package condition

import "time"

func Exercise() {
	r, s := newRoom(), newStage()
	go r.enter()
	go s.play()
	time.Sleep(10 * time.Millisecond)
	r.unlock()
	s.light()
	s.rehearse()
}
