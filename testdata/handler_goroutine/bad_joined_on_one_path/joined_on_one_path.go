package joinedononepath

import (
	"fmt"
	"net/http"
	"time"
)

func report(slow func() string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ready := make(chan string, 1)
		go func() {
			time.Sleep(time.Minute) // want "does not observe r.Context"
			ready <- slow()
		}()
		select {
		case text := <-ready:
			fmt.Fprintln(w, text)
		case <-r.Context().Done():
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	}
}
