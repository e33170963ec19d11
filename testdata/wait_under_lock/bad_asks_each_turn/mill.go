package askseachturn

import "sync"

type mill struct {
	mu    sync.Mutex
	sacks int
	shut  bool
	still chan struct{}
}

func start(sacks int) *mill {
	m := &mill{sacks: sacks, still: make(chan struct{})}
	go m.grind()
	return m
}

// more tells whether there is anything left to do.
func (m *mill) more() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sacks--
	return !m.shut
}

func (m *mill) grind() {
	defer func() { close(m.still) }()
	for {
		if !m.more() {
			return
		}
	}
}

func (m *mill) stop() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.shut = true
	<-m.still // want "this receive waits with `m.mu` held for grind"
	return m.sacks
}

type press struct {
	mu      sync.Mutex
	shut    bool
	stopped chan struct{}
}

func (p *press) isShut() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.shut
}

func (p *press) run() {
	defer close(p.stopped)
	for !p.isShut() {
		p.work()
	}
}

func (p *press) work() {}

func (p *press) stop() {
	p.mu.Lock()
	p.shut = true
	<-p.stopped // want "this receive waits with `p.mu` held for run"
	p.mu.Unlock()
}
