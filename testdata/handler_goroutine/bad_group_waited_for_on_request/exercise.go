package jobs

import "net/http/httptest"

// Exercise does not wait.
func Exercise() { Post(httptest.NewRecorder(), httptest.NewRequest("POST", "/", nil)) }
