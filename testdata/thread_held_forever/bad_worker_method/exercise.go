package pool

// Exercise runs one job.
func Exercise() {
	done := make(chan bool)
	NewWorker().Do(func() { close(done) })
	<-done
}
