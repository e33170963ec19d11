package probes

// Exercise finds something at the third try.
func Exercise() {
	tries := 0
	done := make(chan bool)
	Probe(func() bool { tries++; return tries == 3 }, func() { close(done) })
	<-done
}
