package prove

import (
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"sync"
	"time"
)

var (
	mu     sync.Mutex
	counts = map[string]int{}
	kept   []net.Conn
)

// Count adds n to what the case has counted under a name: the lost wake-ups, the extra allocations. A bad case must
// count more than none, a good one none.
func Count(name string, n int) {
	mu.Lock()
	defer mu.Unlock()
	counts[name] += n
}

func copyCounts() map[string]int {
	mu.Lock()
	defer mu.Unlock()
	return maps.Clone(counts)
}

// FreeAddress returns an address on which nothing listens.
func FreeAddress() string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

// WaitForServer returns when something listens on addr.
func WaitForServer(addr string) {
	connection := dial(addr)
	connection.Close()
}

// SilentClients opens n connections to addr, never sends a byte on them, and keeps them open for the rest of the run.
func SilentClients(addr string, n int) {
	for range n {
		keep(dial(addr))
	}
}

// IdleClients opens n connections to addr, makes one HTTP request on each, and keeps them open without another.
func IdleClients(addr string, n int) {
	for range n {
		connection := dial(addr)
		keep(connection)
		fmt.Fprintf(connection, "GET / HTTP/1.1\r\nHost: %s\r\n\r\n", addr)
		if _, err := connection.Read(make([]byte, 1)); err != nil {
			panic(err)
		}
	}
}

// Get makes one HTTP request on a connection of its own, reads the answer to its end and closes it.
func Get(url string) {
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	response, err := client.Get(url)
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		panic(err)
	}
}

func keep(connection net.Conn) {
	mu.Lock()
	defer mu.Unlock()
	kept = append(kept, connection)
}

func dial(addr string) net.Conn {
	var last error
	for range 200 {
		connection, err := net.Dial("tcp", addr)
		if err == nil {
			return connection
		}
		last = err
		time.Sleep(10 * time.Millisecond)
	}
	panic(last)
}
