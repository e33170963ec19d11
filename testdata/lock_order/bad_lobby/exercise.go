package lobby

import "time"

// Exercise counts players while one leaves.
func Exercise() {
	l := &Lobby{}
	p := &Player{lobby: l}
	for range 50 {
		l.players = append(l.players, p)
	}
	go often(func() {
		l.Lock()
		l.players = append(l.players, p)
		l.Unlock()
		l.Ready()
	})
	go often(p.Leave)
	time.Sleep(300 * time.Millisecond)
}

func often(f func()) {
	for range 2_000_000 {
		f()
	}
}
