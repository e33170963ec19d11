//proof:none the toolchain that runs the proof is newer than what the finding speaks of

package negativebeforego123

import (
	"net/http"
	"time"
)

// Run serves without keep-alive, which is not what it says.
func Run(addr string) error {
	srv := &http.Server{ // want "closed at once after its first request"
		Addr:        addr,
		ReadTimeout: 10 * time.Second,
		IdleTimeout: -1,
	}
	return srv.ListenAndServe()
}
