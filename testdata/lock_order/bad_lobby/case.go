package lobby

import "sync"

type Lobby struct {
	sync.RWMutex
	players []*Player
}

type Player struct {
	sync.Mutex
	lobby *Lobby
	ready bool
}

// Ready tells how many are ready.
func (l *Lobby) Ready() (n int) {
	l.RLock()
	defer l.RUnlock()
	for i := range l.players {
		p := l.players[i]
		p.Lock() // want "Ready locks Player.Mutex while it holds Lobby.RWMutex"
		if p.ready {
			n++
		}
		p.Unlock()
	}
	return n
}

func (p *Player) Leave() {
	p.Lock()
	p.ready = false
	l := p.lobby
	l.Lock()
	for i, other := range l.players {
		if other == p {
			l.players = append(l.players[:i], l.players[i+1:]...)
			break
		}
	}
	l.Unlock()
	p.Unlock()
}
