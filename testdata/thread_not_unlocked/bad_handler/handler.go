package thumbnails

import (
	"net/http"
	rt "runtime"
	"strconv"
)

type service struct{ largest int }

// ServeHTTP scales an image on a thread of its own.
func (s *service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	rt.LockOSThread() // want "can return without unlocking"
	width, err := strconv.Atoi(r.URL.Query().Get("width"))
	switch {
	case err != nil:
		http.Error(w, "width is no number", http.StatusBadRequest)
		return
	case width > s.largest:
		http.Error(w, "too wide", http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusNoContent)
	rt.UnlockOSThread()
}
