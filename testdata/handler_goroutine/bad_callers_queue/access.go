package access

import (
	"net/http"
	"time"
)

type entry struct {
	path string
	took time.Duration
}

// Log tells whoever reads the queue how long each request took.
func Log(queue chan<- entry) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			begun := time.Now()
			next.ServeHTTP(w, r)
			one := entry{path: r.URL.Path, took: time.Since(begun)}
			go func() { queue <- one }() // missed "`queue <- one` does not observe r.Context"
		})
	}
}
