package metrics

import s "sync"

var (
	mu     s.Mutex
	series = map[string][]float64{}
)

// Observe stores a sample and thins the series out when it is long.
func Observe(name string, v float64) {
	mu.Lock()
	defer mu.Unlock()
	series[name] = append(series[name], v)
	if len(series[name]) > 3 {
		compact(name)
	}
}
