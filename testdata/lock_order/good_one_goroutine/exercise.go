package onegoroutine

// Exercise books while the sum is read.
func Exercise() {
	l := Run(100)
	for range 100 {
		l.Sum()
	}
	<-l.done
}
