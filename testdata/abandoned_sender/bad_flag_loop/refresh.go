// Package bad keeps a view of something fresh.
package bad

// Keep refreshes the view on every change, one refresh at a time, until somebody asks for the end of it.
func Keep(changed <-chan struct{}, quit <-chan chan error, refresh func() int) int {
	fresh := make(chan int)
	busy := make(chan struct{}, 1)
	latest, stale := 0, true
	var reply chan error
	for reply == nil {
		if stale {
			select {
			case busy <- struct{}{}:
				stale = false
				go func() {
					fresh <- refresh() // want "nobody receives what it sends on `fresh`"
				}()
			default:
			}
		}
		select {
		case <-changed:
			stale = true
		case latest = <-fresh:
			<-busy
		case reply = <-quit:
		}
	}
	close(reply)
	return latest
}
