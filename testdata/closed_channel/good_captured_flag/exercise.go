package stoppers

func Exercise() {
	for range 20 {
		s := &stopper{asks: make(chan struct{}, 3), quit: make(chan struct{}), done: make(chan struct{})}
		for range 3 {
			s.asks <- struct{}{}
		}
		go s.loop()
		<-s.done
	}
}
