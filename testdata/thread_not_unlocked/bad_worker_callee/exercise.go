//proof:none the worker has ended before anybody can look at its thread
package jobs

// Exercise runs the jobs.
func Exercise() {
	Run()
}
