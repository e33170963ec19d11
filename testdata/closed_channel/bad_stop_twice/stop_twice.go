package stoptwice

type ticker struct {
	quit chan struct{}
	runs int
}

func start() *ticker {
	t := &ticker{quit: make(chan struct{})}
	go t.loop()
	return t
}

func (t *ticker) loop() {
	<-t.quit
}

func (t *ticker) stop() {
	close(t.quit) // want "this close of `quit` panics"
}

func measure(run func() error) error {
	t := start()
	defer t.stop()
	if err := run(); err != nil {
		t.stop()
		return err
	}
	return nil
}
