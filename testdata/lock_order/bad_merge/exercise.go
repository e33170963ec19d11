package merge

import "time"

// Exercise adds two sets to each other.
func Exercise() {
	a, b := New[int](), New[int]()
	a.Add(1)
	b.Add(2)
	go often(func() { a.AddAll(b) })
	go often(func() { b.AddAll(a) })
	time.Sleep(300 * time.Millisecond)
}

func often(f func()) {
	for range 2_000_000 {
		f()
	}
}
