package methodalone

import "sync"

// Ledger collects lines in a goroutine of its own.
type Ledger struct {
	lines  chan string
	counts chan int
	halt   chan struct{}
	once   sync.Once
}

// Open starts it.
func Open(first []string) *Ledger {
	l := &Ledger{lines: make(chan string), counts: make(chan int), halt: make(chan struct{})}
	go l.keep(first)
	return l
}

func (l *Ledger) keep(lines []string) {
	for {
		select {
		case line := <-l.lines:
			lines = append(lines, line)
		case l.counts <- len(lines):
		case <-l.halt:
			return
		}
	}
}

// Write hands a line over.
func (l *Ledger) Write(line string) {
	l.lines <- line // want "once \\(\\*Ledger\\).keep has left by `<-l.halt`"
}

// Await returns how many there are.
func (l *Ledger) Await() int {
	return <-l.counts // want "once \\(\\*Ledger\\).keep has left by `<-l.halt`"
}

// Stop ends it.
func (l *Ledger) Stop() { l.once.Do(func() { close(l.halt) }) }
