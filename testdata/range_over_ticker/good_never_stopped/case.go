package good

import "time"

//proof:none the loop goes on for as long as the process, by intent

// Beat runs for as long as the process does; the deferred Stop would run after a panic of the task.
func Beat(task func()) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for range ticker.C {
		task()
	}
}
