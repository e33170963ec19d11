// Package safe starts goroutines that survive a panic.
package safe

import "log"

// Run runs the task in a goroutine of its own.
func Run(name string, task func()) {
	if task == nil {
		return
	}
	go guarded(name, task)
}

func guarded(name string, task func()) {
	defer func() {
		if reason := recover(); reason != nil {
			log.Printf("%s: %v", name, reason)
		}
	}()
	task()
}

// Call runs the task and returns when it is done.
func Call(name string, task func()) {
	guarded(name, task)
}
