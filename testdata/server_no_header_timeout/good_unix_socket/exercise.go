package control

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"time"
)

// Exercise has a client that says nothing and ends.
func Exercise() {
	directory, err := os.MkdirTemp("", "control")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(directory)
	path := filepath.Join(directory, "s")
	c := &control{}
	ended := make(chan error, 1)
	go func() { ended <- c.serve(context.Background(), path) }()
	for {
		connection, err := net.Dial("unix", path)
		if err == nil {
			connection.Close()
			break
		}
		time.Sleep(time.Millisecond)
	}
	if err := c.close(); err != nil {
		panic(err)
	}
	<-ended
}
