package bus

import "sync"

var (
	subsMu sync.Mutex
	subs   = map[string]chan string{}
	lost   int
)

func Subscribe(name string, depth int) <-chan string {
	subsMu.Lock()
	defer subsMu.Unlock()
	c := make(chan string, depth)
	subs[name] = c
	return c
}

// Publish hands msg to one subscriber; a full one misses it.
func Publish(name, msg string) bool {
	subsMu.Lock() // want "locked"
	c := subs[name]
	select {
	case c <- msg:
		subsMu.Unlock()
		return true
	default:
		lost++
		return false
	}
}
