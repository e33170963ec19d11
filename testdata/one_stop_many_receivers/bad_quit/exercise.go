package quit

import "time"

func Exercise() {
	process(make(chan job), 3, func(jobs chan<- job) { jobs <- func() {} })
	time.Sleep(20 * time.Millisecond)
}
