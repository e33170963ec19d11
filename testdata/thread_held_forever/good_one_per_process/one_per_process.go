//proof:none it stays until the process ends, as it should
package main

import (
	"fmt"
	"runtime"
)

var events = make(chan string)

func main() {
	go pump()
	fmt.Scanln()
}

// pump is the only one of its kind.
func pump() {
	runtime.LockOSThread()
	for {
		fmt.Println(<-events)
	}
}
