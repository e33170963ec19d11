package pool

import (
	"log"
	"sync"
)

type Pool struct {
	group sync.WaitGroup
	stop  chan struct{}
}

// Start runs the task until Stop, and survives its panics.
func (p *Pool) Start(task func(stop <-chan struct{})) {
	p.group.Add(1)
	start(func() {
		defer p.group.Done()
		task(p.stop)
	})
}

func (p *Pool) Stop() {
	close(p.stop)
	p.group.Wait()
}

func start(task func()) {
	startWith(task, report)
}

func startWith(task func(), failed func(any)) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				failed(r)
			}
		}()
		task()
	}()
}

func report(reason any) { log.Print(reason) }

func Exercise() {
	p := &Pool{stop: make(chan struct{})}
	p.Start(func(<-chan struct{}) { panic("broken") })
	p.Stop()
}
