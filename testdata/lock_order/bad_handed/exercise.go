package handed

import "time"

// Exercise sells while the shop closes.
func Exercise() {
	s := &Shop{stock: map[string]int{"tea": 1}}
	go often(func() { s.Sell("tea", 1) })
	go often(func() { s.Close() })
	time.Sleep(300 * time.Millisecond)
}

func often(f func()) {
	for range 2_000_000 {
		f()
	}
}
