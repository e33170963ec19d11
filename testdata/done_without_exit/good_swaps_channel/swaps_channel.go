package swapschannel

func Exercise() {
	m := &meter{reads: make(chan int), stop: make(chan struct{})}
	go m.loop()
	close(m.stop)
	m.reads <- 1
	close(m.reads)
}

type meter struct {
	reads chan int
	stop  chan struct{}
	total int
}

func (m *meter) loop() {
	for {
		select {
		case n, ok := <-m.reads:
			if !ok {
				return
			}
			m.total += n
		case <-m.stop:
			m.stop = nil
		}
	}
}
