package jobs

import (
	"net/http"
	"sync"
	"time"
)

// Post runs a job of an hour, and waits for it only if it is asked to.
func Post(w http.ResponseWriter, r *http.Request) {
	var running sync.WaitGroup
	running.Go(func() {
		time.Sleep(time.Hour) // want "does not observe r.Context"
	})
	if r.URL.Query().Get("wait") == "yes" {
		running.Wait()
	}
	w.WriteHeader(http.StatusAccepted)
}
