package status

import (
	"net"
	"os"
	"path/filepath"
)

// Exercise has a client that says nothing and ends.
func Exercise() {
	directory, err := os.MkdirTemp("", "status")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(directory)
	address := &net.UnixAddr{Name: filepath.Join(directory, "s"), Net: "unix"}
	opened, ended := make(chan net.Listener, 1), make(chan error, 1)
	go func() { ended <- serve(address, opened) }()
	listener := <-opened
	connection, err := net.DialUnix("unix", nil, address)
	if err != nil {
		panic(err)
	}
	connection.Close()
	listener.Close()
	<-ended
}
