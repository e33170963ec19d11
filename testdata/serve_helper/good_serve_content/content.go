package servecontent

import (
	"net/http"
	"strings"
	"time"
)

type page struct{}

// ServeHTTP uses functions whose names begin like the helpers'.
func (page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/file" {
		http.ServeFile(w, r, "/dev/null")
		return
	}
	http.ServeContent(w, r, "page.txt", time.Time{}, strings.NewReader("page"))
}
