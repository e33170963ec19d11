package nohandler

import "time"

// Request and ResponseWriter are not those of net/http.
type Request struct{ path string }

// ResponseWriter collects an answer.
type ResponseWriter struct{ body []byte }

func handle(w ResponseWriter, r *Request) {
	go func() {
		time.Sleep(time.Millisecond)
	}()
}
