package thumbnails

import "net/http/httptest"

// Exercise sends a request that is refused.
func Exercise() {
	s := &service{largest: 100}
	s.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/?width=wide", nil))
}
