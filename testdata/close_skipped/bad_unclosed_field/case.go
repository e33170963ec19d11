package unclosedfield

type Logger struct {
	entries chan string
	write   func(string)
}

func NewLogger(write func(string)) *Logger {
	l := &Logger{entries: make(chan string, 16), write: write}
	go l.drain()
	return l
}

func (l *Logger) drain() {
	for entry := range l.entries { // want "entries"
		l.write(entry)
	}
}

func (l *Logger) Log(entry string) {
	l.entries <- entry
}

func Exercise() {
	l := NewLogger(func(string) {})
	l.Log("started")
}
