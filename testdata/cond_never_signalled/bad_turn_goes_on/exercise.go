package turngoeson

import "time"

func Exercise() {
	s := newSpool()
	go s.run(func(string) {})
	go s.run(func(string) {})
	time.Sleep(20 * time.Millisecond)
	s.add("page")
	time.Sleep(20 * time.Millisecond)
}
