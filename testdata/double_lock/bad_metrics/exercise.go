package metrics

// Exercise observes until the series is long.
func Exercise() {
	go func() {
		for v := range 5 {
			Observe("latency", float64(v))
		}
	}()
}
