package agent

import (
	"context"
	"net"
	"net/http"
	"os"
	"path/filepath"
)

// Exercise has clients that end without a word: the kernel closes what they leave.
func Exercise() {
	directory, err := os.MkdirTemp("", "agent")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(directory)
	a := New(filepath.Join(directory, "s"))
	if err := a.Start(); err != nil {
		panic(err)
	}
	transport := &http.Transport{
		DialContext: func(context.Context, string, string) (net.Conn, error) { return net.Dial("unix", a.path) },
	}
	client := &http.Client{Transport: transport}
	for range 3 {
		response, err := client.Get("http://agent/")
		if err != nil {
			panic(err)
		}
		response.Body.Close()
	}
	transport.CloseIdleConnections()
	if err := a.Stop(); err != nil {
		panic(err)
	}
}
