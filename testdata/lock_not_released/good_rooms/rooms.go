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

// Open makes a room in which something was said; without that, nobody gets it.
func (r *Rooms) Open(name, line string) error {
	room := &Room{}
	room.mu.Lock()
	if line == "" {
		return errEmpty
	}
	room.lines = append(room.lines, line)
	room.mu.Unlock()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rooms[name] = room
	return nil
}

// Reopen makes a room anew, and takes it away again where nothing is said.
func (r *Rooms) Reopen(name, line string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	room := &Room{}
	r.rooms[name] = room
	room.mu.Lock()
	if line == "" {
		delete(r.rooms, name)
		return errEmpty
	}
	room.lines = append(room.lines, line)
	room.mu.Unlock()
	return nil
}
