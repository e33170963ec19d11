package retried

import (
	"net/http"
	"time"
)

func audited(next http.Handler, write func(string) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		path := req.URL.Path
		go persist(path, write)
		next.ServeHTTP(w, req)
	})
}

func persist(line string, write func(string) error) {
	for { // missed "this loop does not observe req.Context"
		if err := write(line); err == nil {
			return
		}
		backOff()
	}
}

func backOff() {
	time.Sleep(10 * time.Second)
}
