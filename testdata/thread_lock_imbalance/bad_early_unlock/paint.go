package paint

import "runtime"

//proof:none an unlock with nothing locked does nothing that could be seen

// Fill leaves early with an unlock for a lock that comes later.
func Fill(pixels []int, colour int) int {
	if len(pixels) == 0 {
		runtime.UnlockOSThread() // want "Fill unlocks its thread without having locked it"
		return 0
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for i := range pixels {
		pixels[i] = colour
	}
	return len(pixels)
}
