package bad

import (
	"errors"
	"time"
)

// Exercise asks for the end while a refresh runs, and loses the peer while a batch is on its way.
func Exercise() {
	quit := make(chan chan error)
	go func() {
		time.Sleep(10 * time.Millisecond)
		reply := make(chan error)
		quit <- reply
		<-reply
	}()
	Keep(nil, quit, func() int { time.Sleep(50 * time.Millisecond); return 1 })

	queue, gone := make(chan []string, 1), make(chan struct{})
	queue <- []string{"a", "", "b"}
	go func() { time.Sleep(10 * time.Millisecond); close(gone) }()
	Write(queue, gone, func([]string) error { time.Sleep(50 * time.Millisecond); return errors.New("no peer") })
}
