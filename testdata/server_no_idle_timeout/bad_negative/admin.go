package negative

import (
	"net/http"
	"time"
)

// Admin serves the operators' page.
func Admin(addr string) error {
	admin := http.Server{ // want "a negative IdleTimeout means that there is no limit"
		Addr:        addr,
		Handler:     http.NotFoundHandler(),
		ReadTimeout: 10 * time.Second,
		IdleTimeout: -1 * time.Second,
	}
	return admin.ListenAndServe()
}
