package metrics

func compact(name string) {
	mu.Lock() // want "locks|takes"
	defer mu.Unlock()
	old := series[name]
	kept := old[:0]
	for i, v := range old {
		if i%2 == 0 {
			kept = append(kept, v)
		}
	}
	series[name] = kept
}
