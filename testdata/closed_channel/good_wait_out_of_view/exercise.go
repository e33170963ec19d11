package waitoutofview

import "sync"

func Exercise() {
	probes := []func() int{func() int { return 1 }, func() int { return 2 }}
	measure(&sync.WaitGroup{}, probes)
	s := &site{crew: newCrew()}
	s.measure(probes)
	once(probes[0])
}
