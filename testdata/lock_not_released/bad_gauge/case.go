package gauge

import "sync"

type Gauge struct {
	mu        sync.Mutex
	cur, peak float64
	onPeak    func(float64)
}

func NewGauge(onPeak func(float64)) *Gauge { return &Gauge{onPeak: onPeak} }

// Set records a value and tells the observer about a new peak.
func (g *Gauge) Set(v float64) {
	g.mu.Lock() // want "locked"
	g.cur = v
	if v > g.peak {
		g.peak = v
		notify := g.onPeak
		g.mu.Unlock()
		if notify != nil {
			notify(v)
		}
	}
}

func (g *Gauge) Peak() float64 {
	g.mu.Lock() // blocks here
	defer g.mu.Unlock()
	return g.peak
}
