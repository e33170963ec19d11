package render

import "runtime"

//proof:none an unlock with nothing locked does nothing that could be seen

// Frame draws on a thread of its own, and gives that back where it never was.
func Frame(draw func() []byte) []byte {
	done := make(chan []byte, 1)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		done <- draw()
	}()
	frame := <-done
	runtime.UnlockOSThread() // want "Frame unlocks its thread without having locked it"
	return frame
}

// Frames draws several.
func Frames(draws []func() []byte) (all [][]byte) {
	for _, draw := range draws {
		all = append(all, Frame(draw))
	}
	return all
}
