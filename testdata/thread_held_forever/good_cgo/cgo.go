//proof:none cgo needs a C compiler
package canvas

/*
static void draw(void) {}
*/
import "C"

import "runtime"

// Start draws on a thread of its own, since the library keeps its context there.
func Start(frames <-chan int) {
	go func() {
		runtime.LockOSThread()
		for {
			<-frames
			C.draw()
		}
	}()
}
