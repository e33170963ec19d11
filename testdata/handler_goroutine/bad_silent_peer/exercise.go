package tunnel

import (
	"net"
	"net/http/httptest"
)

func Exercise() {
	dial := func() (net.Conn, error) {
		near, _ := net.Pipe()
		return near, nil
	}
	drain(dial)(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
}
