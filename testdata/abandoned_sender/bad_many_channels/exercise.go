package bad

// Exercise takes a snapshot whose first part is broken.
func Exercise() {
	probes := map[string]probe{}
	for _, name := range []string{"cpu", "memory", "disk", "network", "load", "processes", "users", "uptime", "sensors", "mounts", "services", "timers"} {
		probes[name] = func() int { return -1 }
	}
	_, _ = take(probes, true)
}
