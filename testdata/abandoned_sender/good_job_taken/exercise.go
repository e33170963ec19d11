package jobtaken

import (
	"context"
	"time"
)

var (
	job  *Job
	feed *Feed
)

func Exercise() {
	job = Start(func() error { time.Sleep(5 * time.Millisecond); return nil })
	if !job.Wait(time.Millisecond) {
		job.Join()
	}
	Run(context.Background(), func() int { time.Sleep(5 * time.Millisecond); return 1 })
	feed = Open(1, 2)
	feed.Next(context.Background())
	feed.Next(context.Background())
}
