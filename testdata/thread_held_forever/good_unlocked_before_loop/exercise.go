package warmup

// Exercise stops both.
func Exercise() {
	stop := make(chan struct{})
	Run(stop, func() {}, func() {})
	close(stop)
	jobs := make(chan func())
	Forever(func() {}, jobs)
	close(jobs)
}
