package transfer

import "time"

// Exercise sends money both ways.
func Exercise() {
	a, b := &Account{balance: 10}, &Account{balance: 10}
	go often(func() { Transfer(a, b, 1) })
	go often(func() { Transfer(b, a, 1) })
	time.Sleep(300 * time.Millisecond)
}

func often(f func()) {
	for range 2_000_000 {
		f()
	}
}
