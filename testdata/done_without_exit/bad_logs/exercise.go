package logs

func Exercise() {
	m := newMonitor(func() error { return nil })
	m.Start()
	m.Stop()
}
