package stops

import (
	"net/http"
	"time"
)

type instance struct {
	exit func()
}

// stop answers first, and ends the process a moment later.
func (i *instance) stop(w http.ResponseWriter, r *http.Request) {
	go func() {
		time.Sleep(50 * time.Millisecond)
		i.exit()
	}()
	w.WriteHeader(http.StatusAccepted)
}
