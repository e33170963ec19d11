package hooks

import (
	"net"
	"net/http/httptest"
	"time"
)

// Exercise tells a target that never answers.
func Exercise() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	defer listener.Close()
	n := newNotifier("http://" + listener.Addr().String())
	n.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("POST", "/signup", nil))
	time.Sleep(100 * time.Millisecond)
}
