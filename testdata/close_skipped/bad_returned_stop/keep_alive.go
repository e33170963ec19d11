package bad

import "time"

// KeepAlive tells the client now and then that the answer is still to come, once body is read. What it returns gives
// the answer; the deferred close is skipped where that comes early.
func KeepAlive(body <-chan struct{}, write func(error)) (respond func(error)) {
	done := make(chan error)
	go func() {
		select {
		case <-body:
		case err := <-done:
			write(err)
			return
		}
		defer close(done)
		for {
			select {
			case <-time.After(time.Second):
				write(nil)
			case err := <-done:
				write(err)
				return
			}
		}
	}()
	return func(err error) {
		if done == nil {
			return
		}
		done <- err
		<-done // want "KeepAlive waits for ever: who closes `done` can leave without closing"
		done = nil
	}
}
