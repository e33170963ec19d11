package onegoroutine

import "sync"

type ledger struct {
	inMu  sync.Mutex
	outMu sync.Mutex
	in    []int
	out   []int
	done  chan struct{}
}

// Run starts the only goroutine that ever books anything.
func Run(rounds int) *ledger {
	l := &ledger{done: make(chan struct{})}
	go l.book(rounds)
	return l
}

func (l *ledger) book(rounds int) {
	defer close(l.done)
	for i := range rounds {
		l.forward(i)
		l.back(i)
	}
}

func (l *ledger) forward(i int) {
	l.inMu.Lock()
	defer l.inMu.Unlock()
	l.in = append(l.in, i)
	l.outMu.Lock()
	defer l.outMu.Unlock()
	l.out = append(l.out, -i)
}

func (l *ledger) back(i int) {
	l.outMu.Lock()
	defer l.outMu.Unlock()
	l.inMu.Lock()
	defer l.inMu.Unlock()
	l.in, l.out = l.in[:0], l.out[:0]
}

// Sum reads one side.
func (l *ledger) Sum() (n int) {
	l.inMu.Lock()
	defer l.inMu.Unlock()
	for _, v := range l.in {
		n += v
	}
	return n
}
