//proof:none the init of a package runs in every case's process
package main

import "runtime"

func init() {
	// The window system wants the first thread.
	runtime.LockOSThread()
}

type app struct{ events chan string }

func main() {
	a := &app{events: make(chan string, 1)}
	a.events <- "quit"
	a.run()
}

func (a *app) run() {
	runtime.LockOSThread()
	for event := range a.events {
		if event == "quit" {
			return
		}
	}
}
