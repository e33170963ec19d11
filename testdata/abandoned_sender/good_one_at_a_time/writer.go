package good

// Write sends what is queued in batches. No more than one is on its way at a time, so one slot is enough.
func Write(queue <-chan []string, gone <-chan struct{}, send func([]string) error) {
	var (
		waiting []string
		flying  chan struct{} // not nil while a batch is on its way
		failed  = make(chan error, 1)
	)
	for {
		if flying == nil && len(waiting) > 0 {
			batch := waiting
			waiting = nil
			flying = make(chan struct{})
			go func() {
				if err := send(batch); err != nil {
					failed <- err
					return
				}
				close(flying)
			}()
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
