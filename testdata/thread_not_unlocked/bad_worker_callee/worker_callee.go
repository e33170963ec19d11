package jobs

import (
	"runtime"
	"sync"
)

type job struct {
	name string
	cost int
}

type pool struct {
	wg   sync.WaitGroup
	jobs chan job
	done []string
}

func start(jobs ...job) *pool {
	p := &pool{jobs: make(chan job, len(jobs))}
	for _, j := range jobs {
		p.jobs <- j
	}
	close(p.jobs)
	p.wg.Add(1)
	go p.work()
	return p
}

func (p *pool) work() {
	defer p.wg.Done()
	for j := range p.jobs {
		p.handle(j)
	}
}

// handle runs one job; the worker goes on with the next.
func (p *pool) handle(j job) {
	runtime.LockOSThread() // want "handle locks its goroutine to an OS thread and never unlocks it"
	if j.cost > 0 {
		p.done = append(p.done, j.name)
	}
}

// Run runs a few jobs.
func Run() []string {
	p := start(job{"a", 1}, job{"b", 0})
	p.wg.Wait()
	return p.done
}
