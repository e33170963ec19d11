//proof:none to unlock what is not locked leaves nothing to be seen
package api

import (
	"net/http"
	"runtime"
)

// Register adds the routes.
func Register(mux *http.ServeMux) {
	mux.HandleFunc("/frame", func(w http.ResponseWriter, r *http.Request) {
		defer runtime.UnlockOSThread() // want "unlocks its thread without having locked it"
		w.WriteHeader(http.StatusNoContent)
	})
}
