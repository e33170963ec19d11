package runner

import "golintsched.test/cases/lock_not_released/bad_lock_promoted_elsewhere/job"

// Exercise finishes a job twice, and then once more.
func Exercise() {
	one := job.New("one")
	_ = Finish(one)
	_ = Finish(one)
	go Finish(one)
}
