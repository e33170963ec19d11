package relock

import "sync"

// Log has a buffer and a file; flush gives the buffer back while it writes.
type Log struct {
	bufMu  sync.Mutex
	fileMu sync.Mutex
	buf    []byte
	file   []byte
}

func (l *Log) Write(p []byte) {
	l.bufMu.Lock()
	defer l.bufMu.Unlock()
	l.buf = append(l.buf, p...)
	if len(l.buf) > 16 {
		l.fileMu.Lock() // want "Write locks Log.fileMu while it holds Log.bufMu; Write locks Log.bufMu while it holds Log.fileMu"
		l.flush()
		l.fileMu.Unlock()
	}
}

// flush is called with both locks held.
func (l *Log) flush() {
	taken := l.buf
	l.buf = nil
	l.bufMu.Unlock()
	l.file = append(l.file[:0], taken...)
	l.bufMu.Lock()
}
