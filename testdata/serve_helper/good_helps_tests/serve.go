//proof:none the server ends with the test that starts it, and there is none

package helpstests

import (
	"net"
	"net/http"
	"testing"
)

// Serve answers for one test, until its listener is closed.
func Serve(t testing.TB, handler http.Handler) net.Listener {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go http.Serve(listener, handler)
	return listener
}
