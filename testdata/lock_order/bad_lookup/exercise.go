package lookup

import "time"

// Exercise moves boxes both ways.
func Exercise() {
	s := &Store{shelves: map[string]*Shelf{"a": {}, "b": {}}}
	go often(func() { _ = s.Move("a", "b") })
	go often(func() { _ = s.Move("b", "a") })
	time.Sleep(300 * time.Millisecond)
}

func often(f func()) {
	for range 2_000_000 {
		f()
	}
}
