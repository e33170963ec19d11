package listenandserve

import (
	"log"
	"net/http"
)

// Run serves the default mux until it fails.
func Run(addr string) {
	http.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	if err := http.ListenAndServe(addr, nil); err != nil { // want "`http.ListenAndServe` serves without any timeout"
		log.Print(err)
	}
}
