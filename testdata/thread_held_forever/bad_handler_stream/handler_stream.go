//proof:none the test server's connection would have to stay open for good
package stream

import (
	"net/http"
	"runtime"
	"time"
)

// Frames sends frames as long as the process lives: a failed write does not end it.
func Frames(next func() []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		runtime.LockOSThread() // want "the goroutine of the function literal locks"
		defer runtime.UnlockOSThread()
		for {
			w.Write(next())
			time.Sleep(time.Second)
		}
	}
}
