package lanes

// Exercise closes its jobs.
func Exercise() {
	jobs := make(chan func())
	Start(jobs, 2)
	close(jobs)
}
