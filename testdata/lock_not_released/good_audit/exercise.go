package audit

// Exercise fills the log, and goes on when it is full.
func Exercise() {
	l := &Log{max: 1}
	for range 2 {
		l.Append("")
		l.Append("line")
	}
}
