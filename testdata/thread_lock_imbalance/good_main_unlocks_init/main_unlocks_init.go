//proof:none the init of a package runs in every case's process
package main

import "runtime"

func init() {
	runtime.LockOSThread()
}

func main() {
	// Nothing of what follows draws.
	runtime.UnlockOSThread()
}
