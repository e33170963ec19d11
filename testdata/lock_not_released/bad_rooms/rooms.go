package rooms

import (
	"errors"
	"sync"
)

// Room keeps what was said in it.
type Room struct {
	mu    sync.Mutex
	lines []string
}

// Rooms holds rooms by name.
type Rooms struct {
	mu    sync.Mutex
	rooms map[string]*Room
}

var errEmpty = errors.New("nothing said")

// Say adds a line to a room, which is opened where there is none.
func (r *Rooms) Say(name, line string) error {
	r.mu.Lock()
	room := r.rooms[name]
	if room == nil {
		room = &Room{}
		r.rooms[name] = room
	}
	r.mu.Unlock()
	room.mu.Lock() // want "Say can return with room.mu locked"
	if line == "" {
		return errEmpty
	}
	room.lines = append(room.lines, line)
	room.mu.Unlock()
	return nil
}
