package loader

import (
	"log"
	"os"
	"runtime"
)

// Start runs a program image in this process; it gives up if there is none.
func Start(path string, size int) {
	runtime.LockOSThread()
	if path == "" {
		log.Fatal("no program")
	}
	if size == 0 {
		os.Exit(2)
	}
	if size < 0 {
		runtime.Goexit()
	}
	if size > 1<<30 {
		panic("program too large")
	}
	runtime.UnlockOSThread()
}
