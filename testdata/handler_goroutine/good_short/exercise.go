package short

import "net/http/httptest"

func Exercise() {
	r := httptest.NewRequest("GET", "/", nil)
	w := httptest.NewRecorder()
	(&counters{seen: map[string]int{}}).count(w, r)
}
