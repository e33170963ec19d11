package pidfile

import (
	"fmt"
	"log"
	"os"
	"sync"
)

var (
	mu    sync.Mutex
	paths []string
)

func Write(path string) {
	mu.Lock()
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if os.IsExist(err) {
		fmt.Fprintln(os.Stderr, "already running")
		os.Exit(1)
	}
	if err != nil {
		log.Fatalf("pidfile: %v", err)
	}
	fmt.Fprintln(f, os.Getpid())
	if err := f.Close(); err != nil {
		log.Panicln(err)
	}
	paths = append(paths, path)
	mu.Unlock()
}
