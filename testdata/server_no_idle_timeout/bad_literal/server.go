package literal

import (
	"fmt"
	"net/http"
)

// Run serves a greeting until it fails.
func Run(addr string) error {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "hello") })
	srv := &http.Server{ // want "`srv` keeps idle connections for ever: neither IdleTimeout nor ReadTimeout is set$"
		Addr:    addr,
		Handler: mux,
	}
	return srv.ListenAndServe()
}
