//proof:none the server ends with the test that starts it, and there is none

package helpstests

import (
	"net"
	"net/http"
	"testing"
)

// Start serves for one test.
func Start(t testing.TB, handler http.Handler) string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: handler}
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	return listener.Addr().String()
}
