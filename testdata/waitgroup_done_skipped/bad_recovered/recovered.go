package recovered

import (
	"fmt"
	"sync"
)

type Pool struct {
	wg     sync.WaitGroup
	failed sync.Map
}

func (p *Pool) Go(routine func()) {
	p.wg.Add(1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				p.failed.Store(fmt.Sprint(r), true)
			}
		}()
		routine()
		p.wg.Done()
	}()
}

func (p *Pool) Stop() {
	p.wg.Wait() // want "panics before `p.wg.Done"
}

func Exercise() {
	p := &Pool{}
	p.Go(func() { panic("broken") })
	go p.Stop()
}
