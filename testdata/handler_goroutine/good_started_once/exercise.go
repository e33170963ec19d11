package lazy

import "net/http/httptest"

func Exercise() {
	c := new(cache)
	c.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
	c.mu.Lock()
	defer c.mu.Unlock()
	c.stopped = true
}
