package runner

import "golintsched.test/cases/lock_not_released/good_lock_promoted_elsewhere/job"

// Exercise finishes a job twice, and then once more.
func Exercise() {
	one := job.New("one")
	_ = Finish(one)
	_ = Finish(one)
	_ = Finish(one)
}
