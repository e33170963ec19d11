package stops

import "net/http/httptest"

func Exercise() {
	i := &instance{exit: func() {}}
	i.stop(httptest.NewRecorder(), httptest.NewRequest("POST", "/stop", nil))
}
