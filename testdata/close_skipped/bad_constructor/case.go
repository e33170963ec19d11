package constructor

import "errors"

type Tracker struct {
	queue chan string
	limit int
}

func Open(limit int, handle func(string)) (*Tracker, error) {
	t := &Tracker{queue: make(chan string, 8), limit: limit}
	go t.run(handle)
	if limit <= 0 {
		return nil, errors.New("limit must be positive")
	}
	return t, nil
}

func (t *Tracker) run(handle func(string)) {
	for name := range t.queue { // want "queue"
		handle(name)
	}
}

func (t *Tracker) Close() { close(t.queue) }

func Exercise() {
	if t, err := Open(0, func(string) {}); err == nil {
		t.Close()
	}
}
