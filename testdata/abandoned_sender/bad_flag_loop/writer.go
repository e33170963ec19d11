package bad

// Write sends what is queued in batches, one at a time, until a batch fails or the peer is gone.
func Write(queue <-chan []string, gone <-chan struct{}, send func([]string) error) {
	var (
		waiting []string
		flying  chan struct{} // not nil while a batch is on its way
		failed  = make(chan error)
	)
	for {
		if flying == nil && len(waiting) > 0 {
			var batch []string
			for i := 0; i < len(waiting) && len(batch) < 10; i++ {
				if waiting[i] != "" {
					batch = append(batch, waiting[i])
				}
			}
			waiting = nil
			if len(batch) > 0 {
				flying = make(chan struct{})
				go func() {
					if err := send(batch); err != nil {
						failed <- err // want "nobody receives what it sends on `failed`"
						return
					}
					close(flying)
				}()
			}
		}
		select {
		case more := <-queue:
			waiting = append(waiting, more...)
		case <-flying:
			flying = nil
		case <-failed:
			return
		case <-gone:
			return
		}
	}
}
