//proof:none to unlock what is not locked leaves nothing to be seen
package exporter

import "runtime"

// Export writes rows in the background.
func Export(rows []string, write func(string)) <-chan struct{} {
	done := make(chan struct{})
	runtime.LockOSThread()
	go func() {
		defer close(done)
		defer runtime.UnlockOSThread() // want "the function literal unlocks its thread without"
		for _, row := range rows {
			write(row)
		}
	}()
	<-done
	runtime.UnlockOSThread()
	return done
}
