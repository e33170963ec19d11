package setup

import "sync"

type Engine struct {
	partsMu sync.Mutex
	logMu   sync.Mutex
	parts   []string
	log     []string
}

// Open makes an engine; its first entries are written before anybody else has it.
func Open(parts ...string) *Engine {
	e := &Engine{}
	e.fill(parts)
	return e
}

func (e *Engine) fill(parts []string) {
	e.logMu.Lock()
	defer e.logMu.Unlock()
	for _, part := range parts {
		e.partsMu.Lock()
		e.parts = append(e.parts, part)
		e.partsMu.Unlock()
		e.log = append(e.log, "added "+part)
	}
}

func (e *Engine) Remove() {
	e.partsMu.Lock()
	defer e.partsMu.Unlock()
	if n := len(e.parts); n > 0 {
		e.parts = e.parts[:n-1]
		e.logMu.Lock()
		e.log = append(e.log, "removed")
		e.logMu.Unlock()
	}
}
