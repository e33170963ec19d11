package audit

import (
	"fmt"
	"sync"
)

type Log struct {
	mu    sync.Mutex
	lines []string
	max   int
}

func (l *Log) Append(line string) (err error) {
	l.mu.Lock()
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("audit: %v", r)
		}
		l.mu.Unlock()
	}()
	if len(l.lines) >= l.max {
		return fmt.Errorf("audit: full")
	}
	if line == "" {
		return nil
	}
	l.lines = append(l.lines, line)
	return nil
}
