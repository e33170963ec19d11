package lockorderssenders

import "sync"

// writer lets one goroutine at a time send its lines in one piece; who reads them needs no lock.
type writer struct {
	mu    sync.Mutex
	lines chan string
	n     int
}

func newWriter() *writer { return &writer{lines: make(chan string)} }

func (w *writer) write(lines ...string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, line := range lines {
		w.lines <- line
		w.n++
	}
}

func (w *writer) print(out func(string)) {
	for line := range w.lines {
		out(line)
	}
}

func (w *writer) close() { close(w.lines) }
