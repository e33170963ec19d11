package nodone

import "sync"

type probe struct{ hosts []string }

func (p *probe) Run(ping func(string)) {
	var wg sync.WaitGroup
	for _, host := range p.hosts {
		wg.Add(1)
		go func() {
			ping(host)
		}()
	}
	wg.Wait() // want "nothing calls Done"
}

func Exercise() {
	go (&probe{hosts: []string{"a"}}).Run(func(string) {})
}
