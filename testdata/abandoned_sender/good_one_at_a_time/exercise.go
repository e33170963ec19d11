package good

import (
	"errors"
	"time"
)

// Exercise plays all three.
func Exercise() {
	quit := make(chan struct{})
	time.AfterFunc(10*time.Millisecond, func() { close(quit) })
	Keep(nil, quit, func() int { time.Sleep(20 * time.Millisecond); return 1 })

	jobs, stop := make(chan string, 2), make(chan struct{})
	jobs <- "a"
	jobs <- "b"
	time.AfterFunc(30*time.Millisecond, func() { close(stop) })
	Drain(jobs, stop, func(string) error { time.Sleep(10 * time.Millisecond); return nil })

	queue, gone := make(chan []string, 1), make(chan struct{})
	queue <- []string{"a", "b"}
	time.AfterFunc(10*time.Millisecond, func() { close(gone) })
	Write(queue, gone, func([]string) error { time.Sleep(50 * time.Millisecond); return errors.New("no peer") })
}
