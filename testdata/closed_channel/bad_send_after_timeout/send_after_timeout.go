package sendaftertimeout

import "time"

// fetch gives up after a while, and closes what the download will still send on.
func fetch(download func() string, limit time.Duration) string {
	page := make(chan string, 1)
	defer close(page)
	go func() {
		page <- download() // want "this send on `page` panics where it comes after the close"
	}()
	select {
	case p := <-page:
		return p
	case <-time.After(limit):
		return ""
	}
}
