package startssomebody

import (
	"sync"

	"golintsched.test/cases/prove"
)

func Exercise() {
	var wg sync.WaitGroup
	p := pool{tokens: make(chan struct{}), quit: make(chan struct{})}
	p.work = wg.Done
	for range 20 {
		wg.Add(1)
		p.run()
	}
	wg.Wait()
	close(p.quit)
	prove.Count("tasks that were not run", 0)
}
