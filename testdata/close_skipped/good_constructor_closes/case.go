package constructorcloses

import "errors"

type Tracker struct {
	queue chan string
}

func Open(limit int, handle func(string)) (_ *Tracker, err error) {
	t := &Tracker{queue: make(chan string, 8)}
	go t.run(handle)
	defer func() {
		if err != nil {
			t.Close()
		}
	}()
	if limit <= 0 {
		return nil, errors.New("limit must be positive")
	}
	return t, nil
}

func Dial(host string, handle func(string)) (*Tracker, error) {
	t := &Tracker{queue: make(chan string, 8)}
	go t.run(handle)
	if host == "" {
		t.Close()
		return nil, errors.New("no host")
	}
	return t, nil
}

func (t *Tracker) run(handle func(string)) {
	for name := range t.queue {
		handle(name)
	}
}

func (t *Tracker) Close() { close(t.queue) }

func Exercise() {
	_, _ = Open(0, func(string) {})
	_, _ = Dial("", func(string) {})
}
