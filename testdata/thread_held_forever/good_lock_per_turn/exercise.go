//proof:none the goroutine goes on, now and then locked; that is another matter than this rule's
package turns

// Exercise runs one job.
func Exercise() {
	jobs := make(chan func())
	Work(jobs)
	jobs <- func() {}
}
